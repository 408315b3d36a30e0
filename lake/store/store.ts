/** A document as stored. Attributes without `_` are the editor's; nothing about them is assumed. */
export interface LakeDocument {
  _id: string
  _type: string
  _rev: string
  /** ISO 8601, UTC. */
  _createdAt: string
  /** ISO 8601, UTC. */
  _updatedAt: string
  [attribute: string]: unknown
}

/** A pair of mendoza patches: `apply` leads from before to after, `revert` back. */
export interface Effects {
  apply: unknown[]
  revert: unknown[]
}

/** What one transaction did to one document. `before` is null for a creation, `after` for a deletion. */
export interface DocumentChange {
  documentId: string
  before: LakeDocument | null
  after: LakeDocument | null
  effects: Effects
  /** The mutations of the request that touched this document, as they were sent. */
  mutations: Record<string, unknown>[]
}

/** A transaction, ready to be stored or as it was stored. */
export interface Transaction {
  /** Also the `_rev` of every document it leaves behind. */
  id: string
  dataset: string
  /** The id of the identity that wrote it. */
  author: string
  /** ISO 8601, UTC. */
  timestamp: string
  changes: DocumentChange[]
  /** What the Studio calls it when it is an action: `document.publish` …; absent for plain mutations. */
  actions?: Record<string, unknown>[]
  /** The caller's wish for when queries see it; passed on to listeners. Reads here are always up to date. */
  visibility?: string
}

/** A stored transaction. `sequence` grows by one per transaction over all datasets; it is the cursor of replays. */
export interface Commit extends Transaction {
  sequence: number
}

/** One entry of a document's history, without the documents themselves. */
export interface HistoryEntry {
  sequence: number
  transactionId: string
  author: string
  timestamp: string
  documentId: string
  effects: Effects
  mutations: Record<string, unknown>[]
  actions?: Record<string, unknown>[]
  /** Null when the document did not exist before. */
  previousRev: string | null
  /** Null when the transaction deleted the document. */
  resultRev: string | null
}

export interface HistoryRange {
  documentIds: readonly string[]
  /** Transaction ids, both inclusive. */
  fromTransaction?: string
  toTransaction?: string
  /** ISO 8601, both inclusive. */
  fromTime?: string
  toTime?: string
  newestFirst?: boolean
  limit?: number
}

/** Where documents live. Every method is synchronous; a commit is durable when `commit` returns. */
export interface Store {
  datasets(): string[]
  /** Creates the dataset if it does not exist. */
  createDataset(dataset: string): void
  /** Every document of the dataset by id, or undefined when there is no such dataset. Never to be modified. */
  documents(dataset: string): ReadonlyMap<string, LakeDocument> | undefined
  /**
   * Stores the transaction whole or not at all, then tells the subscribers.
   *
   * @throws {StorageFullError} 507, {@link StorageUnavailableError} 503; nothing has changed then.
   */
  commit(transaction: Transaction): Commit
  /** Calls `listener` after every commit, in order, with each document before and after. Returns the unsubscriber. */
  onCommit(listener: (commit: Commit) => void): () => void
  /** What happened to some documents, oldest first unless asked otherwise. */
  history(dataset: string, range: HistoryRange): HistoryEntry[]
  /** Entries after `sequence`, oldest first, over all documents: what a missed webhook is reconciled from. */
  entriesAfter(dataset: string, sequence: number, limit: number): HistoryEntry[]
  /** The place of a transaction in the log; null when there is none with this id. */
  sequenceOf(dataset: string, transactionId: string): number | null
  /** The sequence of the newest commit, 0 when there is none. */
  lastSequence(): number
  close(): void
}
