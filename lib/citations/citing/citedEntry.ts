import type {FormattedEntry} from '@/lib/citations/entries/formatEntry'

import type {CitationSegment} from './citationSegment'
import {citingWords} from './citingWords'
import {letter} from './letters'
import type {NumberedReference} from './number'

export interface Backlink {
  /** Fragment of the mark in the text. */
  href: string
  letter: string
  label: string
}

/** One entry of the list, as every format prints it. */
export interface CitedEntry extends FormattedEntry {
  referenceId: string
  /** By first use; null in an author-date style, whose list is not numbered. */
  number: number | null
  /** Fragment id. */
  id: string
  /** False for further reading that the text does not cite. */
  cited: boolean
  /** In reading order; empty when not cited. */
  backlinks: readonly Backlink[]
}

export interface CitedWorks {
  /** Whether citations are numbers, raised above the line. */
  isNumbered: boolean
  /** As printed: what is cited, then further reading; each by number, or in an author-date style by author. */
  entries: readonly CitedEntry[]
  /** What a citation prints; nothing when none of its references can be read. */
  segmentsOf: (citation: object) => readonly CitationSegment[]
}

/** Where an entry stands and what leads back from it; `name` is what its backlinks call it. */
export function entryPlace({referenceId, id, cited, marks}: NumberedReference, name: string) {
  const backlinks = marks.map((mark, index): Backlink => ({
    href: `#${mark}`,
    letter: letter(index),
    label: citingWords.backToCitation(index + 1, marks.length, name),
  }))
  return {referenceId, id, cited, backlinks}
}
