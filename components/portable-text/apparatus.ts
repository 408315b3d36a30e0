import type {CitedWorks} from '@/lib/citations/citing/citedEntry'
import type {FootnoteNumbering} from '@/lib/portable-text/footnotes'
import type {Headings} from '@/lib/portable-text/headings'

/** What one text's marks print; it depends on the whole text, so every mark is bound to its article. */
export interface Apparatus extends Pick<CitedWorks, 'isNumbered' | 'segmentsOf'> {
  noteOf: FootnoteNumbering['noteOf']
  headingOf: Headings['headingOf']
}

/** For a text whose page has no list of references: nothing in it is numbered. */
export const NO_APPARATUS: Apparatus = {
  isNumbered: true,
  segmentsOf: () => [],
  noteOf: () => undefined,
  headingOf: () => undefined,
}
