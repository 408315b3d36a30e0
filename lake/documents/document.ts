/** Who did what nobody asked for at that moment, as the hosted lake names itself. */
export const SYSTEM_AUTHOR = '<system>'

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
