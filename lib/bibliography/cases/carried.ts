import type {ContributorRecord, IssuedRecord, ReferenceRecord} from '@/lib/citations/reference'
import {referenceTypes} from '@/lib/citations/referenceTypes'

import {readEdition} from '../line/edition'
import {readGenre} from '../line/genres'
import {parseLine} from '../line/parseLine'
import type {ParsedReference} from '../parsedEntry'

/** A record's fields in one spelling, so that what is printed alike compares alike. */
export type Comparable = Record<string, string>

const MONTHS = 'January February March April May June July August September October November December'.split(' ')

/** The fields of a record as far as its printed line carries them. */
export function carried(record: Partial<ReferenceRecord> | ParsedReference, line: string): Comparable {
  const printed = plain(line)
  const fields = comparable(printedParts(record, printed))
  const isMaker = record.author?.some(({literal}) => literal && plain(literal) === fields.containerTitle)
  if (isMaker && printed.split(fields.containerTitle ?? '').length < 3) delete fields.containerTitle
  const kept = Object.entries(fields).filter(([name, value]) => name === 'type' || isPrinted(name, value, printed))
  return Object.fromEntries(kept)
}

/** Without names, months and days that the line leaves out. */
function printedParts(record: Partial<ReferenceRecord> | ParsedReference, line: string): Partial<ReferenceRecord> {
  const {author, issued, accessed} = record
  const month = issued?.month ? MONTHS[issued.month - 1] : undefined
  const hasMonth = month !== undefined && line.includes(month)
  const hasDay = hasMonth && line.includes(`${month} ${issued?.day}`)
  return {
    ...record,
    author: author?.filter(({family, literal}) => line.includes(plain(family ?? literal ?? ''))),
    issued: issued ? {...issued, month: hasMonth ? issued.month : null, day: hasDay ? issued.day : null} : issued,
    accessed: /Retrieved|Abgerufen/.test(line) ? accessed : null,
  }
}

function isPrinted(name: string, value: string, printed: string): boolean {
  if (['author', 'editor', 'translator', 'issued', 'accessed'].includes(name)) return true
  if (name === 'edition') return value !== '1'
  if (name === 'genre') return printed.toLowerCase().includes(value)
  if (name === 'publisherPlace')
    return printed.includes(`, ${value}`) || printed.includes(`. ${value}.`) || printed.includes(`${value}:`)
  return name === 'doi' ? value.startsWith('10.') : printed.includes(value)
}

/** `Vol. 3`, `No. 2`, `pp. 3-9` as they are written without them. */
function withoutLabels(record: Partial<ReferenceRecord> | ParsedReference): Partial<ReferenceRecord> | ParsedReference {
  const {volume, issue, page} = record
  return {
    ...record,
    volume: volume?.replace(/^vol\.? ?/i, ''),
    issue: issue?.replace(/^no\.? ?/i, ''),
    page: page?.replace(/^pp?\. ?/i, ''),
  }
}

/** All fields, each as a plain string. */
export function comparable(record: Partial<ReferenceRecord> | ParsedReference): Comparable {
  const {author, editor, translator, issued, page, number, edition, ...others} = withoutLabels(record)
  const unprinted = ['_id', 'verbatim', 'language', 'isbn', 'note', 'archive']
  const rest: Partial<ReferenceRecord> = Object.fromEntries(
    Object.entries(others).filter(([name]) => !unprinted.includes(name)),
  )
  const article = page && /^(?:e[a-z]*\d+|[a-d]\d{3,}|\d{6,})$/i.test(page)
  const fields: Record<string, string | undefined> = {
    ...Object.fromEntries(
      Object.entries(rest).flatMap(([name, value]) => (typeof value === 'string' ? [[name, plain(value)]] : [])),
    ),
    page: article || !page ? undefined : rest.type === 'legal_case' ? page.replace(/[-–].*/, '') : plain(page),
    number: number ? plain(number.replace(/^(?:pub\. l\. )?no\. |^version /i, '')) : article ? page : undefined,
    edition: edition
      ? plain(readEdition(`${edition} ed.`.replace(/ed\.? ed\.$/, 'ed.')) ?? edition).toLowerCase()
      : undefined,
    genre: rest.genre ? plain(rest.genre).toLowerCase() : undefined,
    title: rest.title ? plain(rest.title).replace(/\.$/, '') : undefined,
    doi: rest.doi ? rest.doi.replace(/^(?:https?:\/\/doi\.org\/|doi:)/, '') : undefined,
    author: names(author),
    editor: names(editor),
    translator: names(translator),
    issued: dateText(issued),
  }
  if (record.genre && readGenre(record.genre)?.genre === undefined) delete fields.genre
  const [, season, episode] = /^Season (\d+), Episode (\d+)$/.exec(number ?? '') ?? []
  if (season) Object.assign(fields, {volume: season, number: episode})
  const key = (value: string | undefined) => value?.toLowerCase().replace(/^the /, '')
  if (
    key(fields.publisher) === key(fields.containerTitle) ||
    fields.author?.split('; ').some((name) => key(name) === key(fields.publisher))
  )
    delete fields.publisher
  if (record.type === 'legislation' && !fields.volume && fields.number) {
    fields.containerTitle ??= fields.number
    delete fields.number
  }
  if (record.type === 'webpage') {
    fields.containerTitle ??= fields.publisher
    delete fields.publisher
    if (key(fields.containerTitle) === key(fields.author)) delete fields.containerTitle
  }
  return Object.fromEntries(Object.entries(fields).flatMap(([name, value]) => (value ? [[name, value]] : [])))
}

export function plain(text: string): string {
  return text
    .replace(/<[^<>]*>/g, '')
    .replace(/[‐‑‒–—]/g, '-')
    .replace(/[“”«»„]/g, '"')
    .replace(/[‘’]/g, "'")
    .replace(/\.(?=")/g, '')
    .replace(/\s+/g, ' ')
    .trim()
}

function names(list: readonly ContributorRecord[] | null | undefined): string | undefined {
  const texts = (list ?? []).map(({literal, family, given, particles, suffix}) =>
    plain(
      literal ?? [[particles, family].filter(Boolean).join(' '), initials(given), suffix].filter(Boolean).join(', '),
    ),
  )
  return texts.length > 0 ? texts.join('; ') : undefined
}

function initials(given: string | null | undefined): string | undefined {
  return given
    ?.replace(/(\p{L})[\p{L}’']*\.?/gu, '$1.')
    .replace(/\.\s*/g, '. ')
    .replace(/\. -/g, '.-')
    .trim()
}

function dateText(issued: IssuedRecord | null | undefined): string {
  if (!issued || issued.status === 'nd') return 'n.d.'
  if (issued.status === 'inPress') return 'in press'
  const {year, month, day, circa, endYear, endMonth, endDay} = issued
  return [
    circa ? 'ca.' : '',
    year,
    month ? MONTHS[month - 1] : '',
    day,
    endYear ? `to ${endYear}` : '',
    endMonth ? `-${MONTHS[endMonth - 1]}` : '',
    endDay ? `-${endDay}` : '',
  ]
    .filter(Boolean)
    .join(' ')
}

/** The fields that are not as in the record, as far as the line carries them; a type that is called a guess may be another. */
export function misses(line: string, input: Partial<ReferenceRecord>): string[] {
  const reading = parseLine(line)
  const found = comparable(reading?.reference ?? {})
  const isTypeOpen = reading?.confidence.type === 'guess' || !referenceTypes.some(({value}) => value === input.type)
  const wanted = carried(isTypeOpen ? {...input, type: found.type} : input, line)
  return [...new Set([...Object.keys(wanted), ...Object.keys(found)])]
    .filter((name) => wanted[name] !== found[name] && !(name === 'type' && isTypeOpen))
    .map((name) => `${name}: ${wanted[name]} ≠ ${found[name]}`)
}
