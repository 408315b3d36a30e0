interface Backlink {
  href: string
  letter: string
  ariaLabel: string
}

/** Ways back into the text: an arrow for one, `a b c` for more. */
export function Backlinks({links}: {links: readonly Backlink[]}) {
  if (links.length === 0) return null
  return (
    <span className="backlinks">
      {links.map(({href, letter, ariaLabel}) => (
        <a key={href} href={href} role="doc-backlink" aria-label={ariaLabel}>
          {links.length > 1 ? letter : '↑'}
        </a>
      ))}
    </span>
  )
}
