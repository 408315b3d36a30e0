import {applyPatch} from 'mendoza'

import type {HistoryEntry, LakeDocument} from './document.ts'

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
  let document: unknown = withoutRevision(current)
  for (const entry of entries) {
    if (isReached(entry)) return withRevision(document, entry.resultRev)
    document = applyPatch(document, entry.effects.revert)
  }
  return null
}

function withoutRevision(document: LakeDocument | null): Record<string, unknown> | null {
  if (!document) return null
  const {_rev, ...attributes} = document
  return attributes
}

function withRevision(document: unknown, revision: string | null): LakeDocument | null {
  return revision === null || typeof document !== 'object' || document === null
    ? null
    : Object.assign({_id: '', _type: '', _createdAt: '', _updatedAt: ''}, document, {_rev: revision})
}
