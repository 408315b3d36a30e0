interface PagesProps {
  page: number
  /** How many there are. */
  pages: number
  hrefOf: (page: number) => string
}

/** One page back, one on, and where one is. */
export function Pages({page, pages, hrefOf}: PagesProps) {
  if (pages < 2) return null
  return (
    <nav aria-label="Pages" className="nav pages">
      {page > 1 && (
        <a href={hrefOf(page - 1)} rel="prev">
          Previous page
        </a>
      )}
      <span className="meta">
        Page {page} of {pages}
      </span>
      {page < pages && (
        <a href={hrefOf(page + 1)} rel="next">
          Next page
        </a>
      )}
    </nav>
  )
}
