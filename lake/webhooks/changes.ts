import {applyPatch} from 'mendoza'

import {isPrivateId} from '../documents/ids.ts'
import type {HistoryEntry, LakeDocument, Store} from '../store/store.ts'
import type {Change} from './projection.ts'

/** Whether readers can see the document, so that a change of it is announced. */
export function isAnnounced({_id, _type}: {_id: string; _type: string}): boolean {
  return !isPrivateId(_id) && !/^(?:sanity|system)\./.test(_type)
}

/**
 * The document before and after one entry of its history: the present one, with every later entry taken back.
 * Null when nothing is to be announced.
 */
export function changeAt(store: Store, dataset: string, entry: HistoryEntry): Change | null {
  if (isPrivateId(entry.documentId)) return null
  const later = store
    .history(dataset, {documentIds: [entry.documentId], fromTransaction: entry.transactionId, newestFirst: true})
    .filter(({sequence}) => sequence > entry.sequence)
  const present = store.documents(dataset)?.get(entry.documentId) ?? null
  const after = later.reduce(takeBack, present)
  const before = takeBack(after, entry)
  const document = after ?? before
  return document && isAnnounced(document) ? {before, after} : null
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
