import {CitingText} from '@/components/portable-text/CitingText'
import {letter} from '@/lib/citations/letters'

import type {WorkApparatus} from './apparatusOf'
import {Backlinks} from './Backlinks'
import {EndMatter} from './EndMatter'

export function Notes({apparatus}: {apparatus: WorkApparatus}) {
  if (apparatus.notes.length === 0) return null
  return (
    <EndMatter id="notes" title="Notes" role="doc-endnotes">
      <ol className="entries" type="a">
        {apparatus.notes.map(({id, markId, number, footnote}) => (
          <li key={id} id={id} tabIndex={-1} dir="auto">
            <CitingText value={footnote.text} apparatus={apparatus} />{' '}
            <Backlinks
              links={[{href: `#${markId}`, letter: '', ariaLabel: `Back to note ${letter(number - 1)} in the text`}]}
            />
          </li>
        ))}
      </ol>
    </EndMatter>
  )
}
