import type {Backlink} from '@/lib/citations/citing/citedEntry'

/** Ways back into the text: an arrow for one, `a b c` for more. */
export function Backlinks({links}: {links: readonly Backlink[]}) {
  if (links.length === 0) return null
  return (
    <span className="backlinks">
      {links.map(({href, letter, label}) => {
        const shown = links.length > 1 ? letter : '↑'
        return (
          <a key={href} href={href} role="doc-backlink" aria-label={label}>
            {shown}
          </a>
        )
      })}
    </span>
  )
}
