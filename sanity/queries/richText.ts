import {z} from 'zod'

import {addressOf, type Addressed} from '@/lib/addresses/addressOf'
import {locatorLabels} from '@/lib/citations/citing/locatorLabels'
import {isSafeHref} from '@/lib/links/isSafeHref'

import {listOf, orElse} from './absent'

/** Portable Text's parts, shared by the body, notes, captions and biographies. */
export const spanFields = `_type == "span" => {text, marks}`
export const linkFields = `_type == "link" => {href}`
export const internalLinkFields = `
  _type == "internalLink" => {"target": target->{_id, _type, "slug": slug.current}, "reference": target{_ref}}
`
export const citationFields = `
  _type == "citation" => {
    mode,
    items[]{_key, "reference": reference{_ref}, locator, label, prefix, suffix, suppressAuthor}
  }
`

export const span = z.object({
  _key: z.string(),
  _type: z.literal('span'),
  text: orElse(z.string(), ''),
  marks: listOf(z.string()).transform(distinctMarks),
})

/** Each mark is one element around the next: a span of thousands overflows the stack. */
const MAX_MARKS = 20

/** The renderer looks names up in a plain object, where `constructor` would be found. */
function distinctMarks(marks: string[]): string[] {
  return [...new Set(marks)].filter((mark) => !(mark in Object.prototype)).slice(0, MAX_MARKS)
}

export const link = z.object({
  _key: z.string(),
  _type: z.literal('link'),
  /** `null` when it is none that a reader may follow. */
  href: z
    .string()
    .nullable()
    .transform((href) => (href && isSafeHref(href) ? href : null)),
})

export const internalLink = z
  .object({
    _key: z.string(),
    _type: z.literal('internalLink'),
    target: z
      .discriminatedUnion('_type', [
        target('article'),
        target('author'),
        target('page'),
        target('topic'),
        target('series'),
      ])
      .nullable(),
    reference: z.object({_ref: z.string()}).nullable(),
  })
  .transform(({_key, _type, target}) => ({_key, _type, href: target && hrefTo(target._type, target.slug)}))

function target<const Type extends Addressed>(type: Type) {
  return z.object({_id: z.string(), _type: z.literal(type), slug: z.string().nullable()})
}

function hrefTo(type: Addressed, slug: string | null): string | null {
  return slug ? addressOf(type, slug) : null
}

const citationItem = z.object({
  _key: z.string(),
  reference: z.object({_ref: z.string()}).nullable(),
  locator: z.string().nullable(),
  label: orElse(z.enum(locatorLabels.map(({value}) => value)), 'page'),
  prefix: z.string().nullable(),
  suffix: z.string().nullable(),
  suppressAuthor: orElse(z.boolean(), false),
})

type CitationItemOutput = z.output<typeof citationItem>
type Cited = Omit<CitationItemOutput, 'reference'> & {reference: {_ref: string}}

export const citation = z.object({
  _key: z.string(),
  _type: z.literal('citation'),
  mode: orElse(z.enum(['parenthetical', 'narrative']), 'parenthetical'),
  /** Items without a reference are left out. */
  items: listOf(citationItem).transform((items) =>
    items.flatMap(({reference, ...item}): Cited[] => (reference ? [{...item, reference}] : [])),
  ),
})

export type Span = z.output<typeof span>
export type Link = z.output<typeof link>
export type InternalLink = z.output<typeof internalLink>
export type Citation = z.output<typeof citation>
export type CitationItem = Citation['items'][number]

/** A short text: emphasis and links, nothing else. Biographies and callouts. */
export const plainTextFields = `
  _key,
  _type,
  style,
  markDefs[]{_key, _type, ${linkFields}},
  children[]{_key, _type, ${spanFields}}
`

const blockShape = {_key: z.string(), _type: z.literal('block'), style: orElse(z.enum(['normal']), 'normal')}

export const plainBlock = z.object({
  ...blockShape,
  markDefs: listOf(link),
  children: listOf(span),
})

export const plainText = listOf(plainBlock)
export type PlainText = z.output<typeof plainText>

/** A text that may cite: notes and captions. */
export const citingTextFields = `
  _key,
  _type,
  style,
  markDefs[]{_key, _type, ${linkFields}},
  children[]{_key, _type, ${spanFields}, ${citationFields}}
`

export const citingBlock = z.object({
  ...blockShape,
  markDefs: listOf(link),
  children: listOf(z.discriminatedUnion('_type', [span, citation])),
})

export const citingText = listOf(citingBlock)
export type CitingText = z.output<typeof citingText>
