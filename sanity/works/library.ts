import type {SanityClient} from 'sanity'
import {z} from 'zod'

import type {ParsedReference} from '@/lib/bibliography/parsedEntry'
import {referenceRecord, type EditedReference} from '@/lib/citations/referenceRecord'

import {distinctWorks} from './distinctWorks'

/** A reference of the library, with what it takes to tell whether it is the same work. */
export interface LibraryWork {
  /** Without `drafts.`. */
  id: string
  isPublished: boolean
  record: ParsedReference
}

const PAGE_SIZE = 2_000
const MAX_PAGES = 25

const pageQuery = `*[_type == "bibliographicReference" && _id > $after && !(_id in path("versions.**"))]
  | order(_id) [0...${PAGE_SIZE}] {
    _id, type, title, containerTitle, publisher, volume, doi, url,
    author[]{_type, family, given, literal}, editor[]{_type, family, given, literal},
    issued{status, year, month, day},
    "verbatim": select(!defined(title) => verbatim)
  }`

const answer = z.array(referenceRecord)

/** Every reference that there is, drafts included; of one that has both, what its draft says. */
export async function readLibrary(client: SanityClient): Promise<LibraryWork[]> {
  const raw = client.withConfig({perspective: 'raw', useCdn: false})
  const stored: EditedReference[] = []
  let after = ''
  for (let page = 0; page < MAX_PAGES; page++) {
    const works = answer.parse(await raw.fetch<unknown>(pageQuery, {after}))
    stored.push(...works)
    after = works.at(-1)?._id ?? ''
    if (works.length < PAGE_SIZE) break
  }
  return distinctWorks(stored).map(({_id: id, isPublished, archive: _archive, ...record}) => ({
    id,
    isPublished,
    record,
  }))
}
