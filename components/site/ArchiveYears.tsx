/** Links to the years in which something appeared. */
export function ArchiveYears({years, current}: {years: readonly number[]; current?: number}) {
  if (years.length === 0) return null
  return (
    <nav className="nav years" aria-label="Years">
      {years.map((year) => (
        <a key={year} href={`/archive/${year}`} aria-current={year === current ? 'page' : undefined}>
          {year}
        </a>
      ))}
    </nav>
  )
}
