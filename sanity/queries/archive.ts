import {defineQuery} from 'next-sanity'
import {z} from 'zod'

import {articleCard, articleCardFields, articleLine, articleLineFields} from './articleCard'

/** The years (UTC) in which something was published, newest first, and the newest articles. No params. */
export const archiveQuery = defineQuery(`{
  "dates": array::unique(
    *[_type == "article" && defined(slug.current) && defined(publishedAt)]{"year": string::split(publishedAt, "-")[0]}.year
  ),
  "articles": *[_type == "article" && defined(slug.current)] | order(publishedAt desc, _id asc) [0...24] {${articleCardFields}}
}`)

export const archiveResult = z
  .object({dates: z.array(z.string().nullable()), articles: z.array(articleCard)})
  .transform(({dates, articles}) => ({
    years: dates.flatMap((year) => (year && /^\d{4}$/.test(year) ? [Number(year)] : [])).sort((a, b) => b - a),
    articles,
  }))

export type Archive = z.output<typeof archiveResult>

/** One year's articles, newest first. Params: `{from: string, to: string}`, ISO 8601, `to` excluded. */
export const archiveYearQuery = defineQuery(`{
  "articles": *[_type == "article" && defined(slug.current) && publishedAt >= $from && publishedAt < $to]
    | order(publishedAt desc, _id asc) [0...500] {${articleLineFields}},
  "articleCount": count(*[_type == "article" && defined(slug.current) && publishedAt >= $from && publishedAt < $to])
}`)

/** `articleCount` counts all, `articles` holds the newest five hundred. */
export const archiveYearResult = z.object({articles: z.array(articleLine), articleCount: z.number()})

export type ArchiveYear = z.output<typeof archiveYearResult>
