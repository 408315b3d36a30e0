import type {PortableTextTypeComponentProps} from '@portabletext/react'

import {citingWords} from '@/lib/citations/citing/citingWords'
import {noteMark} from '@/lib/citations/citing/noteMark'
import type {Footnote} from '@/sanity/queries/body'

import type {Apparatus} from './apparatus'

export function footnoteMark(apparatus: Pick<Apparatus, 'noteOf' | 'isNumbered'>) {
  return function FootnoteMark({value}: PortableTextTypeComponentProps<Footnote>) {
    const note = apparatus.noteOf(value)
    if (!note) return null
    const mark = noteMark(note.number, apparatus)
    return (
      <sup className="callouts">
        <a id={note.markId} href={`#${note.id}`} role="doc-noteref" aria-label={citingWords.note(mark)}>
          {mark}
        </a>
      </sup>
    )
  }
}
