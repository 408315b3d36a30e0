import type {Work} from '@/lib/library/work'

/** Works as a library's catalogue lists them, each leading to its own page. */
export function WorkList({works}: {works: readonly Work[]}) {
  return (
    <ul className="works">
      {works.map(({id, names, title, container, date, typeTitle, citedBy}) => (
        <li key={id}>
          <a className="work-link" dir="auto" href={`/references/${id}`}>
            {names && <span className="work-names">{names}</span>} <cite>{title}</cite>
          </a>
          <p className="meta work-meta">
            <span>{[date, container].filter(Boolean).join(' · ')}</span>
            <span>{typeTitle}</span>
            <span>{citedBy === 1 ? 'Cited once' : `Cited in ${citedBy} texts`}</span>
          </p>
        </li>
      ))}
    </ul>
  )
}
