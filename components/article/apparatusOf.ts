import type {Apparatus} from '@/components/portable-text/apparatus'
import type {CitedEntry} from '@/lib/citations/citing/citedEntry'
import {citeWorks} from '@/lib/citations/citing/citeWorks'
import {collectFootnotes, type NumberedFootnote} from '@/lib/portable-text/footnotes'
import {collectHeadings} from '@/lib/portable-text/headings'
import type {Article} from '@/sanity/queries/article'
import type {Body, Footnote} from '@/sanity/queries/body'
import type {Settings} from '@/sanity/queries/settings'

/** A text that cites: an article, or a page. */
export interface CitingWork {
  body: Body
  references: Article['references']
  leadImage?: Article['leadImage']
  furtherReading?: Article['furtherReading']
}

export interface Note extends NumberedFootnote {
  footnote: Footnote
}

export interface WorkApparatus extends Apparatus {
  entries: readonly CitedEntry[]
  notes: readonly Note[]
}

/** Citations, notes and formatted entries of one text. */
export function apparatusOf(work: CitingWork, settings: Pick<Settings, 'citationStyle' | 'language'>): WorkApparatus {
  const {body, leadImage, references, furtherReading} = work
  const {citationStyle: style, language} = settings
  const footnotes = collectFootnotes(body)

  return {
    ...citeWorks({leadImage, body, furtherReading}, references, {style, language}),
    noteOf: footnotes.noteOf,
    headingOf: collectHeadings(body).headingOf,
    notes: footnotesIn(body).flatMap((footnote): Note[] => {
      const note = footnotes.noteOf(footnote)
      return note ? [{...note, footnote}] : []
    }),
  }
}

function footnotesIn(body: Body): Footnote[] {
  return body.flatMap((member) =>
    member._type === 'block' ? member.children.filter((child) => child._type === 'footnote') : [],
  )
}
