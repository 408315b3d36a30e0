import {defineQuery} from 'next-sanity'
import {z} from 'zod'

import {topicLink, topicLinkFields} from './topicLink'

/** All topics by title. No params. */
export const topicsQuery = defineQuery(`
  *[_type == "topic" && defined(slug.current)] | order(lower(title) asc, _id asc) [0...500] {${topicLinkFields}}
`)

export const topicsResult = z.array(topicLink)
