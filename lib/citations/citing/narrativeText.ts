import type {ContributorRecord, ReferenceRecord} from '@/lib/citations/reference'
import {plainText} from '@/lib/citations/richText'

import {ENGLISH, type NarrativeWords} from './narrativeWords'
import {pastedName} from './pastedName'

/** Their editors are those of the whole. */
const IN_A_BOOK = /^(?:chapter|entry-dictionary|entry-encyclopedia)$/

/**
 * How a sentence names a work: `Polanyi (1944)`, `Gall and Peters (1885)`, `Šavrič et al. (2019)`.
 *
 * Without authors the editors stand, without editors the title, in quotation marks. Never empty. Who stands, and how
 * years and eras are written, is as in the entry.
 */
export function narrativeText(reference: ReferenceRecord, words: NarrativeWords = ENGLISH): string {
  if (!reference.title?.trim() && reference.verbatim?.trim()) return pastedText(reference.verbatim)
  const editor = IN_A_BOOK.test(reference.type ?? '') ? null : reference.editor
  const people = [reference.author, editor].find((list) => list && list.length > 0) ?? []
  const names = people.map(shortName).filter((name) => name !== '')
  return `${namesText(names, words) || titleText(reference)} (${dateText(reference, words)})`
}

function dateText({issued}: ReferenceRecord, words: NarrativeWords): string {
  if (issued?.status === 'inPress') return 'in press'
  const {year, endYear} = issued ?? {}
  if (issued?.status === 'nd' || typeof year !== 'number') return words.noDate
  const years = endYear && endYear > year ? yearsText(year, endYear, words) : yearText(year, words)
  return `${issued?.circa ? `${words.circa} ` : ''}${years}`
}

/** As the engine has it: the era stands once, behind both; only where a range leads into ours must each have its own. */
function yearsText(year: number, endYear: number, words: NarrativeWords): string {
  if (year < 0 && endYear > 0) return `${yearText(year, words)}–${yearText(endYear, words)}`
  return `${Math.abs(year)}–${Math.abs(endYear)}${eraOf(year, words)}`
}

function yearText(year: number, words: NarrativeWords): string {
  return `${Math.abs(year)}${eraOf(year, words)}`
}

/** The engine tells early years of our era from those before it. */
function eraOf(year: number, {bc, ad}: NarrativeWords): string {
  if (year < 0) return bc
  return year < 500 ? ad : ''
}

function namesText(names: readonly string[], {and, etAl}: NarrativeWords): string {
  const [first = '', second] = names
  if (names.length > 2) return `${first} ${etAl}`
  return second ? `${first} ${and} ${second}` : first
}

function shortName({literal, particles, family, given}: ContributorRecord): string {
  return literal?.trim() || [particles, family ?? given].filter(Boolean).join(' ').trim()
}

function pastedText(verbatim: string): string {
  const {author, year} = pastedName(verbatim)
  return year ? `${author} (${year})` : author
}

function titleText({title}: ReferenceRecord): string {
  return `“${plainText(title ?? '').trim() || 'Untitled'}”`
}
