import {randomBytes, randomUUID} from 'node:crypto'

import {evaluateQuery} from './groq/evaluate.ts'
import {parseMutation} from './documents/mutation.ts'
import {stageTransaction} from './documents/staging.ts'
import {BadRequestError, ValidationError} from './errors.ts'
import type {CommitOutcome, CommitRequest, TransactionRequest} from './lake.ts'
import type {Store} from './store/store.ts'
import type {Views} from './views.ts'

const MAX_MUTATIONS = 10_000
/** The process does nothing else meanwhile. */
const SELECTION_MS = 500
const TRANSACTION_MS = 10_000
/** Of somebody who may write a few drafts of her own, and must not be able to hold up everybody. */
const CONTRIBUTOR_MS = 1_000

interface CommitOptions {
  store: Store
  views: Views
  projectId: string
  now(): number
  /** How long a transaction may take until it is stored. Default: 10 s. */
  transactionMs?: number
}

/** Stages, checks and stores transactions. Nothing awaits, so that no two transactions overlap. */
export function createCommit(options: CommitOptions) {
  const {store, views, projectId, transactionMs = TRANSACTION_MS} = options

  function transact({write, dryRun, autoGenerateArrayKeys, ...request}: TransactionRequest): CommitOutcome {
    const {dataset, author, identity, actions, visibility, transactionId = newTransactionId()} = request
    if (!/^[\w.-]{1,128}$/.test(transactionId)) throw new BadRequestError(`"${transactionId}" is no transaction id`)
    const view = views.of(dataset, 'raw')
    const now = new Date(options.now())
    const timestamp = now.toISOString()
    const querying = {view, projectId, dataset, identity: author, timestamp: now}
    const staging = stageTransaction({
      stored: {ids: () => store.documents(dataset)?.keys() ?? [], read: view.byId, referrers: view.referrers},
      select: (query, params) => evaluateQuery({...querying, query, params, timeoutMs: SELECTION_MS}, selectedIds),
      identity,
      transactionId,
      timestamp,
      newId: randomUUID,
      newKey: autoGenerateArrayKeys ? newKey : undefined,
      assertInTime: timeLimit(
        identity?.role === 'contributor' ? Math.min(CONTRIBUTOR_MS, transactionMs) : transactionMs,
      ),
    })
    const staged = write(staging)
    const changes = staging.changes()
    // Of a deleted document, as it was.
    const outcomes = staged.map((one) => ({...one, document: staging.read(one.id) ?? view.byId(one.id) ?? null}))
    const isStored = !dryRun && changes.length > 0
    const commit = isStored
      ? store.commit({id: transactionId, dataset, author, timestamp, changes, actions, visibility})
      : null
    return {transactionId, outcomes, commit}
  }

  function commit({mutations, ...request}: CommitRequest): CommitOutcome {
    if (mutations.length > MAX_MUTATIONS) throw new BadRequestError(`A transaction may have ${MAX_MUTATIONS} mutations`)
    const parsed = mutations.map(parseMutation)
    return transact({
      ...request,
      write: (staging) => parsed.flatMap((mutation, index) => staging.apply(mutation, index)),
    })
  }

  return {commit, transact}
}

function timeLimit(ms: number): () => void {
  const until = performance.now() + ms
  return () => {
    if (performance.now() >= until)
      throw new ValidationError(`The transaction takes longer than ${ms} ms; send it in parts`)
  }
}

function newKey(): string {
  return randomBytes(6).toString('hex')
}

/** 22 characters, as the hosted lake's revisions have. */
function newTransactionId(): string {
  return randomBytes(16).toString('base64url').replace(/[-_]/g, 'x')
}

function selectedIds(result: unknown): string[] {
  const documents = Array.isArray(result) ? result : [result]
  return [
    ...new Set(
      documents.flatMap((item) =>
        typeof item === 'string' ? [item] : typeof item?._id === 'string' ? [item._id] : [],
      ),
    ),
  ]
}
