import {defineQuery} from 'next-sanity'
import {z} from 'zod'

import {articleCard, articleCardFields} from './articleCard'
import {figureFields, leadFigure} from './figure'
import {topicLink, topicLinkFields} from './topicLink'

/** One series by slug with its articles in reading order, oldest first. Params: `{slug: string}`. */
export const seriesQuery = defineQuery(`
  *[_type == "series" && slug.current == $slug][0] {
    ${topicLinkFields},
    "image": image{${figureFields}},
    "articles": *[_type == "article" && references(^._id) && series._ref == ^._id && defined(slug.current)]
      | order(publishedAt asc, _id asc) [0...100] {${articleCardFields}}
  }
`)

export const seriesResult = topicLink.extend({image: leadFigure.nullable(), articles: z.array(articleCard)}).nullable()

export type Series = NonNullable<z.output<typeof seriesResult>>
