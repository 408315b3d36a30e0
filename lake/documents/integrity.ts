import {MutationError} from '../errors.ts'
import type {DocumentChange, LakeDocument} from './document.ts'

import {strongReferences} from './references.ts'

export interface StoredDocuments {
  ids(): Iterable<string>
  read(id: string): LakeDocument | undefined
  /** Every stored document with a reference to `id`, weak or strong. */
  referrers(id: string): Iterable<LakeDocument>
}

/**
 * Refuses changes that would leave a strong reference pointing nowhere.
 *
 * @param read the documents as they will be.
 * @throws {MutationError} 409.
 */
export function assertReferences(
  changes: DocumentChange[],
  read: (id: string) => LakeDocument | null,
  stored: StoredDocuments,
): void {
  for (const {documentId, before, after} of changes) {
    if (after) assertTargetsExist(after, before, read)
    else assertUnreferenced(documentId, read, stored)
  }
}

/** A reference that was broken already does not stop other edits. */
function assertTargetsExist(
  after: LakeDocument,
  before: LakeDocument | null,
  read: (id: string) => LakeDocument | null,
) {
  const known = before ? strongReferences(before) : new Set<string>()
  for (const target of strongReferences(after)) {
    if (known.has(target) || read(target)) continue
    const description = `Document "${after._id}" references non-existent document "${target}"`
    throw refuse({type: 'documentReferencesNonExistentDocumentError', description, id: after._id, referenceID: target})
  }
}

function assertUnreferenced(id: string, read: (id: string) => LakeDocument | null, stored: StoredDocuments) {
  const referencingIDs = [...stored.referrers(id)]
    .map(({_id}) => _id)
    .filter((referrer) => {
      const current = read(referrer)
      return current !== null && strongReferences(current).has(id)
    })
  if (referencingIDs.length === 0) return
  const list = referencingIDs
    .slice(0, 10)
    .map((referrer) => `"${referrer}"`)
    .join(', ')
  const description = `Document "${id}" cannot be deleted as there are references to it from ${list}`
  throw refuse({type: 'documentHasExistingReferencesError', description, id, referencingIDs})
}

function refuse(error: {type: string; description: string; [detail: string]: unknown}): MutationError {
  return new MutationError(409, [{index: 0, error}])
}
