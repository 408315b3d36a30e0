import type {Entry} from './apparatusOf'
import {Backlinks} from './Backlinks'
import {EndMatter} from './EndMatter'

/** The cited works by number, then, without backlinks and with the numbers running on, what else is worth reading. */
export function References({entries}: {entries: readonly Entry[]}) {
  const cited = entries.filter((entry) => entry.cited)
  const further = entries.filter((entry) => !entry.cited)
  if (entries.length === 0) return null
  return (
    <EndMatter id="references" title="References and further reading" role="doc-bibliography">
      {cited.length > 0 && <EntryList entries={cited} />}
      {cited.length > 0 && further.length > 0 && <h3 className="further">Further reading</h3>}
      {further.length > 0 && <EntryList entries={further} />}
    </EndMatter>
  )
}

function EntryList({entries}: {entries: readonly Entry[]}) {
  const start = entries[0]?.number ?? 1
  return (
    <ol className="entries" start={start === 1 ? undefined : start}>
      {entries.map(({id, html, backlinks}) => (
        <li key={id} id={id} tabIndex={-1} dir="auto">
          <span dangerouslySetInnerHTML={{__html: html}} /> <Backlinks links={backlinks} />
        </li>
      ))}
    </ol>
  )
}
