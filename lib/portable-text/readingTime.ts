import {knownLanguage} from '@/lib/vocabularies/locale'

import {blockText} from './plainText'
import {text, walk, type PortableNode} from './walk'

/** Silent reading of English non-fiction, in words a minute: Brysbaert (2019), https://doi.org/10.1016/j.jml.2019.104047 */
const WORDS_A_MINUTE = 238

export interface ReadingTime {
  words: number
  /** At least 1. */
  minutes: number
  /** `6 mins read`, `1 min read`. */
  label: string
}

/**
 * How long the body takes to read: paragraphs, lists, headings, quotations, pull quotes, callouts with
 * their titles, and notes. Captions, tables, code and the reference list do not count.
 */
export function readingTime(body: unknown, language = 'en'): ReadingTime {
  const words = countWords([...walk(withoutCaptions(body))].map(ownText).join('\n'), language)
  const minutes = readingMinutes(words)
  return {words, minutes, label: readingLabel(minutes)}
}

/** Whole minutes that so many words take, at least 1. */
export function readingMinutes(words: number): number {
  return Math.max(1, Math.round(words / WORDS_A_MINUTE))
}

export function readingLabel(minutes: number): string {
  return minutes === 1 ? '1 min read' : `${minutes} mins read`
}

/** Words as Unicode sees them, so that scripts without spaces count too. */
export function countWords(text: string, language = 'en'): number {
  const segments = new Intl.Segmenter(knownLanguage(language), {granularity: 'word'}).segment(text)
  return [...segments].filter(({isWordLike}) => isWordLike).length
}

function ownText(node: PortableNode): string {
  if (node._type === 'block') return blockText(node)
  if (node._type === 'pullQuote') return text(node, 'text')
  return node._type === 'callout' ? text(node, 'title') : ''
}

function withoutCaptions(body: unknown): unknown {
  return Array.isArray(body)
    ? body.filter((node) => !(node !== null && typeof node === 'object' && 'caption' in node))
    : []
}
