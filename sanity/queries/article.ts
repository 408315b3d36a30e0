import {defineQuery} from 'next-sanity'
import {z} from 'zod'

import {licences} from '@/lib/licences/licences'
import {correctionKinds} from '@/lib/vocabularies/correctionKinds'

import {listOf, orElse} from './absent'
import {body, bodyFields} from './body'
import {contribution, contributionFields, onlyResolved} from './contribution'
import {figureFields, leadFigure} from './figure'
import {minutesOf, readingText, readingTextFields} from './readingText'
import {citedReferenceFields, distinct, references} from './reference'
import {topicLink, topicLinkFields} from './topicLink'

/** One article by slug with everything its page shows. Params: `{slug: string}`. */
export const articleQuery = defineQuery(`
  *[_type == "article" && slug.current == $slug][0] {
    _id,
    title,
    dek,
    "slug": slug.current,
    publishedAt,
    updatedAt,
    disclosure,
    licence,
    authors[]{${contributionFields}},
    "leadImage": leadImage{${figureFields}},
    "topicReferences": topics[]{_ref},
    "topics": array::compact(topics[]->{${topicLinkFields}}),
    "seriesReference": series{_ref},
    "series": series->{
      _id,
      title,
      "slug": slug.current,
      description,
      "articles": *[_type == "article" && references(^._id) && series._ref == ^._id] | order(publishedAt asc, _id asc) [0...100] {
        _id,
        title,
        "slug": slug.current,
        publishedAt
      }
    },
    corrections[]{_key, kind, date, text},
    body[]{${bodyFields}},
    "readingText": ${readingTextFields},
    ${citedReferenceFields}
  }
`)

export const correction = z.object({
  _key: z.string(),
  kind: orElse(z.enum(correctionKinds.map(({value}) => value)), 'correction'),
  /** `YYYY-MM-DD`. */
  date: z.string().nullable(),
  text: orElse(z.string(), ''),
})

const sibling = z.object({
  _id: z.string(),
  title: orElse(z.string(), 'Untitled'),
  slug: z.string().nullable(),
  publishedAt: z.string().nullable(),
})

const series = z.object({
  _id: z.string(),
  title: orElse(z.string(), 'Untitled'),
  slug: z.string().nullable(),
  description: z.string().nullable(),
  /** Published members in reading order, this article among them. */
  articles: z.array(sibling),
})

export const pointers = z.array(z.object({_ref: z.string()})).nullable()

const articleInput = z.object({
  _id: z.string(),
  title: orElse(z.string(), 'Untitled'),
  dek: z.string().nullable(),
  slug: orElse(z.string(), ''),
  /** ISO 8601, UTC. */
  publishedAt: z.string().nullable(),
  /** ISO 8601, UTC; only when an editor set it. */
  updatedAt: z.string().nullable(),
  disclosure: z.string().nullable(),
  licence: orElse(z.enum(licences.map(({value}) => value)), 'all-rights-reserved'),
  /** Byline order, with the whole card. */
  authors: listOf(contribution).transform(onlyResolved),
  leadImage: leadFigure.nullable(),
  topicReferences: pointers,
  topics: listOf(topicLink),
  seriesReference: z.object({_ref: z.string()}).nullable(),
  series: series.nullable(),
  corrections: listOf(correction),
  body,
  readingText,
  /** Ids in the editor's order. */
  furtherReading: pointers.transform((items) => (items ?? []).map(({_ref}) => _ref)),
  furtherReferences: references,
  bodyReferences: references,
  noteReferences: references,
  captionReferences: references,
  leadReferences: references,
})

export const articleResult = articleInput.transform(toArticle).nullable()

function toArticle({
  readingText,
  furtherReferences,
  bodyReferences,
  noteReferences,
  captionReferences,
  leadReferences,
  topicReferences: _topics,
  seriesReference: _series,
  series,
  ...article
}: z.output<typeof articleInput>) {
  return {
    ...article,
    readingMinutes: minutesOf(readingText),
    /** Every published reference that the text, notes, captions or further reading name, once; in no order of use. */
    references: distinct(bodyReferences, noteReferences, captionReferences, leadReferences, furtherReferences),
    series: series && {...series, position: series.articles.findIndex(({_id}) => _id === article._id) + 1},
  }
}

/** `series.position` counts from 1, and is 0 for a draft that is not among the published members. */
export type Article = NonNullable<z.output<typeof articleResult>>
export type Correction = Article['corrections'][number]
export type SeriesOfArticle = NonNullable<Article['series']>

/** The newest articles' slugs, to be built ahead. Params: `{limit: number}`. */
export const articleSlugsQuery = defineQuery(`
  *[_type == "article" && defined(slug.current)] | order(publishedAt desc) [0...$limit].slug.current
`)

export const articleSlugsResult = z
  .array(z.string().nullable())
  .transform((slugs) => slugs.filter((slug) => slug !== null))
