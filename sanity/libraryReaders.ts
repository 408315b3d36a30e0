import 'server-only'
import {listTag, documentTag, referrersTag} from '@/lib/cache-tags/tags'

import {isPreviewing} from './draft'
import {publishedClient} from './client'
import {libraryQuery, libraryResult, type Library} from './queries/library'
import {workQuery, workResult} from './queries/work'
import {contentQuery, readContent} from './read'
import {createSearchedLibrary} from './searchedLibrary'

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

const readSearchedLibrary = createSearchedLibrary({
  ask: (query) => publishedClient().fetch<unknown>(query),
  now: () => Date.now(),
})

/** The library for a page that no cache keeps; see `createSearchedLibrary`. Editors who preview search drafts, too. */
export async function readLibraryForSearch(): Promise<Library> {
  return (await isPreviewing()) ? readLibrary() : readSearchedLibrary()
}
