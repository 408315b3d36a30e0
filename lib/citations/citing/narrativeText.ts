import type {ContributorRecord, ReferenceRecord} from '@/lib/citations/reference'

import {pastedName} from './pastedName'

/**
 * How a sentence names a work: `Polanyi (1944)`, `Gall and Peters (1885)`, `Šavrič et al. (2019)`.
 *
 * Without authors the editors stand, without editors the title, in quotation marks. Never empty.
 */
export function narrativeText(reference: ReferenceRecord, and = 'and'): string {
  if (!reference.title?.trim() && reference.verbatim?.trim()) return pastedText(reference.verbatim)
  const people = [reference.author, reference.editor].find((list) => list && list.length > 0) ?? []
  const names = people.map(shortName).filter((name) => name !== '')
  return `${namesText(names, and) || titleText(reference)} ${dateText(reference)}`
}

function dateText({issued}: ReferenceRecord): string {
  if (issued?.status === 'inPress') return '(in press)'
  const year = issued?.year
  if (issued?.status === 'nd' || typeof year !== 'number') return '(n.d.)'
  return `(${issued?.circa ? 'ca. ' : ''}${year < 0 ? `${-year} BCE` : year})`
}

function namesText(names: readonly string[], and: string): string {
  const [first = '', second] = names
  if (names.length > 2) return `${first} et al.`
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
  return `“${title?.trim() || 'Untitled'}”`
}
