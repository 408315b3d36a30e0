import type {ContributorRecord} from '@/lib/citations/reference'
import {toBareDoi} from '@/lib/identifiers/doi'
import {isIsbn} from '@/lib/identifiers/isbn'
import {isWebUrl} from '@/lib/links/isWebUrl'

import {EntryFields} from '../entryFields'
import {asideReading, type EntryDraft} from '../entryDraft'
import {person} from '../line/names'
import {hasOrganisationWord, isMononym} from '../line/organisations'
import {readRisDate} from './risDate'
import {risTags} from './risTags'
import {risTypeOf} from './risTypeOf'

const IGNORED = new Set([
  'TY',
  'ER',
  'ID',
  'AB',
  'N2',
  'KW',
  'DB',
  'DP',
  'AN',
  'AD',
  'CN',
  'L1',
  'L2',
  'L3',
  'L4',
  'LK',
  'RN',
  'RP',
  'J2',
  'JA',
  'U1',
  'U2',
  'U3',
  'U4',
  'U5',
  'ST',
  'LB',
  'AV',
  'C2',
  'C8',
  'CA',
])

/** One RIS record. */
export function readRis(source: string): EntryDraft {
  const whole = {start: 0, end: source.length}
  const lines = risTags(source)
  const used = new Set<string>()
  const all = (...tags: readonly string[]) => {
    for (const tag of tags) used.add(tag)
    return tags.flatMap((tag) => lines.filter((line) => line.tag === tag && line.value !== '').map(({value}) => value))
  }
  const first = (...tags: readonly string[]) => all(...tags)[0] ?? ''
  const fields = new EntryFields()
  const kind = first('TY')
  const isPart = /^(?:CHAP|ECHAP|CONF|CPAPER|ENCYC|DICT)$/.test(kind)
  const container = isPart ? first('C3', 'T2', 'BT', 'JF', 'JO') : first('T2', 'JF', 'JO', 'BT', 'C3')
  const genre = first('M3')
  fields.set('type', ...risTypeOf(kind, container, genre))
  const title = first('TI', 'T1', 'CT') || (kind === 'BOOK' ? first('BT') : '')
  fields.set('title', title, 'sure')
  fields.set('containerTitle', container === title && kind.endsWith('BOOK') ? '' : container, 'sure')
  keepNames('author', all('AU', 'A1'), fields)
  keepNames('editor', /^(?:BOOK|EBOOK|EDBOOK)$/.test(kind) ? all('ED', 'A3', 'A2') : all('ED', 'A2', 'A3'), fields)
  keepNames('translator', all('A4'), fields)
  keepDate(all('DA', 'PY', 'Y1'), kind, fields)
  keepPlace(first, kind, genre, fields)
  keepAccess(all, fields)
  if (!fields.reference.title && !fields.reference.author && !fields.reference.url && !fields.reference.doi) {
    return {...whole, format: 'unparsed', reading: asideReading('This RIS record has no title, author or address.')}
  }
  if (lines.at(-1)?.tag !== 'ER') fields.problems.push('The record has no end (ER): check that it is whole.')
  for (const {tag, value} of lines) {
    if (value !== '' && !used.has(tag) && !IGNORED.has(tag))
      fields.problems.push(`Not kept: ${tag} = “${value.slice(0, 300)}”`)
  }
  return {...whole, format: 'ris', reading: fields.reading()}
}

function keepNames(role: 'author' | 'editor' | 'translator', values: readonly string[], fields: EntryFields) {
  const contributors = [...new Set(values)].map(contributor)
  if (contributors.length === 0) return
  const isGuessed = contributors.some(
    ({_type, literal}) => _type === 'organisation' && !hasOrganisationWord(literal ?? ''),
  )
  fields.set(role, contributors, isGuessed ? 'likely' : 'sure')
}

/** `van der Berg, Jan P., Jr.`; what has no comma is an organisation, or a person of one name. */
function contributor(value: string): ContributorRecord {
  const [family = '', given, suffix] = value.split(/\s*,\s*/)
  if (given === undefined)
    return isMononym(family) ? {_type: 'person', family} : {_type: 'organisation', literal: family}
  if (given === '' && !suffix) return {_type: 'organisation', literal: family}
  return person(family, given, suffix)
}

function keepDate(values: readonly string[], kind: string, fields: EntryFields) {
  const dates = values.flatMap((value) => readRisDate(value) ?? [])
  const best = dates.find(({month}) => month) ?? dates[0]
  const year = dates.find((date) => date.status !== 'dated') ?? best
  if (year) fields.set('issued', year, 'sure')
  else if (kind === 'INPR') fields.set('issued', {status: 'inPress'}, 'likely')
  for (const value of dates.length === 0 ? values : []) fields.problems.push(`Not understood: “${value}”, the date.`)
}

function keepPlace(first: (...tags: readonly string[]) => string, kind: string, genre: string, fields: EntryFields) {
  fields.set('publisher', first('PB'), 'sure')
  fields.set('publisherPlace', first('CY', 'PP', ...(kind === 'CONF' ? ['C1'] : [])), 'sure')
  fields.set('genre', genre, 'sure')
  fields.set('edition', first('ET').replace(/^(\d+)(?:st|nd|rd|th)?(?: ed(?:ition|\.)?)?$/i, '$1'), 'sure')
  fields.set('volume', first('VL', ...(kind === 'CASE' || kind === 'STAT' ? [] : ['VO'])), 'sure')
  fields.set('issue', first('IS', 'CP'), 'sure')
  const number = first('C7', 'M1')
  fields.set('number', /^JOUR$/.test(kind) ? number.replace(/^Article (?:No\.? )?/i, '') : number, 'sure')
  const [from, to] = [first('SP'), first('EP')]
  fields.set(
    'page',
    (to && to !== from && !/[-–]/.test(from) ? `${from}–${to}` : from).replace(/\s*[-–]+\s*/g, '–'),
    'sure',
  )
  const language = first('LA')
  if (/^[a-z]{2,3}(?:-[A-Za-z\d]{2,8})*$/.test(language)) fields.set('language', language, 'sure')
}

function keepAccess(all: (...tags: readonly string[]) => string[], fields: EntryFields) {
  const addresses = all('UR', 'LK', 'L2')
    .flatMap((value) => value.split(/;\s+|\s+/))
    .map((word) => (/^www\./i.test(word) ? `https://${word}` : word))
    .filter(isWebUrl)
  const doi = [...all('DO'), ...addresses].flatMap((value) => toBareDoi(value) ?? [])[0]
  fields.set('doi', doi, 'sure')
  fields.set(
    'url',
    addresses.find((address) => !toBareDoi(address)),
    'sure',
  )
  const read = all('Y2').map(readRisDate)[0]
  if (read?.year && read.month && read.day) {
    fields.set(
      'accessed',
      [String(read.year), String(read.month).padStart(2, '0'), String(read.day).padStart(2, '0')].join('-'),
      'sure',
    )
  }
  const serials = all('SN')
  fields.set('isbn', serials.flatMap((value) => value.split(/[;\s]+(?=97[89]|\d)/)).find(isIsbn), 'sure')
}
