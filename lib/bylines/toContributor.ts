import {cleanLine} from '@/lib/citations/cleanLine'
import type {ContributorRecord} from '@/lib/citations/reference'

/** Bylines are nearly always of persons, some of whom are called Church or Post. */
const ORGANISATION =
  /^the\s|\b(?:agency|association|board|collective|committee|department|editors|editorial|institute|ministry|organi[sz]ation|redaktion|society|staff|team|university)\b/i

const SUFFIX = /^(?:jr\.?|sr\.?|ii|iii|iv)$/i

/**
 * The name on a byline as reference lists take it apart: the last word is the family name, with the small words before it.
 * `Ada de la Cruz, Jr.` and `de la Cruz, Ada` alike; one word, and the name of an organisation, stay whole.
 */
export function toContributor(name: string): ContributorRecord {
  const line = cleanLine(name) ?? ''
  const [before = '', after, ...more] = line.split(/\s*,\s*/)
  if (ORGANISATION.test(line) || more.length > 0) return {_type: 'organisation', literal: line}
  if (after && !SUFFIX.test(after)) return person(before.split(' '), after, undefined)

  const words = before.split(' ')
  const suffix = after ?? (words.length > 2 && SUFFIX.test(words.at(-1) ?? '') ? words.pop() : undefined)
  if (words.length < 2) return {_type: 'organisation', literal: line}
  const start = familyStart(words)
  return person(words.slice(start), words.slice(0, start).join(' '), suffix)
}

/** Small words before the last one belong to the family name: `Ludwig van Beethoven`. */
function familyStart(words: readonly string[]): number {
  let start = words.length - 1
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
