import type {CslDate, CslName, DateParts} from '@/lib/citations/csl/csl'
import type {ReferenceRecord} from '@/lib/citations/reference'
import {plainText} from '@/lib/citations/richText'

import {isReferenceType} from './bibtexTypes'
import {exportItem, type ExportItem} from './exportItem'
import {risTypes} from './risTypes'

type Line = [tag: string, value: string | undefined]

/**
 * References as a RIS file in UTF-8, in the order given, without markup, which RIS has none of.
 * Never throws: a field that a reference lacks is left out.
 *
 * @see https://web.archive.org/web/20120526103719/http://refman.com/support/risformat_intro.asp
 */
export function toRis(references: readonly ReferenceRecord[]): string {
  return references.map((reference) => record(exportItem(reference))).join('\r\n')
}

function record(item: ExportItem): string {
  const lines = linesOf(item).filter(([, value]) => value)
  return [...lines, ['ER', '']].map(([tag, value]) => `${tag}  - ${value}\r\n`).join('')
}

function linesOf(item: ExportItem): Line[] {
  const {
    type,
    container = 'T2',
    editor = 'ED',
    number = 'M1',
  } = isReferenceType(item.type) ? risTypes[item.type] : {type: 'GEN'}
  const [first, last] = pagesOf(item.page)
  return [
    ['TY', item.type === 'broadcast' && /podcast|radio|audio/i.test(item.genre ?? '') ? 'SOUND' : type],
    ...names('AU', item.author),
    ['TI', plain(item.title)],
    [container, plain(item['container-title'])],
    ...names(editor, item.editor),
    ...names('A4', item.translator),
    ...dateLines(item),
    ['VL', plain(item.volume)],
    ['IS', plain(item.issue)],
    ['SP', first],
    ['EP', last],
    ['ET', plain(item.edition)],
    [number, plain(item.number)],
    ['M3', plain(item.genre)],
    ['PB', plain(item.publisher)],
    ['CY', plain(item['publisher-place'])],
    ['SN', item.ISBN],
    ['DO', item.DOI],
    ['UR', item.URL],
    ['Y2', item.accessed && date(item.accessed['date-parts'][0])],
    ['LA', item.language],
    ['N1', item.note],
  ]
}

function plain(text: string | undefined): string | undefined {
  return text && plainText(text)
}

function dateLines({issued, status}: ExportItem): Line[] {
  if (status === 'in press') return [['PY', 'in press']]
  const [start, end] = issued?.['date-parts'] ?? []
  if (!start) return []
  const [year] = start
  return [
    ['PY', String(year)],
    // A year before the common era has no form as a date.
    ['DA', year < 0 ? undefined : `${date(start)}${otherwise(issued, end)}`],
  ]
}

/** `2026/01/14`, or as much of it as is known. */
function date(parts: DateParts | undefined): string {
  const [year, ...rest] = parts ?? []
  return year === undefined
    ? ''
    : [String(year).padStart(4, '0'), ...rest.map((part) => String(part).padStart(2, '0'))].join('/')
}

/** What RIS calls “other information” stands after the third stroke. */
function otherwise(issued: CslDate | undefined, end: DateParts | undefined): string {
  const [start] = issued?.['date-parts'] ?? []
  const words = [issued?.circa ? 'circa' : '', end ? `to ${date(end).replaceAll('/', '-')}` : ''].filter(Boolean)
  return words.length > 0 ? `${'/'.repeat(4 - (start?.length ?? 1))}${words.join(' ')}` : ''
}

function names(tag: string, list: readonly CslName[] | undefined): Line[] {
  return (list ?? []).map((name) => [tag, nameOf(name)])
}

/** `van der Berg, Jan P., Jr.`; a comma in an organisation’s name would make its end a first name, so it is left out. */
function nameOf({family, given, suffix, literal, 'non-dropping-particle': particle}: CslName): string {
  if (literal) return literal.replaceAll(',', '')
  const last = [particle, family].filter(Boolean).join(' ')
  const parts = suffix ? [last, given ?? '', suffix] : [last, given]
  return parts.flatMap((part) => (part === undefined ? [] : [part.replaceAll(',', '')])).join(', ')
}

/** First and last page of one range; anything else is a first page without a last. */
function pagesOf(page: string | undefined): [first: string | undefined, last: string | undefined] {
  const [, first, last] = /^([^\s,;–—-]+)\s*[–—-]+\s*([^\s,;–—-]+)$/.exec(page ?? '') ?? []
  return first && last ? [first, last] : [page, undefined]
}
