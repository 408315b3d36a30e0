import {documentBefore} from '../documents/revision.ts'
import type {HistoryEntry, LakeDocument, Store} from '../store/store.ts'
import type {Change} from './delta.ts'

/**
 * The document before and after one entry of its history: the present one, with every later entry taken back.
 * Null when there was none before and is none after.
 */
export function changeAt(store: Store, dataset: string, entry: HistoryEntry): Change | null {
  const after = afterEntry(store, dataset, entry)
  const before = entry.effects.revert.length === 0 ? after : documentBefore(after, entry)
  return after || before ? {before, after} : null
}

function afterEntry(store: Store, dataset: string, entry: HistoryEntry): LakeDocument | null {
  if (entry.resultRev === null) return null
  const present = store.documents(dataset)?.get(entry.documentId) ?? null
  if (present?._rev === entry.resultRev) return present
  return store
    .history(dataset, {documentIds: [entry.documentId], fromTransaction: entry.transactionId, newestFirst: true})
    .filter(({sequence}) => sequence > entry.sequence)
    .reduce<LakeDocument | null>((document, later) => documentBefore(document, later), present)
}
