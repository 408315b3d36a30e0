import 'server-only'
import {listTag, documentTag, referrersTag} from '@/lib/cache-tags/tags'

import {isPreviewing} from './draft'
import {ContentUnavailableError} from './errors'
import {publishedClient} from './client'
import {libraryQuery, libraryResult, libraryVersionQuery, libraryVersionResult, type Library} from './queries/library'
import {workQuery, workResult} from './queries/work'
import {contentQuery, readContent} from './read'

const library = contentQuery({
  name: 'libraryQuery',
  query: libraryQuery,
  schema: libraryResult,
  tags: () => [listTag('bibliographicReference')],
})

const work = contentQuery({
  name: 'workQuery',
  query: workQuery,
  schema: workResult,
  tags: ({id}) => [documentTag(String(id)), referrersTag(String(id))],
})

/** Every work that published texts cite, by author. */
export const readLibrary = () => readContent(library)

/**
 * One work and the texts that cite it; `null` for one that nothing published cites, which readers are not to know of.
 * An editor who previews sees it all the same.
 */
export async function readWork(id: string) {
  const cited = await readContent(work, {id})
  return cited && (cited.citedIn.length > 0 || (await isPreviewing())) ? cited : null
}

/** A search may be out of date by this much. */
const KNOWN_FOR_MS = 2_000

interface Known {
  version: string
  library: Library
  checkedAt: number
}

let known: Known | null = null
let asking: Promise<Library> | null = null

/**
 * The library for a page that no cache keeps, such as a search. The store is asked every two seconds at most whether it
 * has changed, and for all of it only then: what a search costs does not grow with how often somebody searches.
 *
 * @throws {ContentUnavailableError} when the store has never answered.
 */
export async function readLibraryForSearch(): Promise<Library> {
  if (await isPreviewing()) return readLibrary()
  if (known && Date.now() - known.checkedAt < KNOWN_FOR_MS) return known.library
  asking ??= refreshed(known).finally(() => (asking = null))
  return asking
}

async function refreshed(last: Known | null): Promise<Library> {
  const checkedAt = Date.now()
  try {
    const client = publishedClient()
    const version = libraryVersionResult.parse(await client.fetch<unknown>(libraryVersionQuery))
    const library =
      last?.version === version ? last.library : libraryResult.parse(await client.fetch<unknown>(libraryQuery))
    known = {version, library, checkedAt}
    return library
  } catch (cause) {
    if (!last) throw new ContentUnavailableError('The library could not be read for a search', {cause})
    console.error('The library is searched as it was, because the content store did not answer:', cause)
    known = {...last, checkedAt}
    return last.library
  }
}
