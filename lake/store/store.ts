import type {Commit, HistoryEntry, LakeDocument, Transaction} from '../documents/document.ts'

export type {Commit, DocumentChange, Effects, HistoryEntry, LakeDocument, Transaction} from '../documents/document.ts'

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
