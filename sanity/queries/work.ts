import {defineQuery} from 'next-sanity'
import {z} from 'zod'

import {listOf, orElse} from './absent'
import {contributionLine, contributionLineFields, onlyResolved} from './contribution'
import {reference, referenceFields} from './reference'

/** One reference and the texts that name it, newest first. Params: `{id: string}`. */
export const workQuery = defineQuery(`
  *[_type == "bibliographicReference" && _id == $id][0] {
    ${referenceFields},
    "citedIn": *[_type in ["article", "page"] && defined(slug.current) && references(^._id)]
      | order(coalesce(publishedAt, "") desc, _id asc) [0...200] {
        _id,
        _type,
        title,
        "slug": slug.current,
        publishedAt,
        authors[]{${contributionLineFields}}
      }
  }
`)

const shape = {_id: z.string(), title: orElse(z.string(), 'Untitled'), slug: orElse(z.string(), '')}

const citingText = z.discriminatedUnion('_type', [
  z.object({
    ...shape,
    _type: z.literal('article'),
    /** ISO 8601, UTC. */
    publishedAt: z.string().nullable(),
    authors: listOf(contributionLine).transform(onlyResolved),
  }),
  z.object({...shape, _type: z.literal('page'), publishedAt: z.null(), authors: z.null()}),
])

export const workResult = reference.extend({citedIn: z.array(citingText)}).nullable()

export type CitedWork = NonNullable<z.output<typeof workResult>>
export type CitingText = CitedWork['citedIn'][number]
