import {applyPatch} from 'mendoza'

import type {HistoryEntry, LakeDocument, Store} from '../store/store.ts'
import type {Change} from './delta.ts'

/**
 * The document before and after one entry of its history: the present one, with every later entry taken back.
 * Null when there was none before and is none after.
 */
export function changeAt(store: Store, dataset: string, entry: HistoryEntry): Change | null {
  const after = afterEntry(store, dataset, entry)
  const before = takeBack(after, entry)
  return after || before ? {before, after} : null
}

function afterEntry(store: Store, dataset: string, entry: HistoryEntry): LakeDocument | null {
  if (entry.resultRev === null) return null
  const present = store.documents(dataset)?.get(entry.documentId) ?? null
  if (present?._rev === entry.resultRev) return present
  return store
    .history(dataset, {documentIds: [entry.documentId], fromTransaction: entry.transactionId, newestFirst: true})
    .filter(({sequence}) => sequence > entry.sequence)
    .reduce(takeBack, present)
}

/** Effects know nothing of `_rev`, and address fields by their position among the others. */
function takeBack(document: LakeDocument | null, {effects, previousRev}: HistoryEntry): LakeDocument | null {
  if (effects.revert.length === 0) return document
  const {_rev, ...content} = document ?? {}
  const earlier: unknown = applyPatch(document && content, effects.revert)
  const restored: unknown = typeof earlier === 'object' && earlier ? {...earlier, _rev: previousRev ?? ''} : null
  return isDocument(restored) ? restored : null
}

function isDocument(value: unknown): value is LakeDocument {
  return typeof value === 'object' && value !== null && '_id' in value && '_type' in value
}
