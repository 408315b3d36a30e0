import {libraryOrders} from '@/lib/library/arrange'
import {decadesOf, type LibrarySearch, typesOf} from '@/lib/library/search'
import type {Work} from '@/lib/library/work'

interface SearchFormProps {
  /** The whole library: what may be chosen is what there is. */
  works: readonly Work[]
  /** What was asked last. */
  search?: LibrarySearch
}

/** A plain GET form: its answer is a page of its own. */
export function SearchForm({works, search}: SearchFormProps) {
  return (
    <search>
      <form action="/references/search" className="library-search">
        <p className="library-words">
          <label htmlFor="q">Search</label>
          <input
            defaultValue={search?.words}
            id="q"
            maxLength={100}
            name="q"
            placeholder="Author, title, journal or year"
            type="search"
          />
        </p>
        <p>
          <label htmlFor="type">Kind</label>
          <select defaultValue={search?.type ?? ''} id="type" name="type">
            <option value="">All kinds</option>
            {typesOf(works).map(({type, title, count}) => (
              <option key={type} value={type}>
                {title} ({count})
              </option>
            ))}
          </select>
        </p>
        <p>
          <label htmlFor="decade">Decade</label>
          <select defaultValue={search?.decade ?? ''} id="decade" name="decade">
            <option value="">All times</option>
            {decadesOf(works).map((decade) => (
              <option key={decade} value={decade}>
                {decadeText(decade)}
              </option>
            ))}
          </select>
        </p>
        <p>
          <label htmlFor="sort">Order</label>
          <select defaultValue={search?.order ?? 'author'} id="sort" name="sort">
            {libraryOrders.map(({value, title}) => (
              <option key={value} value={value}>
                {title}
              </option>
            ))}
          </select>
        </p>
        <button type="submit">Search</button>
      </form>
    </search>
  )
}

function decadeText(decade: number): string {
  return decade < 0 ? `${-decade}–${-decade - 9} BCE` : `${decade}s`
}
