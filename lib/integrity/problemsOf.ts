import {narrativeText} from '@/lib/citations/citing/narrativeText'
import type {EditedReference} from '@/lib/citations/referenceRecord'

import {errorsOfReference, sameWorks} from './errors'
import type {CitedReference, IntegrityError, Problem} from './problem'
import {referencesIn, usesOf, type CitingDocument} from './usesOf'
import {warningsOfReference, type Standing} from './warnings'

interface Facts {
  document: CitingDocument
  /** What readers see now; absent when the document was never published. */
  published?: CitingDocument | null
  /** By id, without `drafts.`; those that `referencesIn` names of either document. */
  references: ReadonlyMap<string, CitedReference>
  /** References with unpublished changes whose changes are to be published with the document. */
  publishing?: ReadonlySet<string>
}

/** What stands against publishing a document as far as its references go: errors first, each in reading order. */
export function problemsOf({document, published, references, publishing}: Facts): Problem[] {
  const uses = usesOf(document)
  const ids = referencesIn(document)
  const recordOf = (id: string) => effective(references.get(id), publishing?.has(id) ?? false)
  const firstPath = (id: string) => uses.find(({referenceId}) => referenceId === id)?.path ?? []
  const records = ids.flatMap((id) => {
    const record = recordOf(id)
    return record ? [{id, record, path: firstPath(id)}] : []
  })

  const missing = uses.flatMap(({referenceId, path, isCited}): IntegrityError[] => {
    if (referenceId === null) return [{level: 'error', code: 'empty-citation', message: emptyText(isCited), path}]
    if (recordOf(referenceId)) return []
    return [{level: 'error', code: 'missing', message: MISSING, path, referenceId}]
  })
  const standing: Standing = {cited: new Set(), listed: new Map()}
  const twice: IntegrityError[] = []
  for (const {referenceId, path, isCited} of uses) {
    const record = referenceId === null ? null : recordOf(referenceId)
    if (referenceId === null || !record) continue
    if (isCited) standing.cited.add(referenceId)
    else if (!standing.listed.has(referenceId)) standing.listed.set(referenceId, path)
    else {
      const message = `${narrativeText(record)} is in the further reading twice. Remove one of the two.`
      twice.push({level: 'error', code: 'listed-twice', message, path, referenceId})
    }
  }

  const dropped = published ? referencesIn(published).filter((id) => !ids.includes(id)) : []
  return [
    ...missing,
    ...records.flatMap((cited) => errorsOfReference(cited, references.get(cited.id))),
    ...sameWorks(records),
    ...twice,
    ...records.flatMap((cited) => warningsOfReference(cited, references.get(cited.id), standing)),
    ...dropped.flatMap((id): Problem[] => {
      const record = recordOf(id)
      return record ? [noLongerCited(id, record)] : []
    }),
  ]
}

/** A reference as readers will see it once the document is published. */
function effective(reference: CitedReference | undefined, isPublishing: boolean): EditedReference | null {
  if (!reference) return null
  const {published, draft} = reference
  return isPublishing ? (draft ?? published) : (published ?? draft)
}

const MISSING = 'This source was deleted. Choose another one, or take the citation out.'

function emptyText(isCited: boolean): string {
  return isCited
    ? 'This citation names no source. Choose one, or take the citation out.'
    : 'This entry of the further reading is empty. Choose a source, or remove the entry.'
}

function noLongerCited(referenceId: string, record: EditedReference): Problem {
  const message = `${narrativeText(record)} was in the published list and is now neither cited nor in the further reading.`
  return {
    level: 'warning',
    code: 'no-longer-cited',
    message,
    path: ['furtherReading'],
    referenceId,
    subject: referenceId,
  }
}
