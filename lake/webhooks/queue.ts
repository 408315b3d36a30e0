import {randomBytes} from 'node:crypto'
import type {DatabaseSync} from 'node:sqlite'
import {z} from 'zod'

import {transaction} from '../store/transaction.ts'
import type {Attempt} from './deliver.ts'
import type {Operation} from './hook.ts'

const messageRow = z.object({
  id: z.string(),
  hookId: z.string(),
  key: z.string(),
  dataset: z.string(),
  documentId: z.string(),
  transactionId: z.string(),
  transactionTime: z.string(),
  operation: z.enum(['create', 'update', 'delete']),
  payload: z.string(),
  status: z.enum(['queued', 'success', 'failure']),
  isAside: z.number().transform(Boolean),
  failureCount: z.number(),
  resultCode: z.number().nullable(),
  createdAt: z.number(),
  dueAt: z.number(),
})

const attemptRow = z.object({
  id: z.string(),
  hookId: z.string(),
  messageId: z.string(),
  createdAt: z.number(),
  duration: z.number(),
  failureReason: z.enum(['http', 'network', 'timeout', 'other']).nullable(),
  resultCode: z.number().nullable(),
  resultBody: z.string().nullable(),
})

/** One announcement of one change to one webhook. Times are milliseconds since the epoch. */
export type Message = z.output<typeof messageRow>
/** One try at sending a message. */
export type LoggedAttempt = z.output<typeof attemptRow>

export interface NewMessage {
  dataset: string
  documentId: string
  transactionId: string
  transactionTime: string
  operation: Operation
  payload: string
  /** Set when there is nothing that could be sent: why. */
  problem?: string
}

/** What becomes of a message after an attempt. */
export type Verdict = {status: 'success' | 'failure'} | {status: 'queued'; dueAt: number; isAside: boolean}

const MESSAGE = `id, hook_id AS hookId, key, dataset, document_id AS documentId, transaction_id AS transactionId,
  transaction_time AS transactionTime, operation, payload, status, is_aside AS isAside, failure_count AS failureCount,
  result_code AS resultCode, created_at AS createdAt, due_at AS dueAt`
const ATTEMPT = `id, hook_id AS hookId, message_id AS messageId, created_at AS createdAt, duration,
  failure_reason AS failureReason, result_code AS resultCode, result_body AS resultBody`

/** How much of what is over and done with is kept for each webhook. */
const KEPT_MESSAGES = 200
const KEPT_ATTEMPTS = 500

export type Queue = ReturnType<typeof createQueue>

/** The durable queues of all webhooks, and their logs. */
export function createQueue(db: DatabaseSync) {
  const readCursor = db.prepare('SELECT sequence FROM cursor WHERE hook_id = ? AND dataset = ?')
  const writeCursor = db.prepare('INSERT OR REPLACE INTO cursor (hook_id, dataset, sequence) VALUES (?, ?, ?)')
  const insert = db.prepare(`INSERT OR IGNORE INTO messages
    (id, hook_id, key, dataset, document_id, transaction_id, transaction_time, operation, payload, status, created_at, due_at)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`)
  const head = db.prepare(`SELECT ${MESSAGE} FROM messages
    WHERE hook_id = ? AND status = 'queued' AND is_aside = 0 ORDER BY position LIMIT 1`)
  const aside = db.prepare(`SELECT ${MESSAGE} FROM messages
    WHERE hook_id = ? AND status = 'queued' AND is_aside = 1 ORDER BY due_at LIMIT 1`)
  const count = db.prepare(`SELECT count(*) AS n FROM messages WHERE hook_id = ? AND status = 'queued'`)
  const update = db.prepare(`UPDATE messages
    SET status = ?, is_aside = ?, failure_count = failure_count + ?, result_code = ?, due_at = ? WHERE id = ?`)
  const log = db.prepare(`INSERT INTO attempts
    (id, hook_id, message_id, created_at, duration, failure_reason, result_code, result_body) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`)
  const byId = db.prepare(`SELECT ${MESSAGE} FROM messages WHERE hook_id = ? AND id = ?`)
  const list = db.prepare(`SELECT ${MESSAGE} FROM messages WHERE hook_id = ? ORDER BY position DESC LIMIT ? OFFSET ?`)
  const attempts = db.prepare(
    `SELECT ${ATTEMPT} FROM attempts WHERE hook_id = ? ORDER BY position DESC LIMIT ? OFFSET ?`,
  )
  const attempt = db.prepare(`SELECT ${ATTEMPT} FROM attempts WHERE id = ?`)
  const pruneMessages = db.prepare(`DELETE FROM messages WHERE hook_id = :hook AND status <> 'queued' AND position <=
    (SELECT position FROM messages WHERE hook_id = :hook AND status <> 'queued' ORDER BY position DESC LIMIT 1 OFFSET ${KEPT_MESSAGES})`)
  const pruneAttempts = db.prepare(`DELETE FROM attempts WHERE hook_id = :hook AND position <=
    (SELECT position FROM attempts WHERE hook_id = :hook ORDER BY position DESC LIMIT 1 OFFSET ${KEPT_ATTEMPTS})`)

  const one = (row: unknown): Message | null => (row === undefined ? null : messageRow.parse(row))

  function prune(hook: string): void {
    pruneMessages.run({hook})
    pruneAttempts.run({hook})
  }

  return {
    /** How far into the log of a dataset changes have become messages; null when it was never begun. */
    cursor(hookId: string, dataset: string): number | null {
      const row = readCursor.get(hookId, dataset)
      return row ? Number(row.sequence) : null
    },

    setCursor: (hookId: string, dataset: string, sequence: number) => void writeCursor.run(hookId, dataset, sequence),

    /** Queues messages and moves the cursor past what they come from, both or neither. */
    collect(
      hookId: string,
      place: {dataset: string; sequence: number},
      messages: readonly NewMessage[],
      now: number,
    ): void {
      transaction(db, () => {
        for (const {problem, ...message} of messages) {
          const {dataset, documentId, transactionId, transactionTime, operation, payload} = message
          const id = newId()
          const status = problem === undefined ? 'queued' : 'failure'
          const key = `${transactionId}-${documentId}-${hookId}`
          const about = [dataset, documentId, transactionId, transactionTime, operation, payload]
          const {changes} = insert.run(id, hookId, key, ...about, status, now, now)
          if (problem !== undefined && changes > 0) log.run(newId(), hookId, id, now, 0, 'other', null, problem)
        }
        writeCursor.run(hookId, place.dataset, place.sequence)
        if (messages.some(({problem}) => problem !== undefined)) prune(hookId)
      })
    },

    /** The oldest message that the others wait for, and the one set aside whose time comes first. */
    next: (hookId: string) => ({head: one(head.get(hookId)), aside: one(aside.get(hookId))}),

    /** How many messages are yet to be delivered. */
    waiting: (hookId: string) => Number(count.get(hookId)?.n ?? 0),

    /** Writes down an attempt and what becomes of its message. */
    settle({id, hookId, isAside}: Message, tried: Attempt, verdict: Verdict): void {
      const isQueued = verdict.status === 'queued'
      transaction(db, () => {
        const [setAside, dueAt] = isQueued ? [verdict.isAside, verdict.dueAt] : [isAside, tried.at]
        const failures = verdict.status === 'success' ? 0 : 1
        update.run(verdict.status, setAside ? 1 : 0, failures, tried.code, dueAt, id)
        log.run(newId(), hookId, id, tried.at, tried.ms, tried.reason, tried.code, tried.text)
        prune(hookId)
      })
    },

    /** Makes what waits for its time due now. */
    hasten: (hookId: string, now: number) =>
      void db.prepare(`UPDATE messages SET due_at = ? WHERE hook_id = ? AND status = 'queued'`).run(now, hookId),

    /** Queues a message that failed once more, beside those that are queued. False when there is none with this id. */
    retry(hookId: string, messageId: string, now: number): boolean {
      const retry = db.prepare(`UPDATE messages SET status = 'queued', is_aside = 1, due_at = :now, created_at = :now
        WHERE hook_id = :hook AND id = :id AND status = 'failure' AND payload <> ''`)
      return retry.run({now, hook: hookId, id: messageId}).changes > 0
    },

    failed: (hookId: string) =>
      messageRow
        .array()
        .parse(
          db
            .prepare(
              `SELECT ${MESSAGE} FROM messages WHERE hook_id = ? AND status = 'failure' AND payload <> '' ORDER BY position`,
            )
            .all(hookId),
        ),

    message: (hookId: string, id: string) => one(byId.get(hookId, id)),
    /** Newest first. */
    messages: (hookId: string, {limit, offset}: Page) => messageRow.array().parse(list.all(hookId, limit, offset)),
    /** Newest first. */
    attempts: (hookId: string, {limit, offset}: Page) => attemptRow.array().parse(attempts.all(hookId, limit, offset)),
    attempt(id: string): LoggedAttempt | null {
      const row = attempt.get(id)
      return row ? attemptRow.parse(row) : null
    },

    /** Forgets what waits, and begins again at a place in the log. */
    cancel(hookId: string): void {
      transaction(db, () => {
        db.prepare(`DELETE FROM messages WHERE hook_id = ? AND status = 'queued'`).run(hookId)
        db.prepare('DELETE FROM cursor WHERE hook_id = ?').run(hookId)
      })
    },

    forget(hookId: string): void {
      transaction(db, () => {
        for (const table of ['messages', 'attempts', 'cursor'])
          db.prepare(`DELETE FROM ${table} WHERE hook_id = ?`).run(hookId)
      })
    },
  }
}

export interface Page {
  limit: number
  offset: number
}

export function newId(): string {
  return randomBytes(12).toString('base64url').replace(/[-_]/g, 'x')
}
