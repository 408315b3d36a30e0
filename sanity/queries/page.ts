import {defineQuery} from 'next-sanity'
import {z} from 'zod'

import {orElse} from './absent'
import {body, bodyFields} from './body'
import {distinct, referenceFields, references} from './reference'

/** One page (about, imprint …) by slug. Params: `{slug: string}`. */
export const pageQuery = defineQuery(`
  *[_type == "page" && slug.current == $slug][0] {
    _id,
    title,
    dek,
    "slug": slug.current,
    body[]{${bodyFields}},
    "bodyReferences": array::compact(body[_type == "block"].children[_type == "citation"].items[].reference->{${referenceFields}}),
    "noteReferences": array::compact(body[_type == "block"].children[_type == "footnote"].text[].children[_type == "citation"].items[].reference->{${referenceFields}}),
    "captionReferences": array::compact(body[_type == "figure"].caption[].children[_type == "citation"].items[].reference->{${referenceFields}})
  }
`)

export const pageResult = z
  .object({
    _id: z.string(),
    title: orElse(z.string(), 'Untitled'),
    dek: z.string().nullable(),
    slug: orElse(z.string(), ''),
    body,
    bodyReferences: references,
    noteReferences: references,
    captionReferences: references,
  })
  .transform(({bodyReferences, noteReferences, captionReferences, ...page}) => ({
    ...page,
    references: distinct(bodyReferences, noteReferences, captionReferences),
  }))
  .nullable()

export type Page = NonNullable<z.output<typeof pageResult>>
