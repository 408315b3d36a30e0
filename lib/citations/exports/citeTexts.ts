import {formatEntry, type FormattedEntry} from '@/lib/citations/entries/formatEntry'
import type {ReferenceRecord} from '@/lib/citations/reference'
import {CHICAGO_STYLE, MLA_STYLE} from '@/lib/citations/styles/exportStyles'

export interface CiteText extends FormattedEntry {
  /** What the style is called. */
  style: string
}

/** What schools ask for, whatever the publication's own style is. */
export const SCHOOL_STYLES = {
  apa: {title: 'APA', style: 'apa-numbered'},
  mla: {title: 'MLA', style: MLA_STYLE},
  chicago: {title: 'Chicago', style: CHICAGO_STYLE},
} as const

export type SchoolStyle = keyof typeof SCHOOL_STYLES

/** One work in the styles that schools ask for. */
export function citeTexts(reference: ReferenceRecord, language: string): CiteText[] {
  return Object.values(SCHOOL_STYLES).map(({title, style}) => ({
    style: title,
    ...formatEntry(reference, {style, language}),
  }))
}
