import type {SanityClient} from 'sanity'
import {z} from 'zod'

import type {ParsedReference} from '@/lib/bibliography/parsedEntry'

/** A reference of the library, with what it takes to tell whether it is the same work. */
export interface LibraryWork {
  /** Without `drafts.`. */
  id: string
  isPublished: boolean
  record: ParsedReference
}

const PAGE_SIZE = 2_000
const MAX_PAGES = 25
const DRAFT = 'drafts.'

const pageQuery = `*[_type == "bibliographicReference" && _id > $after && !(_id in path("versions.**"))]
  | order(_id) [0...${PAGE_SIZE}] {
    _id, type, title, containerTitle, publisher, volume, doi, url,
    author[]{_type, family, given, literal}, editor[]{_type, family, given, literal},
    issued{status, year, month, day},
    "verbatim": select(!defined(title) => verbatim)
  }`

const text = z.string().nullish().catch(null)
const number = z.number().nullish().catch(null)
const contributors = z
  .array(z.object({_type: z.string(), family: text, given: text, literal: text}))
  .nullish()
  .catch(null)

const storedWork = z.object({
  _id: z.string(),
  type: text,
  title: text,
  containerTitle: text,
  publisher: text,
  volume: text,
  doi: text,
  url: text,
  author: contributors,
  editor: contributors,
  issued: z.object({status: text, year: number, month: number, day: number}).nullish().catch(null),
  verbatim: text,
})

type StoredWork = z.infer<typeof storedWork>

/** Every reference that there is, drafts included; of one that has both, what its draft says. */
export async function readLibrary(client: SanityClient): Promise<LibraryWork[]> {
  const raw = client.withConfig({perspective: 'raw', useCdn: false})
  const stored: StoredWork[] = []
  let after = ''
  for (let page = 0; page < MAX_PAGES; page++) {
    const works = storedWork.array().parse(await raw.fetch<unknown>(pageQuery, {after}))
    stored.push(...works)
    after = works.at(-1)?._id ?? ''
    if (works.length < PAGE_SIZE) break
  }
  return distinctWorks(stored)
}

function distinctWorks(stored: readonly StoredWork[]): LibraryWork[] {
  const works = new Map<string, LibraryWork>()
  for (const {_id, ...record} of stored) {
    const isDraft = _id.startsWith(DRAFT)
    const id = isDraft ? _id.slice(DRAFT.length) : _id
    const known = works.get(id)
    works.set(id, {
      id,
      isPublished: !isDraft || known?.isPublished === true,
      record: isDraft || !known ? record : known.record,
    })
  }
  return [...works.values()]
}
