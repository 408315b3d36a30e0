/** Links to the years in which something appeared. */
export function ArchiveYears({years}: {years: readonly number[]}) {
  if (years.length === 0) return null
  return (
    <nav className="nav years" aria-label="Years">
      {years.map((year) => (
        <a key={year} href={`/archive/${year}`}>
          {year}
        </a>
      ))}
    </nav>
  )
}
