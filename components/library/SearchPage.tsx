import {EmptyState} from '@/components/site/EmptyState'
import {PageHeader} from '@/components/site/PageHeader'
import {searchWorks, WORKS_PER_PAGE, type LibrarySearch} from '@/lib/library/search'
import type {Work} from '@/lib/library/work'

import {Pages} from './Pages'
import {searchPath} from './paths'
import {SearchForm} from './SearchForm'
import {WorkList} from './WorkList'

interface SearchPageProps {
  works: readonly Work[]
  search: LibrarySearch
}

/** What a search found, with the form to change it. */
export function SearchPage({works, search}: SearchPageProps) {
  const found = searchWorks(works, search)
  const pages = Math.max(Math.ceil(found.length / WORKS_PER_PAGE), 1)
  const page = Math.min(search.page, pages)
  const shown = found.slice((page - 1) * WORKS_PER_PAGE, page * WORKS_PER_PAGE)
  return (
    <>
      <PageHeader kind={<a href="/references">References</a>} title="Search" />
      <SearchForm search={search} works={works} />
      <h2 className="found">{foundText(found.length, search.words)}</h2>
      {found.length === 0 ? (
        <EmptyState>
          Fewer words, or another kind or decade, may find it. <a href="/references">All references</a> are listed by
          author.
        </EmptyState>
      ) : (
        <WorkList works={shown} />
      )}
      <Pages hrefOf={(page) => searchPath(search, page)} page={page} pages={pages} />
    </>
  )
}

function foundText(count: number, words: string): string {
  const what = words ? ` for “${words}”` : ''
  if (count === 0) return `Nothing found${what}`
  return count === 1 ? `One work${what}` : `${count} works${what}`
}
