import {z} from 'zod'

import {referenceTypes} from '@/lib/citations/referenceTypes'
import {isWebUrl} from '@/lib/links/isWebUrl'

import {listOf, orElse} from './absent'

const contributorFields = `
  _key,
  _type,
  _type == "person" => {family, given, particles, suffix},
  _type == "organisation" => {literal}
`

/** A reference as citations need it. The editors' `note` is internal and is never read. */
export const referenceFields = `
  _id,
  _rev,
  type,
  title,
  containerTitle,
  publisher,
  publisherPlace,
  genre,
  number,
  edition,
  volume,
  issue,
  page,
  author[]{${contributorFields}},
  editor[]{${contributorFields}},
  translator[]{${contributorFields}},
  issued{status, year, month, day, circa, endYear, endMonth, endDay},
  accessed,
  url,
  doi,
  isbn,
  language,
  archive{url, capturedAt, service},
  verbatim,
  "deadLink": *[_type == "deadLink" && references(^._id)][0]{url}
`

/** Every reference that an article names: in its text, notes and captions, and as further reading. */
export const citedReferenceFields = `
  "furtherReading": furtherReading[]{_ref},
  "furtherReferences": array::compact(furtherReading[]->{${referenceFields}}),
  "bodyReferences": array::compact(body[_type == "block"].children[_type == "citation"].items[].reference->{${referenceFields}}),
  "noteReferences": array::compact(body[_type == "block"].children[_type == "footnote"].text[].children[_type == "citation"].items[].reference->{${referenceFields}}),
  "captionReferences": array::compact(body[_type == "figure"].caption[].children[_type == "citation"].items[].reference->{${referenceFields}}),
  "leadReferences": array::compact(leadImage.caption[].children[_type == "citation"].items[].reference->{${referenceFields}})
`

const text = z.string().nullable()
const number = z.number().nullable()

const webUrl = z
  .string()
  .nullable()
  .transform((url) => (url && isWebUrl(url) ? url : null))

const person = z.object({
  _key: z.string(),
  _type: z.literal('person'),
  family: text,
  given: text,
  particles: text,
  suffix: text,
})

const organisation = z.object({_key: z.string(), _type: z.literal('organisation'), literal: text})

const contributors = listOf(z.discriminatedUnion('_type', [person, organisation]))

export const reference = z.object({
  _id: z.string(),
  _rev: z.string(),
  type: orElse(z.enum(referenceTypes.map(({value}) => value)), 'document'),
  title: text,
  containerTitle: text,
  publisher: text,
  publisherPlace: text,
  genre: text,
  number: text,
  edition: text,
  volume: text,
  issue: text,
  page: text,
  author: contributors,
  editor: contributors,
  translator: contributors,
  issued: z
    .object({
      status: z.enum(['dated', 'nd', 'inPress']).nullable(),
      year: number,
      month: number,
      day: number,
      circa: z.boolean().nullable(),
      endYear: number,
      endMonth: number,
      endDay: number,
    })
    .nullable(),
  /** `YYYY-MM-DD`. */
  accessed: text,
  url: webUrl,
  doi: text,
  isbn: text,
  language: text,
  archive: z.object({url: webUrl, capturedAt: text, service: text}).nullable(),
  verbatim: text,
  /** The address that is dead, when the link checker found it so; it may be one that the reference had before. */
  deadLink: z.object({url: text}).nullable(),
})

export type Reference = z.output<typeof reference>
export type Contributor = Reference['author'][number]

export const references = listOf(reference)

/** Every reference once, in the order given. */
export function distinct(...lists: readonly Reference[][]): Reference[] {
  return [...new Map(lists.flat().map((reference) => [reference._id, reference])).values()]
}
