import type {CslDate, CslName, DateParts} from '@/lib/citations/csl/csl'
import type {ReferenceRecord} from '@/lib/citations/reference'

import {bibtexTypes, entrySubtypes, isReferenceType} from './bibtexTypes'
import {citeKeys} from './citeKeys'
import {exportItem, type ExportItem} from './exportItem'
import {tex, texMarked, texTitle} from './tex'

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** A field's name and its value as TeX; without braces when it is a macro. */
type Field = [name: string, value: string | undefined, form?: 'macro']

/**
 * References as a BibTeX file in UTF-8, in the order given. Never throws: a field that a reference lacks is left out.
 *
 * @see https://ctan.org/pkg/bibtex (btxdoc, §3) and https://ctan.org/pkg/biblatex (§2.1, types beyond BibTeX’s own)
 */
export function toBibtex(references: readonly ReferenceRecord[]): string {
  const items = references.map(exportItem)
  const keys = citeKeys(items)
  return items.map((item, index) => entry(item, keys[index] ?? `work${index}`)).join('\n')
}

function entry(item: ExportItem, key: string): string {
  const lines = fieldsOf(item)
    .filter(([, value]) => value)
    .map(([name, value, form]) => `  ${name} = ${form === 'macro' ? value : `{${value}}`},\n`)
  return `@${typeOf(item)}{${key},\n${lines.join('')}}\n`
}

function typeOf({type, genre = ''}: ExportItem): string {
  if (type === 'thesis' && /\b(?:doctoral|ph\.? ?d)/i.test(genre)) return 'phdthesis'
  if (type === 'thesis' && /\bmaster/i.test(genre)) return 'mastersthesis'
  if (type === 'broadcast' && !/\b(?:podcast|radio|audio)/i.test(genre)) return 'video'
  return isReferenceType(type) ? bibtexTypes[type].type : 'misc'
}

function fieldsOf(item: ExportItem): Field[] {
  const {
    container = 'booktitle',
    publisher = 'publisher',
    edition = 'edition',
  } = isReferenceType(item.type) ? bibtexTypes[item.type] : {}
  const isArticle = item.type.startsWith('article-')
  return [
    ['author', names(item.author)],
    ['title', item.title && texTitle(item.title)],
    [container, container === 'organization' ? list(item['container-title']) : field(item['container-title'])],
    ['entrysubtype', isReferenceType(item.type) ? entrySubtypes[item.type] : undefined],
    ['editor', names(item.editor)],
    ['translator', names(item.translator)],
    ...dateFields(item),
    ['type', field(item.genre)],
    [edition, field(item.edition)],
    ['volume', field(item.volume)],
    ['number', field(item.issue ?? (isArticle ? undefined : item.number))],
    ['eid', isArticle ? field(item.number) : undefined],
    ['pages', item.page && tex(item.page.replace(/\s*[-–—]+\s*/g, '--'))],
    [publisher, list(item.publisher)],
    [item.type === 'speech' ? 'venue' : 'address', list(item['publisher-place'])],
    ['isbn', field(item.ISBN)],
    ['doi', item.DOI && unbraced(item.DOI)],
    ['url', item.URL && unbraced(item.URL)],
    ['urldate', item.accessed && isoDate(item.accessed['date-parts'][0])],
    ['language', field(item.language)],
    ['note', item.note && tex(item.note)],
  ]
}

/** BibTeX knows a year and a month; the day, a range and an uncertain date are for those who read biblatex. */
function dateFields({issued, status}: ExportItem): Field[] {
  if (status === 'in press') {
    return [
      ['year', 'in press'],
      ['pubstate', 'inpress'],
    ]
  }
  const [start, end] = issued?.['date-parts'] ?? []
  if (!start) return [['year', 'n.d.']]
  const [year, month, day] = start
  const isPlain = !end && !issued?.circa
  return [
    ['year', String(year)],
    ['month', month ? MONTHS[month - 1] : undefined, 'macro'],
    ['day', day ? String(day) : undefined],
    ['date', isPlain || year < 0 ? undefined : uncertain(issued, [start, end].map(isoDate).filter(Boolean).join('/'))],
  ]
}

function uncertain(issued: CslDate | undefined, date: string): string {
  return issued?.circa ? date.replace(/(?=\/|$)/g, '~') : date
}

function isoDate(parts: DateParts | undefined): string {
  const [year, ...rest] = parts ?? []
  if (year === undefined) return ''
  return [String(year).padStart(4, '0'), ...rest.map((part) => String(part).padStart(2, '0'))].join('-')
}

function names(list: readonly CslName[] | undefined): string | undefined {
  return list?.map(name).join(' and ')
}

/** `von Last, Jr, First`; what a reader would cut elsewhere, and an organisation’s name, stands in braces. */
function name({family = '', given, suffix, literal, 'non-dropping-particle': particle}: CslName): string {
  if (literal) return `{${tex(literal)}}`
  const von =
    particle && /^\p{Ll}[\p{L}\p{M}'’ -]*$/u.test(particle) && !/\band\b/i.test(particle) ? `${tex(particle)} ` : ''
  const whole = von || !particle ? family : `${particle} ${family}`
  const parts = [`${von}${part(whole, !given && !suffix)}`, suffix && part(suffix), given && part(given)]
  return parts.filter(Boolean).join(', ')
}

function part(text: string, isAlone = false): string {
  const isCut = /,|\band\b/i.test(text) || /(?:^| )\p{Ll}\S* /u.test(text) || (isAlone && text.includes(' '))
  return isCut ? `{${tex(text)}}` : tex(text)
}

function field(text: string | undefined): string | undefined {
  return text && texMarked(text)
}

/** biblatex reads some fields as lists of names, and would make two of “Rivington and Sons”. */
function list(text: string | undefined): string | undefined {
  return text && (/\band\b/i.test(text) ? `{${texMarked(text)}}` : texMarked(text))
}

/** Addresses are printed as they are, so only what would end the field is changed, into what a browser takes for the same. */
function unbraced(address: string): string {
  return address.replace(/[{}\\]/g, encodeURIComponent)
}
