import {cleanLine} from '@/lib/citations/cleanLine'
import type {ContributorRecord} from '@/lib/citations/reference'

/** Bylines are nearly always of persons, some of whom are called Church or Post. */
const ORGANISATION =
  /^the\s|\b(?:agency|association|board|collective|committee|department|editors|editorial|institute|ministry|organi[sz]ation|redaktion|society|staff|team|university)\b/i

const SUFFIX = /^(?:jr\.?|sr\.?|ii|iii|iv)$/i

/**
 * The name on a byline as reference lists take it apart: the last word is the family name, with the small words before it.
 * `Ada de la Cruz, Jr.` and `de la Cruz, Ada` alike; one word, and the name of an organisation, stay whole.
 * A `familyName` that is part of the name decides instead: `García Márquez`, or the `Mao` of `Mao Zedong`.
 */
export function toContributor(name: string, familyName?: string | null): ContributorRecord {
  const line = cleanLine(name) ?? ''
  const [before = '', after, ...more] = line.split(/\s*,\s*/)
  const told = cleanLine(familyName)?.split(' ') ?? []
  const toldStart = startOf(told, before.split(' '))
  if (toldStart < 0 && (ORGANISATION.test(line) || more.length > 0)) return {_type: 'organisation', literal: line}
  if (after && !SUFFIX.test(after)) return person(before.split(' '), after, undefined)

  const words = before.split(' ')
  const suffix = after ?? (words.length > 2 && SUFFIX.test(words.at(-1) ?? '') ? words.pop() : undefined)
  const start = toldStart < 0 ? familyStart(words) : toldStart
  const family = words.splice(start, toldStart < 0 ? words.length : told.length)
  if (words.length === 0) return {_type: 'organisation', literal: line}
  return person(family, words.join(' '), suffix)
}

/** Where one list of words stands in another, or -1. */
function startOf(wanted: readonly string[], words: readonly string[]): number {
  if (wanted.length === 0) return -1
  return words.findIndex((_word, start) => wanted.every((word, index) => words[start + index] === word))
}

/** Small words before the last one belong to the family name: `Ludwig van Beethoven`. */
function familyStart(words: readonly string[]): number {
  let start = Math.max(words.length - 1, 0)
  while (start > 1 && /^\p{Ll}/u.test(words[start - 1] ?? '')) start -= 1
  return start
}

function person(familyWords: readonly string[], given: string, suffix: string | undefined): ContributorRecord {
  const first = familyWords.findIndex((word) => !/^\p{Ll}/u.test(word))
  const end = first < 0 ? 0 : first
  return {
    _type: 'person',
    family: familyWords.slice(end).join(' '),
    given,
    ...(end > 0 ? {particles: familyWords.slice(0, end).join(' ')} : {}),
    ...(suffix ? {suffix} : {}),
  }
}
