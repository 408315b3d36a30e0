import {defineQuery} from 'next-sanity'
import {z} from 'zod'

import {addressOf, type Addressed} from '@/lib/addresses/addressOf'
import {DEFAULT_STYLE} from '@/lib/citations/styles/citationStyles'
import {isSafeHref} from '@/lib/links/isSafeHref'
import {knownLanguage, knownTimeZone} from '@/lib/vocabularies/locale'
import {publicationKinds} from '@/lib/vocabularies/publicationKinds'

import {listOf, orElse} from './absent'
import {imageFields, imageResult} from './image'

/** What every page shows of the publication. No params. */
export const settingsQuery = defineQuery(`
  *[_type == "settings" && _id == "settings"][0] {
    _id,
    name,
    tagline,
    description,
    "logo": logo{${imageFields}},
    navigation[]{
      _key,
      label,
      href,
      "reference": target{_ref},
      "target": target->{_id, _type, "slug": slug.current, "title": coalesce(title, name)}
    },
    citationStyle,
    publicationKind,
    timeZone,
    language
  }
`)

function target<const Type extends Addressed>(type: Type) {
  return z.object({_id: z.string(), _type: z.literal(type), slug: z.string().nullable(), title: z.string().nullable()})
}

const navigationLink = z.object({
  _key: z.string(),
  label: z.string().nullable(),
  href: z.string().nullable(),
  reference: z.object({_ref: z.string()}).nullable(),
  target: z
    .discriminatedUnion('_type', [
      target('article'),
      target('author'),
      target('page'),
      target('topic'),
      target('series'),
    ])
    .nullable(),
})

const settingsInput = z.object({
  _id: z.literal('settings'),
  name: orElse(z.string(), 'Untitled publication'),
  tagline: z.string().nullable(),
  description: z.string().nullable(),
  logo: imageResult.nullable(),
  navigation: listOf(navigationLink).transform((links) => links.flatMap(toLink)),
  /** The id of a style, which may be an operator's; `readSettings` answers only those that are there. */
  citationStyle: orElse(z.string(), DEFAULT_STYLE),
  publicationKind: orElse(z.enum(publicationKinds.map(({value}) => value)), 'magazine'),
  /** An IANA name. */
  timeZone: orElse(z.string(), 'UTC').transform(knownTimeZone),
  /** BCP 47. */
  language: orElse(z.string(), 'en').transform(knownLanguage),
})

/** The settings, or those of a publication that has chosen nothing yet. */
export const settingsResult = settingsInput.nullable().transform((settings) => settings ?? defaultSettings())

export type Settings = z.output<typeof settingsInput>

function defaultSettings(): Settings {
  return {
    _id: 'settings',
    name: 'Untitled publication',
    tagline: null,
    description: null,
    logo: null,
    navigation: [],
    citationStyle: DEFAULT_STYLE,
    publicationKind: 'magazine',
    timeZone: 'UTC',
    language: 'en',
  }
}

/** A link to a document or to an address; one that leads nowhere, or has no words, is left out. */
function toLink({_key, label, href, target}: z.output<typeof navigationLink>) {
  const address = target?.slug ? addressOf(target._type, target.slug) : href && isSafeHref(href) ? href : null
  const words = label ?? target?.title
  return address && words ? [{_key, label: words, href: address}] : []
}
