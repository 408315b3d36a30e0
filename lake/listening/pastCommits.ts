import type {Commit, DocumentChange, HistoryEntry, LakeDocument} from '../documents/document.ts'
import {documentBefore} from '../documents/revision.ts'
import type {Store} from '../store/store.ts'

import {sizeOf} from './sizeOf.ts'

/** A stretch of the log: after one sequence, up to and with another. */
export interface Stretch {
  after: number
  until: number
}

/** Commits as they were told, made again from the log. */
export interface PastCommits {
  /**
   * Null when there are too many, or the log does not lead to the documents as they are.
   *
   * @param later the commits of the dataset after the stretch.
   */
  between(dataset: string, stretch: Stretch, later: readonly Commit[]): Commit[] | null
  /** To be called when `until` will not be the same again. */
  forget(): void
}

export interface PastLimits {
  maxEntries: number
  maxBytes: number
}

/** After a restart everybody resumes at once, from about the same place: what was made last is kept. */
export function createPastCommits(store: Store, limits: PastLimits): PastCommits {
  let last: {dataset: string; stretch: Stretch; commits: Commit[]} | null = null

  return {
    between(dataset, stretch, later) {
      const isKept = last?.dataset === dataset && last.stretch.until === stretch.until
      if (!last || !isKept || last.stretch.after > stretch.after) {
        const commits = read(store, {dataset, stretch, later, limits})
        if (!commits) return null
        last = {dataset, stretch, commits}
      }
      return last.commits.filter(({sequence}) => sequence > stretch.after)
    },
    forget() {
      last = null
    },
  }
}

interface ReadOptions {
  dataset: string
  stretch: Stretch
  later: readonly Commit[]
  limits: PastLimits
}

function read(store: Store, {dataset, stretch, later, limits}: ReadOptions): Commit[] | null {
  const entries = store.entriesAfter(dataset, stretch.after, limits.maxEntries + 1)
  const within = entries.filter(({sequence}) => sequence <= stretch.until)
  const isCut = entries.length > limits.maxEntries && within.length === entries.length
  if (isCut || sizeOf(within) > limits.maxBytes) return null
  const changes = changesOf(within, stateBefore(later, store.documents(dataset)))
  return changes && commitsOf(dataset, within, changes)
}

/** Each document as it was before the commits; those they leave alone are as they are. */
function stateBefore(later: readonly Commit[], present: ReadonlyMap<string, LakeDocument> | undefined) {
  const before = new Map<string, LakeDocument | null>()
  for (const {changes} of later)
    for (const change of changes) if (!before.has(change.documentId)) before.set(change.documentId, change.before)
  return (id: string) => (before.has(id) ? (before.get(id) ?? null) : (present?.get(id) ?? null))
}

/** The changes of entries, in their order. Null when a revision is not the one that the log says. */
function changesOf(
  entries: readonly HistoryEntry[],
  stateAfter: (id: string) => LakeDocument | null,
): DocumentChange[] | null {
  const documents = new Map<string, LakeDocument | null>()
  const changes: DocumentChange[] = []
  for (const entry of entries.toReversed()) {
    const {documentId, effects, mutations, previousRev, resultRev} = entry
    const after = documents.has(documentId) ? (documents.get(documentId) ?? null) : stateAfter(documentId)
    if ((after?._rev ?? null) !== resultRev) return null
    const before = documentBefore(after, entry)
    if ((before?._rev ?? null) !== previousRev) return null
    documents.set(documentId, before)
    changes.push({documentId, before, after, effects, mutations})
  }
  return changes.toReversed()
}

function commitsOf(dataset: string, entries: readonly HistoryEntry[], changes: readonly DocumentChange[]): Commit[] {
  const commits = new Map<number, Commit>()
  entries.forEach(({sequence, transactionId, author, timestamp, actions}, index) => {
    const commit = commits.get(sequence) ?? {
      id: transactionId,
      sequence,
      dataset,
      author,
      timestamp,
      changes: [],
      ...(actions ? {actions} : {}),
    }
    commits.set(sequence, commit)
    const change = changes[index]
    if (change) commit.changes.push(change)
  })
  return [...commits.values()]
}
