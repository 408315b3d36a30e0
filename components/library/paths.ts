import {searchQuery, type LibrarySearch} from '@/lib/library/search'

/** `/references`, `/references/page/2`. */
export function pagePath(page: number): string {
  return page === 1 ? '/references' : `/references/page/${page}`
}

/** `/references/search?q=sea&page=2`. */
export function searchPath(search: LibrarySearch, page: number): string {
  const query = searchQuery(search, page)
  return query ? `/references/search?${query}` : '/references/search'
}
