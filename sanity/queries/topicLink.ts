import {z} from 'zod'

import {orElse} from './absent'

/** A topic or series as a link with its description. */
export const topicLinkFields = `_id, title, "slug": slug.current, description`

export const topicLink = z.object({
  _id: z.string(),
  title: orElse(z.string(), 'Untitled'),
  slug: orElse(z.string(), ''),
  description: z.string().nullable(),
})

export type TopicLink = z.output<typeof topicLink>
