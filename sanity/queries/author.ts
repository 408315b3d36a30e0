import {z} from 'zod'

import {isOrcid} from '@/lib/identifiers/orcid'
import {isSafeHref} from '@/lib/links/isSafeHref'

import {listOf, orElse} from './absent'
import {imageFields, imageShape, toImage} from './image'
import {plainText, plainTextFields} from './richText'

/** All that readers are told about an author: the card under an article and the head of the author's page. */
export const authorFields = `
  _id,
  name,
  familyName,
  "slug": slug.current,
  role,
  affiliation,
  "portrait": portrait{${imageFields}, alt},
  bio[]{${plainTextFields}},
  links[]{_key, label, url},
  orcid
`

export const portrait = z
  .object({...imageShape, alt: z.string().nullable()})
  .transform((portrait) => {
    const image = toImage(portrait)
    return image && {...image, alt: portrait.alt ?? ''}
  })
  .nullable()

const profileLink = z.object({_key: z.string(), label: z.string().nullable(), url: z.string().nullable()})

export const authorCard = z.object({
  _id: z.string(),
  name: orElse(z.string(), 'Unnamed'),
  /** Where an editor had to say it: it is not the last word of the name. */
  familyName: z.string().nullable(),
  slug: z.string().nullable(),
  role: z.string().nullable(),
  affiliation: z.string().nullable(),
  portrait,
  bio: plainText,
  /** Only those with a complete address a reader may follow; `label` falls back to the site's name or the mail address. */
  links: listOf(profileLink).transform((links) =>
    links.flatMap(({_key, label, url}) =>
      url && isSafeHref(url) && !url.startsWith('/') ? [{_key, url, label: label ?? placeOf(url)}] : [],
    ),
  ),
  orcid: z
    .string()
    .nullable()
    .transform((orcid) => (orcid && isOrcid(orcid) ? orcid : null)),
})

function placeOf(url: string): string {
  const {hostname, pathname} = new URL(url)
  return hostname || pathname
}

export type AuthorCard = z.output<typeof authorCard>
export type Portrait = NonNullable<z.output<typeof portrait>>
