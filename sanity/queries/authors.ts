import {defineQuery} from 'next-sanity'
import {z} from 'zod'

import {orElse} from './absent'
import {portrait} from './author'
import {imageFields} from './image'

/** Everyone who has written here, by name. No params. */
export const authorsQuery = defineQuery(`
  *[_type == "author" && defined(slug.current)] | order(lower(name) asc, _id asc) [0...500] {
    _id,
    name,
    "slug": slug.current,
    role,
    affiliation,
    "portrait": portrait{${imageFields}, alt}
  }
`)

const authorLine = z.object({
  _id: z.string(),
  name: orElse(z.string(), 'Unnamed'),
  slug: orElse(z.string(), ''),
  role: z.string().nullable(),
  affiliation: z.string().nullable(),
  portrait,
})

export const authorsResult = z.array(authorLine)

export type AuthorLine = z.output<typeof authorLine>
