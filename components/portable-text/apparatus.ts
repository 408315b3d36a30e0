import type {CitationNumbering} from '@/lib/citations/number'
import type {FootnoteNumbering} from '@/lib/portable-text/footnotes'
import type {Headings} from '@/lib/portable-text/headings'

/** The numbers that one article's marks carry; they depend on the whole text, so every mark is bound to its article. */
export interface Apparatus {
  calloutsOf: CitationNumbering['calloutsOf']
  noteOf: FootnoteNumbering['noteOf']
  headingOf: Headings['headingOf']
  /** How a sentence names a work, by the reference's id: `Polanyi (1944)`. */
  nameOf: (referenceId: string) => string
}

/** For a text whose page has no list of references: nothing in it is numbered. */
export const NO_APPARATUS: Apparatus = {
  calloutsOf: () => [],
  noteOf: () => undefined,
  headingOf: () => undefined,
  nameOf: () => '',
}
