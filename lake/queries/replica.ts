import type {Commit, LakeDocument} from '../documents/document.ts'
import {readSnapshot} from '../store/replica.ts'
import {createViews, type ViewedStore} from '../views.ts'

import type {ReplicaCommit} from './messages.ts'

/** The documents of a file in this thread's memory, as of some commit, following those after it. */
export function openReplica(path: string) {
  const {datasets, sequence} = readSnapshot(path)
  const listeners = new Set<(commit: Commit) => void>()
  const documentsOf = (dataset: string) => {
    const documents = datasets.get(dataset) ?? new Map<string, LakeDocument>()
    datasets.set(dataset, documents)
    return documents
  }
  const store: ViewedStore = {
    documents: documentsOf,
    onCommit(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
  const views = createViews(store)

  return {
    views,
    datasets: () => [...datasets.keys()],
    *documents(): Generator<LakeDocument> {
      for (const documents of datasets.values()) yield* documents.values()
    },
    follow({dataset, sequence: place, changes}: ReplicaCommit): void {
      if (place <= sequence) return
      const documents = documentsOf(dataset)
      const known = changes.map(({documentId, after}) => ({
        documentId,
        before: documents.get(documentId) ?? null,
        after,
      }))
      for (const {documentId, after} of changes) {
        if (after) documents.set(documentId, after)
        else documents.delete(documentId)
      }
      const full = known.map((change) => ({...change, effects: {apply: [], revert: []}, mutations: []}))
      const commit = {id: '', dataset, author: '', timestamp: '', sequence: place, changes: full}
      for (const listener of listeners) listener(commit)
    },
  }
}
