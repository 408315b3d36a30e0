import {CitingText} from '@/components/portable-text/CitingText'
import {citingWords} from '@/lib/citations/citing/citingWords'
import {noteMark} from '@/lib/citations/citing/noteMark'

import type {WorkApparatus} from './apparatusOf'
import {Backlinks} from './Backlinks'
import {EndMatter} from './EndMatter'

export function Notes({apparatus}: {apparatus: WorkApparatus}) {
  if (apparatus.notes.length === 0) return null
  return (
    <EndMatter id="notes" title={citingWords.notes} role="doc-endnotes">
      <ol className="entries" type={apparatus.isNumbered ? 'a' : undefined}>
        {apparatus.notes.map(({id, markId, number, footnote}) => {
          const label = citingWords.backToNote(noteMark(number, apparatus))
          return (
            <li key={id} id={id} tabIndex={-1} dir="auto">
              <CitingText value={footnote.text} apparatus={apparatus} />{' '}
              <Backlinks links={[{href: `#${markId}`, letter: '', label}]} />
            </li>
          )
        })}
      </ol>
    </EndMatter>
  )
}
