import type {ReferenceRecord} from '@/lib/citations/reference'
import {referenceTypeTitle} from '@/lib/citations/referenceTypes'
import {plainText} from '@/lib/citations/richText'
import {plainLetters} from '@/lib/letters/plainLetters'

/** A cited work as the library lists it: everything that is searched, sorted by or printed in a list. */
export interface Work {
  id: string
  /** `Polanyi, Karl`; empty for a work that nobody signed. */
  names: string
  title: string
  container: string
  /** `1944`, `ca. 350 BCE`, `n.d.`, `in press`. */
  date: string
  year: number | null
  /** A CSL type, and the words for it. */
  type: string
  typeTitle: string
  /** How many published texts cite it or recommend it. */
  citedBy: number
  /** What it is filed under: a capital letter, or `#`. */
  letter: string
  /** Lower case, without accents. */
  sortName: string
  sortTitle: string
  haystack: string
}

const MAX_NAMES = 3
const MAX_PASTED = 160

/** How the library lists one reference. */
export function toWork(record: ReferenceRecord, citedBy: number): Work {
  const people = [record.author, record.editor].find((list) => list && list.length > 0) ?? []
  const all = people.map(nameOf).filter((name) => name !== '')
  const pasted = record.verbatim?.replace(/\s+/g, ' ').trim() ?? ''
  const title = plainText(record.title ?? '').trim() || shortened(pasted) || 'Untitled'
  const names = all.length > MAX_NAMES ? `${all.slice(0, MAX_NAMES).join('; ')} and others` : all.join('; ')
  const container = record.containerTitle?.trim() || record.publisher?.trim() || ''
  const {date, year} = dateOf(record)
  const type = record.type ?? 'document'
  const [sortName, sortTitle] = [filed(names || title), filed(title)]
  return {
    id: record._id,
    names,
    title,
    container,
    date,
    year,
    type,
    typeTitle: referenceTypeTitle(type),
    citedBy,
    letter: letterOf(sortName),
    sortName,
    sortTitle,
    haystack: plainLetters([...all, title, pasted, container, date, record.doi ?? ''].join(' ')),
  }
}

function nameOf({literal, particles, family, given, suffix}: NonNullable<ReferenceRecord['author']>[number]): string {
  if (literal?.trim()) return literal.trim()
  const last = [particles, family].flatMap((part) => part?.trim() || []).join(' ')
  return [last, given?.trim(), suffix?.trim()].filter(Boolean).join(', ')
}

function shortened(text: string): string {
  return text.length > MAX_PASTED ? `${text.slice(0, MAX_PASTED).trimEnd()}…` : text
}

function dateOf({issued}: ReferenceRecord): {date: string; year: number | null} {
  if (issued?.status === 'inPress') return {date: 'in press', year: null}
  const year = issued?.year
  if (issued?.status === 'nd' || typeof year !== 'number') return {date: 'n.d.', year: null}
  return {date: `${issued?.circa ? 'ca. ' : ''}${year < 0 ? `${-year} BCE` : year}`, year}
}

const ARTICLES = /^(?:the|a|an)\s+/

/** As libraries file: without quotation marks and what else is no letter in front, and without an English article. */
function filed(text: string): string {
  return plainLetters(text)
    .replace(/^[^\p{L}\p{N}]+/u, '')
    .replace(ARTICLES, '')
}

function letterOf(sortName: string): string {
  const [first = ''] = sortName
  return /\p{L}/u.test(first) ? first.toUpperCase() : '#'
}
