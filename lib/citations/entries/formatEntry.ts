import type {ReferenceRecord} from '@/lib/citations/reference'
import {DEFAULT_STYLE} from '@/lib/citations/styles/citationStyles'
import {cleanLine} from '@/lib/citations/cleanLine'
import {styleOf} from '@/lib/citations/styles/styles'
import {toCslItem} from '@/lib/citations/csl/toCslItem'

import {entryEngine} from './entryEngine'
import {boundedCache} from './boundedCache'
import {escapeText, linked, unescapeText} from './entryFormat'

export interface FormattedEntry {
  /** Safe to print as it is: `i`, `b`, `sup`, `sub` and `a` with an http(s) address. */
  html: string
  text: string
}

export interface EntryOptions {
  /** A style's id; one that is not known is set in the default style. */
  style?: string
  /** BCP 47; a language without a CSL locale prints English terms. */
  language?: string
  /** Which of several works of one author and year it is, from 0: `2025a`, `2025b`. */
  yearLetter?: number | null
}

const MAX_CACHED_ENTRIES = 5_000

const cache = boundedCache<FormattedEntry>(MAX_CACHED_ENTRIES)

/**
 * One entry of a reference list, without its number. Never throws on content.
 *
 * Kept by what it prints, so an edited reference is never answered from the cache.
 */
export function formatEntry(reference: ReferenceRecord, options: EntryOptions = {}): FormattedEntry {
  const {style = DEFAULT_STYLE, language = 'en-US', yearLetter = null} = options
  if (!cleanLine(reference.title) && cleanLine(reference.verbatim)) return pastedLine(reference.verbatim)
  const item = toCslItem(reference, styleOf(style))
  const key = JSON.stringify([style, language, yearLetter, item])
  return cache.get(key, () => {
    const html = entryEngine(style, language)(item, yearLetter)
    return {html, text: unescapeText(html.replace(/<[^>]*>/g, ''))}
  })
}

/** A line that nobody has taken apart yet, as it was pasted, with its addresses linked. */
function pastedLine(verbatim: string | null | undefined): FormattedEntry {
  const text = cleanLine(verbatim) ?? ''
  const html = text
    .split(/(https?:\/\/[^\s<>"]*[^\s<>".,;:!?)\]}])/)
    .map((part) => linked(escapeText(part)))
    .join('')
  return {html, text}
}
