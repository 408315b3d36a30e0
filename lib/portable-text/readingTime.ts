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
 * How long the body takes to read: paragraphs, lists, headings, quotes, callouts and notes.
 * Captions, tables, code and the reference list do not count.
 */
export function readingTime(body: unknown, language = 'en'): ReadingTime {
  const words = [...walk(withoutCaptions(body))].reduce((sum, node) => sum + countWords(ownText(node), language), 0)
  const minutes = Math.max(1, Math.round(words / WORDS_A_MINUTE))
  return {words, minutes, label: minutes === 1 ? '1 min read' : `${minutes} mins read`}
}

/** Words as Unicode sees them, so that scripts without spaces count too. */
export function countWords(value: string, language = 'en'): number {
  const segments = new Intl.Segmenter(knownLanguage(language), {granularity: 'word'}).segment(value)
  return [...segments].filter(({isWordLike}) => isWordLike).length
}

function withoutCaptions(body: unknown): unknown {
  if (!Array.isArray(body)) return []
  return body.filter((node) => !(node !== null && typeof node === 'object' && 'caption' in node))
}

function ownText(node: PortableNode): string {
  if (node._type === 'block') return blockText(node)
  if (node._type === 'pullQuote') return text(node, 'text')
  return node._type === 'callout' ? text(node, 'title') : ''
}

function knownLanguage(language: string): string {
  try {
    return Intl.getCanonicalLocales(language)[0] ?? 'en'
  } catch {
    return 'en'
  }
}
