import {ContentUnavailableError} from './errors'
import {parseContent} from './parseContent'
import {libraryQuery, libraryResult, libraryVersionQuery, libraryVersionResult, type Library} from './queries/library'

/** A search may be out of date by this much. */
const KNOWN_FOR_MS = 2_000

interface Known {
  version: string
  library: Library
  checkedAt: number
}

interface Source {
  /** Asks the content store as everybody may. */
  ask: (query: string) => Promise<unknown>
  /** Milliseconds. */
  now: () => number
}

/**
 * A reader of the library for pages that no cache keeps, such as a search. The store is asked every two seconds at most
 * whether it has changed, and for all of it only then: what a search costs does not grow with how often somebody
 * searches. While the store does not answer, the library is as it was; what a work has of the wrong shape is left out.
 *
 * The reader throws a `ContentUnavailableError` when the store has never answered.
 */
export function createSearchedLibrary({ask, now}: Source): () => Promise<Library> {
  let known: Known | null = null
  let asking: Promise<Library> | null = null

  async function refreshed(last: Known | null): Promise<Library> {
    const checkedAt = now()
    try {
      const version = libraryVersionResult.parse(await ask(libraryVersionQuery))
      const library =
        last?.version === version
          ? last.library
          : parseContent('libraryQuery', libraryResult, await ask(libraryQuery)).value
      known = {version, library, checkedAt}
      return library
    } catch (cause) {
      if (!last) throw new ContentUnavailableError('The library could not be read for a search', {cause})
      console.error('The library is searched as it was, because the content store did not answer:', cause)
      known = {...last, checkedAt}
      return last.library
    }
  }

  return async () => {
    if (known && now() - known.checkedAt < KNOWN_FOR_MS) return known.library
    asking ??= refreshed(known).finally(() => (asking = null))
    return asking
  }
}
