import type {CitationNumbering} from '@/lib/citations/number'
import type {FootnoteNumbering} from '@/lib/portable-text/footnotes'

/** The numbers that one article's marks carry; they depend on the whole text, so every mark is bound to its article. */
export interface Apparatus {
  calloutsOf: CitationNumbering['calloutsOf']
  noteOf: FootnoteNumbering['noteOf']
}
