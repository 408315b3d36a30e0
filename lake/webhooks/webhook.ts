import {setTimeout} from 'node:timers/promises'

import type {Commit, HistoryEntry, Store} from '../store/store.ts'
import {changeAt, isAnnounced} from './changes.ts'
import type {Cursor} from './cursor.ts'
import {DEFAULT_PROJECTION, createProjection, type Change} from './projection.ts'
import {SIGNATURE_HEADER, signatureOf} from './signature.ts'

export interface WebhookOptions {
  store: Store
  cursor: Cursor
  projectId: string
  dataset: string
  url: string
  secret: string
  /** GROQ in delta mode. Default: {@link DEFAULT_PROJECTION}. */
  projection?: string
  now?: () => number
  /** Default: real time. */
  wait?: (ms: number, signal: AbortSignal) => Promise<unknown>
  /** Told once when deliveries begin to fail, once when they work again, and of each body that is given up. */
  log?: (event: {event: 'webhook'; message: string}) => void
}

const ATTEMPT_MS = 15_000
const LONGEST_WAIT_MS = 10_000
const BATCH = 200
/** The site understood and will never accept this body; every other answer may change, so it is tried again. */
const FINAL = new Set([400, 413, 422])
const FINAL_ATTEMPTS = 3

/**
 * Posts every published change of a dataset to a URL, in order and one at a time.
 *
 * It reads the transaction log from a cursor, so a change that was committed is announced even when the process is killed
 * in between, and for as long as the site is down. A new cursor begins at the newest commit.
 *
 * @throws when the projection is not GROQ.
 */
export function startWebhook(options: WebhookOptions): {close: () => Promise<void>} {
  const {store, cursor, dataset, now = Date.now, log = () => undefined, wait = waitFor} = options
  const project = createProjection(options.projection ?? DEFAULT_PROJECTION)
  const stop = new AbortController()
  let wake = () => {}
  let done = cursor.read(dataset) ?? store.lastSequence()
  cursor.write(dataset, done)

  let isIdle = false
  let isPending = false
  const unsubscribe = store.onCommit((commit) => {
    if (isWorthWaking(commit, dataset)) {
      isPending = true
      wake()
    } else if (isIdle && !isPending) done = commit.sequence
  })
  const running = run()

  async function run(): Promise<void> {
    while (!stop.signal.aborted) {
      const woken = new Promise<void>((resolve) => (wake = resolve))
      isPending = false
      const isMore = await announceNext().catch(takeBreath)
      if (isMore) continue
      isIdle = true
      await woken
      isIdle = false
    }
  }

  /** A disk that is full for a while must not end the announcing. */
  async function takeBreath(error: unknown): Promise<boolean> {
    if (stop.signal.aborted) return true
    log({event: 'webhook', message: `Announcing failed, and is tried again: ${reasonOf(error)}`})
    await wait(LONGEST_WAIT_MS, stop.signal).catch(() => undefined)
    return true
  }

  /** Announces the next transactions; false when there is none. */
  async function announceNext(): Promise<boolean> {
    const entries = completeTransactions(store, dataset, done)
    for (const [sequence, group] of Map.groupBy(entries, (entry) => entry.sequence)) {
      const changes = group.map((entry) => ({entry, change: changeAt(store, dataset, entry)}))
      for (const {entry, change} of changes) if (change) await announce(entry, change)
      done = sequence
      if (changes.some(({change}) => change)) cursor.write(dataset, done)
    }
    return entries.length > 0
  }

  async function announce(entry: HistoryEntry, change: Change): Promise<void> {
    const body = await project(change)
    for (let attempt = 1; ; attempt++) {
      const problem = await post(body, headersOf(options, entry, change))
      if (problem === null) {
        if (attempt > 1) log({event: 'webhook', message: `${options.url} accepts changes again`})
        return
      }
      if (attempt === 1) log({event: 'webhook', message: `${options.url} does not accept a change: ${problem.message}`})
      if (problem.isFinal && attempt === FINAL_ATTEMPTS)
        return log({event: 'webhook', message: `Gave up announcing ${entry.documentId}: ${problem.message}`})
      await wait(Math.min(LONGEST_WAIT_MS, 100 * 4 ** Math.min(attempt - 1, 8)), stop.signal)
    }
  }

  async function post(
    body: string,
    headers: Record<string, string>,
  ): Promise<{message: string; isFinal: boolean} | null> {
    try {
      const response = await fetch(options.url, {
        method: 'POST',
        body,
        headers: {...headers, [SIGNATURE_HEADER]: signatureOf(body, {secret: options.secret, now: now()})},
        redirect: 'manual',
        signal: AbortSignal.any([stop.signal, AbortSignal.timeout(ATTEMPT_MS)]),
      })
      await response.body?.cancel()
      return response.ok ? null : {message: `status ${response.status}`, isFinal: FINAL.has(response.status)}
    } catch (error) {
      stop.signal.throwIfAborted()
      return {message: reasonOf(error), isFinal: false}
    }
  }

  return {
    async close() {
      unsubscribe()
      stop.abort()
      wake()
      await running
      cursor.write(dataset, done)
    },
  }
}

/** Entries after `sequence`, never the beginning of a transaction without its end. */
function completeTransactions(store: Store, dataset: string, sequence: number): HistoryEntry[] {
  for (let limit = BATCH; ; limit *= 2) {
    const entries = store.entriesAfter(dataset, sequence, limit)
    const last = entries.at(-1)?.sequence
    if (entries.length < limit) return entries
    const complete = entries.filter((entry) => entry.sequence !== last)
    if (complete.length > 0) return complete
  }
}

function isWorthWaking(commit: Commit, dataset: string): boolean {
  if (commit.dataset !== dataset) return false
  return commit.changes.some(({before, after}) => [before, after].some((document) => document && isAnnounced(document)))
}

/** The same for every attempt at one change, so that the site can tell a repetition. */
function headersOf(
  {projectId, dataset}: WebhookOptions,
  {documentId, transactionId, timestamp}: HistoryEntry,
  {before, after}: Change,
): Record<string, string> {
  return {
    'content-type': 'application/json',
    'user-agent': 'Octavo lake',
    'idempotency-key': `${transactionId}-${documentId}`,
    'sanity-transaction-id': transactionId,
    'sanity-transaction-time': timestamp,
    'sanity-document-id': documentId,
    'sanity-operation': before ? (after ? 'update' : 'delete') : 'create',
    'sanity-dataset': dataset,
    'sanity-project-id': projectId,
  }
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return error.cause instanceof Error ? error.cause.message || error.message : error.message
}

function waitFor(ms: number, signal: AbortSignal): Promise<unknown> {
  return setTimeout(ms, undefined, {signal})
}
