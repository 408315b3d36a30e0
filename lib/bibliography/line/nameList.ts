import type {ContributorRecord} from '@/lib/citations/reference'

import type {Confidence} from '../parsedEntry'
import {takeName, type NameOrder} from './names'
import {endsInOrganisationWord, hasOrganisationWord, isMononym, isTitleCase} from './organisations'

export interface NameListReading {
  contributors: ContributorRecord[]
  confidence: Confidence
  problems: string[]
}

const SEPARATOR =
  /^\s*(?:[,;]?\s*(?:&|\band\b|\bund\b|\bet\b(?! al)|\by\b|\bwith\b)\s*|[,;]\s*(?:…|\.\s?\.\s?\.)\s*(?:&\s*)?|[;,]\s*|…\s*)/u
const ET_AL =
  /^[,;]?\s*(?:&\s*|and\s+)?(?:\[?et al\.?\]?|(?:& |et )?al\.|and others|u\. ?a\.|\[?and \d+ more\]?)\s*[.,]?$/i

/**
 * The names of a list, whole or null: every character must be understood. `orders` are tried one after the other;
 * an organisation may stand among persons.
 */
export function readPersons(text: string, orders: readonly NameOrder[]): NameListReading | null {
  for (const order of orders) {
    const reading = readInOrder(text, order)
    if (reading) return reading
  }
  return null
}

/** By the national standard only the first name is inverted: `Иванов, И. И., Петров П. П.` */
const CYRILLIC = /^\p{Script=Cyrillic}/u

function readInOrder(text: string, order: NameOrder): NameListReading | null {
  const contributors: ContributorRecord[] = []
  const problems: string[] = []
  let rest = text.trim()
  let persons = 0
  while (rest !== '') {
    if (ET_AL.test(rest)) {
      problems.push('“et al.” stands for further authors, who are not named.')
      break
    }
    const name =
      takeName(rest, order) ?? (order === 'inverted' && CYRILLIC.test(rest) ? takeName(rest, 'compact') : null)
    const isPerson = name !== null && isNameEnd(rest.slice(name.length))
    const length = isPerson ? name.length : organisationLength(rest, order)
    if (length === 0) return null
    if (isPerson) {
      persons++
      contributors.push(name.contributor)
    } else contributors.push({_type: 'organisation', literal: rest.slice(0, length).trim()})
    rest = rest.slice(length)
    const separator = SEPARATOR.exec(rest)?.[0] ?? ''
    if (separator.includes('…') || /\.\s?\./.test(separator))
      problems.push('The line leaves out some of the authors (…).')
    if (/^[.\s,;]*$/.test(rest)) break
    if (ET_AL.test(rest)) continue
    if (separator === '') return null
    rest = rest.slice(separator.length)
  }
  if (persons === 0) return null
  const isMixed = persons < contributors.length
  return {contributors, confidence: confidenceOf(order, isMixed), problems}
}

function confidenceOf(order: NameOrder, isMixed: boolean): Confidence {
  if (isMixed || order === 'inverted-full' || order === 'compact') return 'likely'
  return order === 'forward-full' ? 'guess' : 'sure'
}

function isNameEnd(rest: string): boolean {
  return /^\s*(?:$|[,;.&…]|and\b|und\b|et\b|y\b|with\b)/.test(rest)
}

/** An organisation among persons ends where the next person begins, or at the end; its words are capitals. */
function organisationLength(text: string, order: NameOrder): number {
  if (order !== 'inverted') return 0
  for (const match of text.matchAll(/,?\s*(?:&|\band\b)\s+|[,;]\s+/g)) {
    const next = text.slice(match.index + match[0].length)
    const name = takeName(next, order)
    if (name && isNameEnd(next.slice(name.length)) && isOrganisation(text.slice(0, match.index))) return match.index
  }
  return isOrganisation(text.replace(/[.,;\s]+$/, '')) ? text.replace(/[.,;\s]+$/, '').length : 0
}

function isOrganisation(text: string): boolean {
  return text.length > 1 && !/["“”]/.test(text) && isTitleCase(text) && !/^\p{Lu}\.|, \p{Lu}\.|^(?:Jr|Sr)\b/u.test(text)
}

/**
 * One or several organisations that made a work; the confidence says how sure it is that they are none of persons or a title.
 * `Department for Environment, Food & Rural Affairs` is one, `International Energy Agency & World Bank` are two.
 */
export function readOrganisations(text: string): NameListReading {
  const name = text
    .replace(/[,;\s]+$/, '')
    .replace(/(?<!(?<!\p{L})\p{L})(?<!\b(?:Inc|Ltd|Corp|Co|Jr))\.$/u, '')
    .trim()
  const [bare = name, abbreviation] = withoutAbbreviation(name)
  const problems = abbreviation ? [`The abbreviation [${abbreviation}] is left out.`] : []
  if (isMononym(bare)) return {contributors: [{_type: 'person', family: bare}], confidence: 'likely', problems}
  const parts = several(bare)
  const isSure = parts.every(hasOrganisationWord)
  return {
    contributors: parts.map((literal) => ({_type: 'organisation', literal})),
    confidence: isSure ? 'likely' : 'guess',
    problems: isSure ? problems : [...problems, `Taken for an organisation: “${bare}”.`],
  }
}

function withoutAbbreviation(name: string): [string, string?] {
  const [, bare, abbreviation] =
    /^(.+?) \[([^\][]{2,20})\]$/.exec(name) ?? /^(.+?) \((\p{Lu}[\p{Lu}&.-]{1,11})\)$/u.exec(name) ?? []
  return bare ? [bare, abbreviation] : [name]
}

function several(name: string): string[] {
  const parts = name.split(/,? (?:&|and) |[,;] /)
  const isSerial =
    /, (?:&|and) /.test(name) &&
    parts.length > 2 &&
    parts.every((part) => hasOrganisationWord(part) && part.includes(' '))
  const isPair =
    parts.length === 2 &&
    parts.every((part) => endsInOrganisationWord(part) && part.includes(' ') && /^\p{Lu}/u.test(part))
  const isSemicolons = name.includes(';')
  return isSerial || isPair || isSemicolons ? parts.map((part) => part.trim()).filter(Boolean) : [name]
}
