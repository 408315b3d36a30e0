import {plugins} from '@citation-js/core'
import '@citation-js/plugin-bibtex'
import '@citation-js/plugin-ris'
import {parse as parseBibtex} from '@retorquere/bibtex-parser'
import {expect, test} from 'vitest'
import {z} from 'zod'

import type {CslName} from '@/lib/citations/csl/csl'
import {plainText} from '@/lib/citations/richText'
import type {ReferenceType} from '@/lib/citations/referenceTypes'

import {toBibtex} from './bibtex'
import {bibtexTypes, isReferenceType} from './bibtexTypes'
import {toCslJson} from './cslJson'
import {exportCorpus} from './exportCorpus.fixture'
import {exportItem, type ExportItem} from './exportItem'
import {toRis} from './ris'

const references = exportCorpus()
const corpus = references.map((reference) => ({name: reference._id, reference, item: exportItem(reference)}))

const text = z.union([z.string(), z.number()]).transform(String).optional()
const date = z
  .object({'date-parts': z.array(z.array(z.number())).optional(), literal: z.string().optional()})
  .optional()
const csl = z.object({
  type: z.string(),
  title: text,
  'container-title': text,
  publisher: text,
  authority: text,
  genre: text,
  volume: text,
  issue: text,
  number: text,
  edition: text,
  page: text,
  DOI: text,
  URL: text,
  ISBN: text,
  note: text,
  author: z.array(z.record(z.string(), z.string())).optional(),
  editor: z.array(z.record(z.string(), z.string())).optional(),
  translator: z.array(z.record(z.string(), z.string())).optional(),
  issued: date,
  accessed: date,
})

/** What citation-js has no place for, as the kind of a work; the rest it must read. */
const KINDS_READ_AS: Partial<Record<ReferenceType, string>> = {
  'article-magazine': 'article-journal',
  'article-newspaper': 'article-journal',
  'entry-encyclopedia': 'entry',
  'entry-dictionary': 'entry',
  'post-weblog': 'webpage',
  interview: 'document',
  speech: 'document',
}

test.each(corpus)('citation-js reads the BibTeX of $name', ({reference, item}) => {
  const read = citationJs(toBibtex([reference]))
  const kind = isReferenceType(item.type) ? KINDS_READ_AS[item.type] : undefined
  const isPodcast = /podcast|radio/i.test(item.genre ?? '')
  expect(read.type).toBe(item.type === 'broadcast' ? (isPodcast ? 'song' : 'motion_picture') : (kind ?? item.type))
  expect(namesOf(read.author)).toEqual(namesOf(item.author))
  expect(namesOf(read.editor)).toEqual(namesOf(item.editor))
  expect(namesOf(read.translator)).toEqual(namesOf(item.translator))
  expect(read.title?.replace(/<span class="nocase">|<\/span>/g, '')).toBe(item.title)
  expect(pages(read.page)).toBe(pages(item.page))
  expect(read.issued).toEqual(issuedInBibtex(item))
  expect(read.accessed).toEqual(item.accessed)
  expect({...pick(read, ['DOI', 'URL', 'ISBN', 'volume', 'note'])}).toEqual({
    ...pick(item, ['DOI', 'URL', 'ISBN', 'volume', 'note']),
  })
})

test.each(corpus)('bibtex-parser reads the BibTeX of $name', ({reference, item}) => {
  const {entries, errors} = parseBibtex(toBibtex([reference]), {sentenceCase: false})
  const [entry] = entries
  const fields: Record<string, unknown> = {...entry?.fields}
  const {container, publisher, edition} = {
    container: 'booktitle',
    publisher: 'publisher',
    edition: 'edition',
    ...(isReferenceType(item.type) ? bibtexTypes[item.type] : {}),
  }
  expect(errors).toEqual([])
  expect(entries).toHaveLength(1)
  expect(creators(fields.author)).toEqual(namesOf(item.author))
  expect(creators(fields.editor)).toEqual(namesOf(item.editor))
  expect(creators(fields.translator)).toEqual(namesOf(item.translator))
  expect(plainText(String(fields.title ?? '')).replace(/[₂³]/g, (sign) => ({'₂': '2', '³': '3'})[sign] ?? sign)).toBe(
    plainText(item.title ?? ''),
  )
  expect({
    [container]: one(fields[container]),
    [publisher]: one(fields[publisher]),
    [edition]: one(fields[edition]),
    type: one(fields.type),
    volume: one(fields.volume),
    number: one(fields.number),
    eid: one(fields.eid),
    pages: pages(one(fields.pages)),
    doi: one(fields.doi),
    url: one(fields.url),
    isbn: one(fields.isbn),
    year: one(fields.year),
    month: one(fields.month),
    day: one(fields.day),
  }).toEqual({
    [container]: item['container-title'],
    [publisher]: item.publisher,
    [edition]: item.edition,
    type: item.genre,
    volume: item.volume,
    number: item.issue ?? (item.type.startsWith('article-') ? undefined : item.number),
    eid: item.type.startsWith('article-') ? item.number : undefined,
    pages: pages(item.page),
    doi: item.DOI,
    url: item.URL,
    isbn: item.ISBN,
    ...yearMonthDay(item),
  })
})

test.each(corpus)('citation-js reads the RIS of $name', ({reference, item}) => {
  const read = citationJs(toRis([reference]))
  const kinds: Record<string, string> = {broadcast: 'motion_picture', speech: 'motion_picture', interview: 'document'}
  expect(read.type).toBe(kinds[item.type] ?? item.type)
  // It reads no author of a law, calls that of a newspaper's article a reporter, and takes its date from its year alone.
  const isNews = item.type === 'article-newspaper'
  expect(plainNames(read.author)).toEqual(isNews || item.type === 'legislation' ? [] : plainNames(item.author))
  expect(read.title).toBe(item.title && plainText(item.title))
  expect(pick(read, ['DOI', 'URL', 'note'])).toEqual(pick(item, ['DOI', 'URL', 'note']))
  const [start] = item.issued?.['date-parts'] ?? []
  expect(read.issued?.['date-parts']?.[0]).toEqual(isNews ? start?.slice(0, 1) : start)
})

test.each(corpus)('every field of $name has its line in RIS', ({reference, item}) => {
  const lines = new Map<string, string[]>()
  for (const line of toRis([reference]).trimEnd().split('\r\n')) {
    const [, tag = '', value = ''] = /^([A-Z][A-Z\d]) {2}- (.*)$/.exec(line) ?? []
    lines.set(tag, [...(lines.get(tag) ?? []), value])
  }
  const only = (tag: string) => lines.get(tag)?.join('; ')
  const numbers = (tag: string) => only(tag)?.split('/').slice(0, 3).filter(Boolean).map(Number)
  const isConference = item.type === 'paper-conference'
  expect({
    authors: lines.get('AU') ?? [],
    editors: lines.get('A2') ?? lines.get('A3') ?? lines.get('ED') ?? [],
    translators: lines.get('A4') ?? [],
    container: only(isConference ? 'C3' : 'T2'),
    number: only('C7') ?? only('M1'),
    page: pages([only('SP'), only('EP')].filter(Boolean).join('-') || undefined),
    issued: numbers('DA'),
    accessed: numbers('Y2'),
    ...Object.fromEntries(Object.keys(TAGS).map((tag) => [tag, only(tag)])),
  }).toEqual({
    authors: (item.author ?? []).map(risName),
    editors: (item.editor ?? []).map(risName),
    translators: (item.translator ?? []).map(risName),
    container: item['container-title'],
    number: item.number,
    page: pages(item.page),
    // A year before the common era stands in PY alone.
    issued: item.issued?.['date-parts'].find(([year]) => year > 0),
    accessed: item.accessed?.['date-parts'][0],
    ...Object.fromEntries(Object.entries(TAGS).map(([tag, field]) => [tag, item[field]])),
  })
})

const TAGS = {
  VL: 'volume',
  IS: 'issue',
  ET: 'edition',
  M3: 'genre',
  PB: 'publisher',
  CY: 'publisher-place',
  SN: 'ISBN',
  DO: 'DOI',
  UR: 'URL',
  LA: 'language',
} as const

test('CSL-JSON is what citation-js takes as it is', () => {
  const read = plugins.input.chain(toCslJson(references), {generateGraph: false})
  expect(read).toEqual(JSON.parse(toCslJson(references)))
})

test('gives every reference of a list a key of its own, in ASCII, whatever the order', () => {
  const keys = [...toBibtex(references).matchAll(/^@\w+\{([^,]*),$/gm)].map(([, key = '']) => key)
  const reversed = [...toBibtex(references.toReversed()).matchAll(/^@\w+\{([^,]*),$/gm)].map(([, key = '']) => key)
  expect(new Set(keys).size).toBe(references.length)
  expect(keys.filter((key) => !/^[a-z][a-z\d-]*$/.test(key))).toEqual([])
  expect(reversed.toReversed()).toEqual(keys)
})

test('reads the whole corpus from one file', () => {
  expect(parseBibtex(toBibtex(references), {sentenceCase: false}).entries).toHaveLength(references.length)
  expect(plugins.input.chain(toBibtex(references), {generateGraph: false})).toHaveLength(references.length)
  expect(plugins.input.chain(toRis(references), {generateGraph: false})).toHaveLength(references.length)
})

function citationJs(file: string) {
  return csl.parse(plugins.input.chain(file, {generateGraph: false})[0])
}

type Names = readonly CslName[] | readonly Record<string, string>[] | undefined

/** An organisation's name in double braces is read as a family name. A particle with a capital is one with the name. */
function namesOf(names: Names): string[] {
  return (names ?? []).map((name) => {
    const {
      family,
      given,
      suffix,
      literal,
      'non-dropping-particle': particle,
    } = z.record(z.string(), z.string().optional()).parse(name)
    return literal ?? [[particle, family].filter(Boolean).join(' '), given, suffix].filter(Boolean).join(' | ')
  })
}

/** Commas of organisations, and nothing else, are left out of RIS. */
function plainNames(names: Names): string[] {
  return namesOf(names).map((name) => name.replaceAll(',', ''))
}

function risName({family, given, suffix, literal, 'non-dropping-particle': particle}: CslName): string {
  if (literal) return literal.replaceAll(',', '')
  const last = [particle, family].filter(Boolean).join(' ')
  return (suffix ? [last, given ?? '', suffix] : [last, given]).filter((part) => part !== undefined).join(', ')
}

const creator = z.object({
  name: z.string().optional(),
  prefix: z.string().optional(),
  lastName: z.string().optional(),
  firstName: z.string().optional(),
  suffix: z.string().optional(),
})

function creators(value: unknown): string[] {
  return z
    .array(creator)
    .parse(value ?? [])
    .map(
      ({name, prefix, lastName, firstName, suffix}) =>
        name ?? [[prefix, lastName].filter(Boolean).join(' '), firstName, suffix].filter(Boolean).join(' | '),
    )
}

function issuedInBibtex({issued, status}: ExportItem) {
  if (status) return {literal: 'in press'}
  return issued ? {'date-parts': issued['date-parts']} : {literal: 'n.d.'}
}

function yearMonthDay({issued, status}: ExportItem) {
  const [year, month, day] = issued?.['date-parts'][0] ?? []
  return {
    year: status ?? (year === undefined ? 'n.d.' : String(year)),
    month: month === undefined ? undefined : String(month),
    day: day === undefined ? undefined : String(day),
  }
}

function pages(page: string | undefined): string | undefined {
  return page?.replace(/\s*[–-]+\s*/g, '-')
}

function one(value: unknown): string | undefined {
  const [first] = [value].flat()
  return first === undefined ? undefined : String(first)
}

function pick(fields: object, names: readonly string[]): Record<string, unknown> {
  return defined(Object.fromEntries(names.map((name) => [name, Reflect.get(fields, name)])))
}

function defined(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
}
