import {applyPatch} from 'mendoza'

import type {HistoryEntry, LakeDocument} from './document.ts'
import {withoutRevision} from './mendoza.ts'

/**
 * The document as it was before an entry of its history; null when the entry created it, or does not belong to it.
 *
 * @param after the document as the entry left it; null when it deleted it.
 */
export function documentBefore(
  after: LakeDocument | null,
  {effects, previousRev}: Pick<HistoryEntry, 'effects' | 'previousRev'>,
): LakeDocument | null {
  // Effects know nothing of `_rev`, and address fields by their position among the others.
  const content = withoutRevision(after)
  return withRevision(effects.revert.length === 0 ? content : applyPatch(content, effects.revert), previousRev)
}

/**
 * The document as it was after the newest entry that `isReached`, by taking back every entry that came later.
 * Null when it did not exist then, or its history does not reach back so far.
 *
 * @param current the document as it is; null when it is deleted.
 * @param entries its history, newest first.
 */
export function documentAt(
  current: LakeDocument | null,
  entries: readonly HistoryEntry[],
  isReached: (entry: HistoryEntry) => boolean,
): LakeDocument | null {
  let document = current
  for (const entry of entries) {
    if (isReached(entry)) return document
    document = documentBefore(document, entry)
  }
  return null
}

function withRevision(content: unknown, revision: string | null): LakeDocument | null {
  const document: unknown = revision !== null && typeof content === 'object' && content && {...content, _rev: revision}
  return isDocument(document) ? document : null
}

function isDocument(value: unknown): value is LakeDocument {
  return typeof value === 'object' && value !== null && '_id' in value && '_type' in value
}
