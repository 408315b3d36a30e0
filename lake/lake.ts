import type {Staged, Staging} from './documents/staging.ts'
import type {QueryLimits} from './groq/limits.ts'
import type {Answers} from './queries/answers.ts'
import type {Queries} from './queries/queries.ts'
import type {Health} from './health.ts'
import type {Identify, Identity} from './identity.ts'
import type {Listening} from './listening/listening.ts'
import type {Log} from './log.ts'
import type {RecentCommits} from './listening/recent.ts'
import type {Commit, LakeDocument, Store} from './store/store.ts'
import type {Views} from './views.ts'

export type MutationRequest = Record<string, unknown>

export interface CommitRequest {
  dataset: string
  /** `{create}`, `{createOrReplace}`, `{createIfNotExists}`, `{delete}` or `{patch}`, in order. */
  mutations: readonly MutationRequest[]
  /** The id of who writes. */
  author: string
  /** Whose rights the writes need; left out for what the lake does by itself. */
  identity?: Identity | null
  /** Default: a random one. */
  transactionId?: string
  visibility?: string
  /** Gives objects in lists a `_key` where they lack one. */
  autoGenerateArrayKeys?: boolean
  /** Checks everything and stores nothing. */
  dryRun?: boolean
  actions?: Record<string, unknown>[]
}

/** A transaction whose changes are made by `write`, on top of what a {@link CommitRequest} asks for. */
export interface TransactionRequest extends Omit<CommitRequest, 'mutations'> {
  write(staging: Staging): Staged[]
}

/** What the request did, by mutation: the document it touched and how. */
export interface MutationOutcome {
  id: string
  operation: 'create' | 'update' | 'delete' | 'none'
  /** As it is after the mutation; of a deleted document, as it was. */
  document: LakeDocument | null
}

export interface CommitOutcome {
  transactionId: string
  outcomes: MutationOutcome[]
  /** Null for a dry run and for a transaction that changed nothing. */
  commit: Commit | null
}

/** What a route handler works with. */
export interface Lake {
  projectId: string
  /** Where browsers reach the lake, without a trailing slash: `https://example.org/lake`. */
  publicUrl: string
  store: Store
  views: Views
  recent: RecentCommits
  /** Where every query of a request is evaluated. */
  queries: Queries
  queryLimits: QueryLimits
  /** What large answers take of the memory until they have been read. */
  answers: Answers
  listening: Listening
  log: Log
  health: Health
  /** Aborts when the lake closes; streams end with it. */
  closing: AbortSignal
  identify: Identify
  /**
   * Applies the mutations as one transaction, durable on return.
   *
   * @throws {MutationError} 400, 404 or 409; {@link DatasetNotFoundError} 404; nothing is stored then.
   */
  commit(request: CommitRequest): CommitOutcome
  /** As `commit`, for changes that depend on what the transaction has done so far: actions. */
  transact(request: TransactionRequest): CommitOutcome
  /** Milliseconds since the epoch. Injected, so that tests own the clock. */
  now(): number
}
