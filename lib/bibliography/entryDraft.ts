import type {EntryFormat, Reading} from './parsedEntry'
import type {Span} from './split/textLines'

/** An entry before it is cut out of the text. */
export interface EntryDraft extends Span {
  format: EntryFormat
  reading: Reading
  /** What the reference keeps as pasted; the cut itself when absent. */
  verbatim?: string
}

/** A reading of what makes no reference. */
export function asideReading(problem: string): Reading {
  return {reference: {type: 'document'}, confidence: {}, problems: [problem]}
}
