import {EmptyState} from '@/components/site/EmptyState'
import {PageHeader} from '@/components/site/PageHeader'
import {byLetter, lettersOf} from '@/lib/library/arrange'
import {WORKS_PER_PAGE} from '@/lib/library/search'
import type {Work} from '@/lib/library/work'

import {letterId, LetterNav} from './LetterNav'
import {Pages} from './Pages'
import {pagePath} from './paths'
import {SearchForm} from './SearchForm'
import {WorkList} from './WorkList'

interface LibraryPageProps {
  /** All of them, by author. */
  works: readonly Work[]
  /** From 1. */
  page: number
}

/** A page of the library by author, under letters. */
export function LibraryPage({works, page}: LibraryPageProps) {
  const shown = works.slice((page - 1) * WORKS_PER_PAGE, page * WORKS_PER_PAGE)
  const pages = Math.ceil(works.length / WORKS_PER_PAGE)
  return (
    <>
      <PageHeader description={works.length > 0 ? countText(works.length) : undefined} title="References" />
      {works.length === 0 ? (
        <EmptyState>Nothing has been cited here yet.</EmptyState>
      ) : (
        <>
          <SearchForm works={works} />
          <LetterNav letters={lettersOf(works, WORKS_PER_PAGE)} page={page} />
          {byLetter(shown).map(({letter, works}) => (
            <section aria-labelledby={letterId(letter)} className="letter" key={letter}>
              <h2 id={letterId(letter)}>{letter}</h2>
              <WorkList works={works} />
            </section>
          ))}
          <Pages hrefOf={pagePath} page={page} pages={pages} />
        </>
      )}
    </>
  )
}

function countText(count: number): string {
  return count === 1 ? 'The one work that is cited here.' : `The ${count} works that are cited here, by author.`
}
