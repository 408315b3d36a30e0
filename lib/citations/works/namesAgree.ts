import type {ContributorRecord} from '@/lib/citations/reference'
import {plainWords} from './titleKey'

const SMALL_WORDS = new Set(['of', 'the', 'for', 'and', 'in', 'on', 'de', 'des', 'der', 'für', 'und', 'la', 'et'])

/**
 * Whether two lists of people have a name in common; null when either names nobody.
 *
 * A name stands for one that holds it (`Berg`, `van der Berg`; `Polanyi`, `Karl Polanyi`), and initials for an
 * organisation (`WHO`).
 */
export function namesAgree(a: readonly ContributorRecord[], b: readonly ContributorRecord[]): boolean | null {
  const [namesOfA, namesOfB] = [a.map(nameWords).filter(Boolean), b.map(nameWords).filter(Boolean)]
  if (namesOfA.length === 0 || namesOfB.length === 0) return null
  return namesOfA.some((name) => namesOfB.some((other) => standsFor(name, other) || standsFor(other, name)))
}

function standsFor(name: string, other: string): boolean {
  return ` ${other} `.includes(` ${name} `) || initials(other) === name.replaceAll(' ', '')
}

function initials(name: string): string {
  const letters = name.split(' ').flatMap((word) => (SMALL_WORDS.has(word) ? [] : word.slice(0, 1)))
  return letters.length > 1 ? letters.join('') : ''
}

function nameWords({literal, family, given}: ContributorRecord): string {
  return plainWords(literal || family || given || '')
}
