import type {ContributorRecord} from '@/lib/citations/reference'
import {toBareDoi} from '@/lib/identifiers/doi'
import {isIsbn} from '@/lib/identifiers/isbn'
import {isWebUrl} from '@/lib/links/isWebUrl'

import {EntryFields} from '../entryFields'
import type {Reading} from '../parsedEntry'
import {readCslDate} from './cslDate'
import {looseItem, type LooseItem, type LooseName} from './cslItem'
import {cslTypeOf} from './cslTypeOf'

/** A CSL-JSON item in our fields, or null when it is none: it must have a title, a maker or an address. Never throws. */
export function fromCslItem(value: unknown): Reading | null {
  const parsed = looseItem.safeParse(value)
  if (!parsed.success) return null
  const item = parsed.data
  const fields = new EntryFields()
  const {type, genre, confidence} = cslTypeOf(item.type)
  fields.set('type', type, confidence)
  fields.set('title', item.title, 'sure')
  const isSpeech = type === 'speech'
  fields.set(
    'containerTitle',
    (isSpeech ? (item['event-title'] ?? item.event) : undefined) ??
      item['container-title'] ??
      (type === 'thesis' ? item.archive : undefined),
    'sure',
  )
  fields.set(
    'publisher',
    item.publisher ?? (type === 'legal_case' || type === 'legislation' ? item.authority : undefined),
    'sure',
  )
  fields.set('publisherPlace', (isSpeech ? item['event-place'] : undefined) ?? item['publisher-place'], 'sure')
  fields.set('genre', item.genre ?? item.medium ?? genre, item.genre ? 'sure' : 'likely')
  fields.set('number', item.number ?? item['article-number'], 'sure')
  fields.set('edition', item.edition ?? item.version, 'sure')
  fields.set('volume', item.volume, 'sure')
  fields.set('issue', item.issue, 'sure')
  fields.set('page', item.page?.replace(/\s*[-–]+\s*/g, '–'), 'sure')
  keepNames(item, fields)
  keepAccess(item, fields)
  if (item.status && /in press|forthcoming/i.test(item.status)) fields.set('issued', {status: 'inPress'}, 'sure')
  else fields.set('issued', readCslDate(item.issued), 'sure')
  if (item.issued?.season) fields.problems.push(`The season is not kept: “${item.issued.season}”.`)
  if (item.note && item.title) fields.problems.push(`Not kept: note = “${item.note.slice(0, 300)}”`)
  const {title, author, url, doi} = fields.reference
  return title || author || url || doi ? fields.reading() : null
}

function keepNames(item: LooseItem, fields: EntryFields) {
  const author = item.author?.length ? item.author : item.director?.length ? item.director : item.host
  for (const [role, list] of [
    ['author', author],
    ['editor', item.editor],
    ['translator', item.translator],
  ] as const) {
    const contributors = (list ?? []).flatMap((name) => contributor(name))
    if (contributors.length > 0) fields.set(role, contributors, 'sure')
  }
}

function contributor({family, given, suffix, literal, name, ...particles}: LooseName): ContributorRecord[] {
  const whole = literal ?? name
  if (whole) return [{_type: 'organisation', literal: whole}]
  if (!family) return given ? [{_type: 'person', family: given}] : []
  const before = [particles['dropping-particle'], particles['non-dropping-particle']].filter(Boolean).join(' ')
  return [
    {
      _type: 'person',
      family,
      ...(given ? {given} : {}),
      ...(before ? {particles: before} : {}),
      ...(suffix ? {suffix} : {}),
    },
  ]
}

function keepAccess(item: LooseItem, fields: EntryFields) {
  const url = item.URL && isWebUrl(item.URL) ? item.URL : undefined
  const doi = toBareDoi(item.DOI ?? '') ?? toBareDoi(url ?? '')
  fields.set('doi', doi, 'sure')
  if (url && !toBareDoi(url)) fields.set('url', url, 'sure')
  if (item.URL && !url) fields.problems.push(`The address is not one that can be linked: ${item.URL.slice(0, 300)}`)
  const isbn = item.ISBN?.split(/\s+/).find(isIsbn)
  fields.set('isbn', isbn, 'sure')
  const language = item.language && /^[a-z]{2,3}(?:-[A-Za-z\d]{2,8})*$/.exec(item.language)?.[0]
  fields.set('language', language, 'sure')
  const {year, month, day} = readCslDate(item.accessed) ?? {}
  if (year && month && day)
    fields.set('accessed', [year, String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-'), 'sure')
}
