import {formatEntry, type FormattedEntry} from '@/lib/citations/entries/formatEntry'
import type {ReferenceRecord} from '@/lib/citations/reference'

import {chicagoEntry, mlaEntry} from './humanities'

export interface CiteText extends FormattedEntry {
  /** What the style is called. */
  style: string
}

/** One work in the styles that schools ask for, whatever the publication's own is. */
export function citeTexts(reference: ReferenceRecord, language: string): CiteText[] {
  return [
    {style: 'APA', ...formatEntry(reference, {style: 'apa-numbered', language})},
    {style: 'MLA', ...mlaEntry(reference)},
    {style: 'Chicago', ...chicagoEntry(reference)},
  ]
}
