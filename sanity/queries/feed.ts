import {defineQuery} from 'next-sanity'
import {z} from 'zod'

import {listOf, orElse} from './absent'
import {correction, pointers} from './article'
import {body, bodyFields} from './body'
import {contributionLine, contributionLineFields, onlyResolved} from './contribution'
import {figureFields, leadFigure} from './figure'
import {citedReferenceFields, distinct, references} from './reference'
import {topicLink, topicLinkFields} from './topicLink'

/** The newest dated articles with their whole text, newest first. No params. */
export const feedQuery = defineQuery(`
  *[_type == "article" && defined(slug.current) && defined(publishedAt)] | order(publishedAt desc, _id asc) [0...20] {
    _id,
    title,
    dek,
    "slug": slug.current,
    publishedAt,
    updatedAt,
    disclosure,
    authors[]{${contributionLineFields}},
    "leadImage": leadImage{${figureFields}},
    "topicReferences": topics[]{_ref},
    "topics": array::compact(topics[]->{${topicLinkFields}}),
    corrections[]{_key, kind, date, text},
    body[]{${bodyFields}},
    ${citedReferenceFields}
  }
`)

const feedArticle = z
  .object({
    _id: z.string(),
    title: orElse(z.string(), 'Untitled'),
    dek: z.string().nullable(),
    slug: orElse(z.string(), ''),
    /** ISO 8601, UTC. */
    publishedAt: orElse(z.string(), ''),
    /** ISO 8601, UTC; only when an editor set it. */
    updatedAt: z.string().nullable(),
    disclosure: z.string().nullable(),
    authors: listOf(contributionLine).transform(onlyResolved),
    leadImage: leadFigure.nullable(),
    topicReferences: pointers,
    topics: listOf(topicLink),
    corrections: listOf(correction),
    body,
    furtherReading: pointers.transform((items) => (items ?? []).map(({_ref}) => _ref)),
    furtherReferences: references,
    bodyReferences: references,
    noteReferences: references,
    captionReferences: references,
    leadReferences: references,
  })
  .transform(
    ({
      furtherReferences,
      bodyReferences,
      noteReferences,
      captionReferences,
      leadReferences,
      topicReferences: _topics,
      ...article
    }) => ({
      ...article,
      references: distinct(bodyReferences, noteReferences, captionReferences, leadReferences, furtherReferences),
    }),
  )

export const feedResult = z.array(feedArticle)

export type FeedArticle = z.output<typeof feedArticle>
