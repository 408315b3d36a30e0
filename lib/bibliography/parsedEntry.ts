import type {ReferenceRecord} from '@/lib/citations/reference'

/** How well a field was understood: as written by a rule, by a pattern that is nearly always right, or by its place alone. */
export type Confidence = 'sure' | 'likely' | 'guess'

/**
 * What an entry was written in. `unparsed` is a line of which nothing was understood; `aside` makes no reference:
 * a heading, a BibTeX macro or comment, stray text around records.
 */
export type EntryFormat = 'line' | 'bibtex' | 'ris' | 'csl-json' | 'doi' | 'url' | 'unparsed' | 'aside'

export interface ArchivedCopyRecord {
  url: string
  /** `YYYY-MM-DD`. */
  capturedAt?: string | null
  service?: string | null
}

export type ParsedReference = Omit<ReferenceRecord, '_id'> & {archive?: ArchivedCopyRecord | null}

export type FieldConfidence = Partial<Record<keyof ParsedReference, Confidence>>

export interface ParsedEntry {
  /** This entry's text exactly as it was pasted; every character of the paste that is not blank is in exactly one entry. */
  pasted: string
  format: EntryFormat
  /** Ready to be stored, but for its keys; `verbatim` is the pasted text without its list mark, unwrapped. */
  reference: ParsedReference
  confidence: FieldConfidence
  /** Sentences to the editor: what was not understood or looks wrong. */
  problems: string[]
}

/** What a reader of one format makes of a text. */
export interface Reading {
  reference: ParsedReference
  confidence: FieldConfidence
  problems: string[]
}
