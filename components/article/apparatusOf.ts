import {formatEntry} from '@/lib/citations/formatEntry'
import {narrativeText} from '@/lib/citations/narrativeText'
import {numberCitations, type NumberedReference} from '@/lib/citations/number'
import {collectFootnotes, type NumberedFootnote} from '@/lib/portable-text/footnotes'
import {collectHeadings} from '@/lib/portable-text/headings'
import type {Article} from '@/sanity/queries/article'
import type {Body, Footnote} from '@/sanity/queries/body'
import type {Settings} from '@/sanity/queries/settings'

import type {Apparatus} from '@/components/portable-text/apparatus'

/** A text that cites: an article, or a page. */
export interface CitingWork {
  body: Body
  references: Article['references']
  leadImage?: Article['leadImage']
  furtherReading?: Article['furtherReading']
}

export interface Entry extends NumberedReference {
  /** Safe markup from the formatter. */
  html: string
}

export interface Note extends NumberedFootnote {
  footnote: Footnote
}

export interface WorkApparatus extends Apparatus {
  entries: readonly Entry[]
  notes: readonly Note[]
}

/** Numbers, notes and formatted entries of one text. */
export function apparatusOf(work: CitingWork, settings: Pick<Settings, 'citationStyle' | 'language'>): WorkApparatus {
  const {body, leadImage, references} = work
  const furtherReading = (work.furtherReading ?? []).map((_ref) => ({_ref}))
  const records = new Map(references.map((reference) => [reference._id, reference]))
  const citations = numberCitations({leadImage, body, furtherReading}, records.keys())
  const footnotes = collectFootnotes(body)

  return {
    calloutsOf: citations.calloutsOf,
    noteOf: footnotes.noteOf,
    headingOf: collectHeadings(body).headingOf,
    nameOf: (referenceId) => {
      const record = records.get(referenceId)
      return record ? narrativeText(record) : ''
    },
    entries: citations.references.flatMap((numbered): Entry[] => {
      const record = records.get(numbered.referenceId)
      return record
        ? [{...numbered, html: formatEntry(record, {style: settings.citationStyle, language: settings.language}).html}]
        : []
    }),
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
