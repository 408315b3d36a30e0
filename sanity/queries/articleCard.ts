import {z} from 'zod'

import {listOf, orElse} from './absent'
import {leadFigure, figureFields} from './figure'
import {contributionLine, contributionLineFields, onlyResolved} from './contribution'
import {minutesOf, readingText, readingTextFields} from './readingText'

/** One line of a list without pictures, as the archive of a year has them. */
export const articleLineFields = `
  _id,
  title,
  "slug": slug.current,
  publishedAt,
  authors[]{${contributionLineFields}}
`

/** One item of every other list of articles. */
export const articleCardFields = `
  ${articleLineFields},
  dek,
  "leadImage": leadImage{${figureFields}},
  "readingText": ${readingTextFields}
`

const lineShape = {
  _id: z.string(),
  title: orElse(z.string(), 'Untitled'),
  slug: orElse(z.string(), ''),
  /** ISO 8601, UTC. */
  publishedAt: z.string().nullable(),
  /** Byline order. */
  authors: listOf(contributionLine).transform(onlyResolved),
}

export const articleLine = z.object(lineShape)

export const articleCard = z
  .object({...lineShape, dek: z.string().nullable(), leadImage: leadFigure.nullable(), readingText})
  .transform(({readingText, ...card}) => ({...card, readingMinutes: minutesOf(readingText)}))

export type ArticleLine = z.output<typeof articleLine>
export type ArticleCard = z.output<typeof articleCard>
