import {z} from 'zod'

import {embedProvider} from '@/lib/embeds/embedProvider'
import {calloutTones} from '@/lib/vocabularies/calloutTones'
import {codeLanguages} from '@/lib/vocabularies/codeLanguages'

import {listOf, orElse} from './absent'
import {figureFields, figureShape, toFigure} from './figure'
import {
  citation,
  citationFields,
  citingText,
  citingTextFields,
  internalLink,
  internalLinkFields,
  link,
  linkFields,
  plainText,
  plainTextFields,
  span,
  spanFields,
} from './richText'

/** The members of an `articleBody`, each with the fields that its component draws. */
export const bodyFields = `
  _key,
  _type,
  _type == "block" => {
    style,
    listItem,
    level,
    markDefs[]{_key, _type, ${linkFields}, ${internalLinkFields}},
    children[]{
      _key,
      _type,
      ${spanFields},
      ${citationFields},
      _type == "footnote" => {text[]{${citingTextFields}}}
    }
  },
  _type == "figure" => {${figureFields}},
  _type == "pullQuote" => {text, attribution},
  _type == "table" => {caption, headerRow, rows[]{_key, cells}},
  _type == "callout" => {tone, title, text[]{${plainTextFields}}},
  _type == "code" => {language, filename, code},
  _type == "embed" => {url, title, caption}
`

/** The Studio nests ten deep; a list of a billion levels would take the server down with it. */
const DEEPEST_LEVEL = 10

function listLevel(level: number): number {
  return Math.min(Math.max(Math.floor(level), 1), DEEPEST_LEVEL)
}

const footnote = z.object({_key: z.string(), _type: z.literal('footnote'), text: citingText})

const block = z.object({
  _key: z.string(),
  _type: z.literal('block'),
  listItem: z.enum(['bullet', 'number']).nullable(),
  level: orElse(z.number(), 1).transform(listLevel),
  style: orElse(z.enum(['normal', 'h2', 'h3', 'h4', 'blockquote']), 'normal'),
  markDefs: listOf(z.discriminatedUnion('_type', [link, internalLink])),
  children: listOf(z.discriminatedUnion('_type', [span, citation, footnote])),
})

const figure = z.object({_key: z.string(), _type: z.literal('figure'), ...figureShape}).transform(toFigure)

const pullQuote = z.object({
  _key: z.string(),
  _type: z.literal('pullQuote'),
  text: orElse(z.string(), ''),
  attribution: z.string().nullable(),
})

const table = z.object({
  _key: z.string(),
  _type: z.literal('table'),
  caption: z.string().nullable(),
  headerRow: orElse(z.boolean(), false),
  rows: listOf(z.object({_key: z.string(), cells: listOf(z.string())})),
})

const callout = z.object({
  _key: z.string(),
  _type: z.literal('callout'),
  tone: orElse(z.enum(calloutTones.map(({value}) => value)), 'note'),
  title: z.string().nullable(),
  text: plainText,
})

const code = z.object({
  _key: z.string(),
  _type: z.literal('code'),
  language: z.enum(codeLanguages.map(({value}) => value)).nullable(),
  filename: z.string().nullable(),
  code: orElse(z.string(), ''),
})

const embed = z
  .object({
    _key: z.string(),
    _type: z.literal('embed'),
    url: z.string().nullable(),
    title: z.string().nullable(),
    caption: z.string().nullable(),
  })
  .transform(({url, ...embed}) => {
    const provider = url ? embedProvider(url) : null
    return {...embed, url: provider ? url : null, provider}
  })

const member = z.discriminatedUnion('_type', [block, figure, pullQuote, table, callout, code, embed])

export const body = listOf(member)

export type Body = z.output<typeof body>
export type BodyMember = Body[number]
export type Block = Extract<BodyMember, {_type: 'block'}>
export type Inline = Block['children'][number]
export type Footnote = Extract<Inline, {_type: 'footnote'}>
export type Figure = Extract<BodyMember, {_type: 'figure'}>
export type PullQuote = Extract<BodyMember, {_type: 'pullQuote'}>
export type Table = Extract<BodyMember, {_type: 'table'}>
export type Callout = Extract<BodyMember, {_type: 'callout'}>
export type Code = Extract<BodyMember, {_type: 'code'}>
export type Embed = Extract<BodyMember, {_type: 'embed'}>
export type {Citation, CitationItem, CitingText, InternalLink, Link, PlainText, Span} from './richText'

/** What an article needs a component for: every member and inline object that Portable Text does not know. */
export type CustomNode = Exclude<BodyMember | Inline, {_type: 'block' | 'span'}>
