import type {EntryDraft} from '../entryDraft'

/** One BibTeX entry or command; `others` are all of the paste, for their macros. */
export function readBibtex(source: string, _others: readonly string[]): EntryDraft {
  const reading = {reference: {type: 'document'}, confidence: {}, problems: ['BibTeX is not read yet.']}
  return {start: 0, end: source.length, format: 'unparsed', reading}
}
