import {defineQuery} from 'next-sanity'
import {z} from 'zod'

import {arranged} from '@/lib/library/arrange'
import {toWork} from '@/lib/library/work'

import {listOf} from './absent'
import {citedIds} from './cites'

/**
 * What texts with a page of their own cite, and all references in short. No params.
 *
 * References are not named by `_id`: their pages are found by one tag for the library, not by thousands.
 */
export const libraryQuery = defineQuery(`{
  "citing": *[_type in ["article", "page"] && defined(slug.current)]{"cites": ${citedIds}},
  "references": *[_type == "bibliographicReference"]{
    "id": _id,
    type,
    title,
    containerTitle,
    publisher,
    author[]{_type, family, given, particles, suffix, literal},
    editor[]{_type, family, given, particles, suffix, literal},
    issued{status, year, circa},
    doi,
    verbatim
  }
}`)

const text = z.string().nullable().catch(null)

const contributors = listOf(
  z.object({_type: z.string(), family: text, given: text, particles: text, suffix: text, literal: text}),
)

const reference = z
  .object({
    id: z.string(),
    type: text,
    title: text,
    containerTitle: text,
    publisher: text,
    author: contributors,
    editor: contributors,
    issued: z
      .object({status: text, year: z.number().nullable().catch(null), circa: z.boolean().nullable().catch(null)})
      .nullable(),
    doi: text,
    verbatim: text,
  })
  .transform(({id, ...fields}) => ({...fields, _id: id}))

/** The works that published texts cite, by author. */
export const libraryResult = z
  .object({citing: z.array(z.object({cites: listOf(z.string())})), references: z.array(reference)})
  .transform(({citing, references}) => {
    const counts = new Map<string, number>()
    for (const id of citing.flatMap(({cites}) => cites)) counts.set(id, (counts.get(id) ?? 0) + 1)
    const cited = references.filter(({_id}) => counts.has(_id))
    return arranged(
      cited.map((record) => toWork(record, counts.get(record._id) ?? 0)),
      'author',
    )
  })

export type Library = z.output<typeof libraryResult>

/** Changes whenever the library may have changed. No params. */
export const libraryVersionQuery = defineQuery(`{
  "newest": *[_type in ["article", "page", "bibliographicReference"]] | order(_updatedAt desc)[0]._updatedAt,
  "count": count(*[_type in ["article", "page", "bibliographicReference"]])
}`)

export const libraryVersionResult = z
  .object({newest: z.string().nullable(), count: z.number()})
  .transform(({newest, count}) => `${newest} ${count}`)
