import {defineQuery} from 'next-sanity'
import {z} from 'zod'

import {articleCard, articleCardFields} from './articleCard'
import {topicLink, topicLinkFields} from './topicLink'

/** The front page: the newest articles, newest first, and ways into the rest. No params. */
export const homeQuery = defineQuery(`{
  "articles": *[_type == "article" && defined(slug.current)] | order(publishedAt desc, _id asc) [0...13] {${articleCardFields}},
  "topics": *[_type == "topic" && defined(slug.current)] | order(title asc) [0...24] {${topicLinkFields}},
  "series": *[_type == "series" && defined(slug.current)] | order(title asc) [0...6] {${topicLinkFields}}
}`)

export const homeResult = z.object({
  articles: z.array(articleCard),
  topics: z.array(topicLink),
  series: z.array(topicLink),
})

export type Home = z.output<typeof homeResult>
