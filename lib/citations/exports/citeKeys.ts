import type {CslItem} from '@/lib/citations/csl/csl'
import {plainText} from '@/lib/citations/richText'
import {plainLetters} from '@/lib/letters/plainLetters'

const UNTOLD = new Set([
  'a',
  'an',
  'and',
  'das',
  'de',
  'der',
  'die',
  'for',
  'in',
  'la',
  'le',
  'of',
  'on',
  'the',
  'to',
  'un',
])

/**
 * A key for each item, such as `polanyi1944great`: ASCII, unique in the list, and the same in whatever order it is.
 * Those of one author, year and first word are told apart by a digest of their ids.
 */
export function citeKeys(items: readonly CslItem[]): string[] {
  const keys = items.map(baseKey)
  const counts = new Map<string, number>()
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  return keys.map((key, index) => (counts.get(key) === 1 ? key : `${key}-${digest(items[index]?.id ?? String(index))}`))
}

function baseKey({author, editor, issued, title = ''}: CslItem): string {
  const [first] = author ?? editor ?? []
  const name = ascii(first?.family ?? first?.literal ?? '').slice(0, 24)
  const year = issued?.['date-parts'][0]?.[0] ?? 'nd'
  const words = plainText(title)
    .split(/[\s\p{Pd}]+/u)
    .map(ascii)
  const word = words.find((candidate) => candidate && !UNTOLD.has(candidate)) ?? ''
  const dated = String(year).replace('-', 'bce')
  const key = name ? `${name}${dated}${word.slice(0, 24)}` : `${word.slice(0, 24) || 'work'}${dated}`
  return /^[a-z]/.test(key) ? key : `work${key}`
}

function ascii(text: string): string {
  return plainLetters(text).replace(/[^a-z\d]/g, '')
}

/** FNV-1a, for telling apart and not for secrets. */
function digest(id: string): string {
  let hash = 0x811c9dc5
  for (const character of id) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0
  return hash.toString(36).padStart(7, '0')
}
