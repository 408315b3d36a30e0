import {diffArrays} from 'diff'

import {toAddress} from './split/addresses'
import {withoutListMark} from './split/listMarks'

/** A stretch of text that both have, or that only the pasted line or only the formatted entry has. */
export interface DiffPart {
  kind: 'same' | 'pasted' | 'formatted'
  text: string
}

interface Token {
  /** With the blanks before it. */
  text: string
  /** What is compared. */
  key: string
}

/** Lines with more words are compared as a whole. */
const MAX_TOKENS = 1500

/**
 * How a pasted line and its formatted entry differ, word by word, in reading order. The kind of quotation marks and dashes, blanks,
 * marks of emphasis, a list's number and how an address begins make no difference; what is the same reads as in the formatted entry.
 */
export function lineDiff(pasted: string, formatted: string): DiffPart[] {
  const before = tokens(withoutListMark(pasted))
  const after = tokens(formatted)
  if (before.length > MAX_TOKENS || after.length > MAX_TOKENS) return whole(pasted, formatted)
  const changes = diffArrays(before, after, {comparator: (one, other) => one.key === other.key})
  const parts: DiffPart[] = []
  let [from, to] = [0, 0]
  for (const {added, removed, count} of changes) {
    const source = removed ? before.slice(from, from + count) : after.slice(to, to + count)
    if (!added) from += count
    if (!removed) to += count
    add(parts, removed ? 'pasted' : added ? 'formatted' : 'same', source.map(({text}) => text).join(''))
  }
  return parts
}

function whole(pasted: string, formatted: string): DiffPart[] {
  return pasted.trim() === formatted.trim()
    ? [{kind: 'same', text: formatted}]
    : [
        {kind: 'pasted', text: pasted},
        {kind: 'formatted', text: formatted},
      ]
}

function add(parts: DiffPart[], kind: DiffPart['kind'], text: string) {
  const last = parts.at(-1)
  if (last?.kind === kind) last.text += text
  else if (text !== '') parts.push({kind, text})
}

const TOKEN =
  /\s*(?:(?:https?:\/\/|www\.|doi:\s*|10\.\d{4,9}\/)[^\s"“”<>]*[^\s"“”<>.,;)\]]|[\p{L}\p{M}\p{N}]+(?:['’.-][\p{L}\p{M}\p{N}]+)*|[^\s])/giu

function tokens(text: string): Token[] {
  const plain = text
    .replace(
      /<\/?(?:i|em|b|strong|span)\b[^<>]{0,100}>|(?<![\p{L}\p{N}])[*_]{1,2}(?=\S)|(?<=\S)[*_]{1,2}(?![\p{L}\p{N}])/giu,
      '',
    )
    .trim()
  return [...plain.matchAll(TOKEN)]
    .map(([match]) => ({text: match, key: keyOf(match.trim())}))
    .filter(({text: part}) => part !== '')
}

function keyOf(word: string): string {
  const address = toAddress(word)
  if (address?.doi) return address.doi.toLowerCase()
  if (address?.url) return address.url.replace(/^https?:\/\/(?:www\.)?/i, '').replace(/\/$/, '')
  return word
    .normalize('NFKC')
    .replace(/[‐‑‒–—−]/g, '-')
    .replace(/["“”„«»]/g, '"')
    .replace(/['‘’‚‹›`]/g, "'")
}
