import type {EntryDraft} from '../entryDraft'

/** One RIS record. */
export function readRis(source: string): EntryDraft {
  const reading = {reference: {type: 'document'}, confidence: {}, problems: ['RIS is not read yet.']}
  return {start: 0, end: source.length, format: 'unparsed', reading}
}
