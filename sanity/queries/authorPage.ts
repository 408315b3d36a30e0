import {defineQuery} from 'next-sanity'
import {z} from 'zod'

import {articleCard, articleCardFields} from './articleCard'
import {authorCard, authorFields} from './author'

/** One author by slug, and the newest articles with the author in their byline. Params: `{slug: string}`. */
export const authorPageQuery = defineQuery(`
  *[_type == "author" && slug.current == $slug][0] {
    ${authorFields},
    "articles": *[_type == "article" && references(^._id) && ^._id in authors[].author._ref && defined(slug.current)]
      | order(publishedAt desc, _id asc) [0...30] {${articleCardFields}},
    "articleCount": count(*[_type == "article" && references(^._id) && ^._id in authors[].author._ref && defined(slug.current)])
  }
`)

/** `articleCount` counts all, `articles` holds the newest thirty. */
export const authorPageResult = authorCard.extend({articles: z.array(articleCard), articleCount: z.number()}).nullable()

export type AuthorPage = NonNullable<z.output<typeof authorPageResult>>
