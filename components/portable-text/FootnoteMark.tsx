import type {PortableTextTypeComponentProps} from '@portabletext/react'

import {letter} from '@/lib/citations/letters'
import type {Footnote} from '@/sanity/queries/body'

import type {Apparatus} from './apparatus'

/** A note's mark is a letter, because numbers in the text are references. */
export function footnoteMark({noteOf}: Pick<Apparatus, 'noteOf'>) {
  return function FootnoteMark({value}: PortableTextTypeComponentProps<Footnote>) {
    const note = noteOf(value)
    if (!note) return null
    const mark = letter(note.number - 1)
    return (
      <sup className="callouts">
        <a id={note.markId} href={`#${note.id}`} role="doc-noteref" aria-label={`Note ${mark}`}>
          {mark}
        </a>
      </sup>
    )
  }
}
