import type {CitedEntry} from '@/lib/citations/citing/citedEntry'
import {citingWords} from '@/lib/citations/citing/citingWords'

import {Backlinks} from './Backlinks'
import {EndMatter} from './EndMatter'

/** The cited works, then, without backlinks, what else is worth reading; numbers run on, names start anew. */
export function References({entries}: {entries: readonly CitedEntry[]}) {
  const cited = entries.filter((entry) => entry.cited)
  const further = entries.filter((entry) => !entry.cited)
  if (entries.length === 0) return null
  return (
    <EndMatter id="references" title={citingWords.references} role="doc-bibliography">
      {cited.length > 0 && <EntryList entries={cited} />}
      {cited.length > 0 && further.length > 0 && <h3 className="further">{citingWords.furtherReading}</h3>}
      {further.length > 0 && <EntryList entries={further} />}
    </EndMatter>
  )
}

function EntryList({entries}: {entries: readonly CitedEntry[]}) {
  const start = entries[0]?.number ?? null
  const items = entries.map(({id, html, backlinks}) => (
    <li key={id} id={id} tabIndex={-1} dir="auto">
      <span dangerouslySetInnerHTML={{__html: html}} /> <Backlinks links={backlinks} />
    </li>
  ))
  if (start === null) {
    return <ul className="entries entries-by-name">{items}</ul>
  }
  return (
    <ol className="entries" start={start === 1 ? undefined : start}>
      {items}
    </ol>
  )
}
