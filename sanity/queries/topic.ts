import {defineQuery} from 'next-sanity'
import {z} from 'zod'

import {articleCard, articleCardFields} from './articleCard'
import {topicLink, topicLinkFields} from './topicLink'

/** One topic by slug with its newest articles. Params: `{slug: string}`. */
export const topicQuery = defineQuery(`
  *[_type == "topic" && slug.current == $slug][0] {
    ${topicLinkFields},
    "articles": *[_type == "article" && references(^._id) && ^._id in topics[]._ref && defined(slug.current)]
      | order(publishedAt desc, _id asc) [0...30] {${articleCardFields}},
    "articleCount": count(*[_type == "article" && references(^._id) && ^._id in topics[]._ref && defined(slug.current)])
  }
`)

/** `articleCount` counts all, `articles` holds the newest thirty. */
export const topicResult = topicLink.extend({articles: z.array(articleCard), articleCount: z.number()}).nullable()

export type Topic = NonNullable<z.output<typeof topicResult>>
