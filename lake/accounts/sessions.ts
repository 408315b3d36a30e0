import {randomUUID} from 'node:crypto'
import type {DatabaseSync} from 'node:sqlite'
import {z} from 'zod'

import {transaction} from '../store/transaction.ts'
import {hashSecret, newSecret} from './secrets.ts'

export const SESSION_MS = 30 * 24 * 3600_000
const TICKET_MS = 60_000
const MAX_LISTED = 200
const MAX_USER_AGENT = 300

/** A sign-in: one browser's cookie and bearer token, ended together. */
export interface Session {
  id: string
  /** ISO 8601, UTC. */
  createdAt: string
  /** ISO 8601, UTC, right to a minute. */
  lastUsedAt: string | null
  userAgent: string | null
}

const isoTime = z.number().transform((ms) => new Date(ms).toISOString())
const sessionRow = z.object({
  id: z.string(),
  createdAt: isoTime,
  lastUsedAt: isoTime.nullable(),
  userAgent: z.string().nullable(),
})
const ticketRow = z.object({signIn: z.string()})

/** Starts a session for a browser's cookie, and a one-time ticket for the bearer token that belongs to it. */
export function startSession(
  db: DatabaseSync,
  {userId, userAgent}: {userId: string; userAgent: string | null},
  now: number,
): {session: string; ticket: string} {
  const session = newSecret()
  const ticket = newSecret()
  const signIn = randomUUID()
  transaction(db, () => {
    forgetExpired(db, now)
    db.prepare('INSERT INTO sign_ins (id, user_id, created_at, user_agent) VALUES (?, ?, ?, ?)').run(
      signIn,
      userId,
      now,
      userAgent?.slice(0, MAX_USER_AGENT) ?? null,
    )
    insertSession(db, session, {signIn, expiresAt: now + SESSION_MS})
    db.prepare('INSERT INTO tickets (hash, sign_in, expires_at) VALUES (?, ?, ?)').run(
      hashSecret(ticket),
      signIn,
      now + TICKET_MS,
    )
  })
  return {session, ticket}
}

/** Trades a ticket, once and within a minute, for a bearer token. Null when it is spent, late or made up. */
export function redeemTicket(db: DatabaseSync, ticket: string, now: number): string | null {
  return transaction(db, () => {
    const row = db
      .prepare('DELETE FROM tickets WHERE hash = ? AND expires_at > ? RETURNING sign_in AS signIn')
      .get(hashSecret(ticket), now)
    if (!row) return null
    const token = newSecret()
    insertSession(db, token, {...ticketRow.parse(row), expiresAt: now + SESSION_MS})
    return token
  })
}

/** The id of the sign-in that a cookie or a bearer token belongs to; null for API tokens and strangers. */
export function sessionOf(db: DatabaseSync, secret: string): string | null {
  const signIn = db.prepare('SELECT sign_in FROM sessions WHERE hash = ?').get(hashSecret(secret))?.sign_in
  return typeof signIn === 'string' ? signIn : null
}

/** Ends a sign-in as a whole: the cookie, the bearer token and an unspent ticket. */
export function endSession(db: DatabaseSync, secret: string): void {
  db.prepare('DELETE FROM sign_ins WHERE id IN (SELECT sign_in FROM sessions WHERE hash = ?)').run(hashSecret(secret))
}

/** Where the user is signed in, the newest first. */
export function listSessions(db: DatabaseSync, userId: string, now: number): Session[] {
  const rows = db
    .prepare(
      `SELECT id, created_at AS createdAt, last_used_at AS lastUsedAt, user_agent AS userAgent FROM sign_ins
       WHERE user_id = ? AND EXISTS (SELECT 1 FROM sessions WHERE sign_in = sign_ins.id AND expires_at > ?)
       ORDER BY created_at DESC, id LIMIT ${MAX_LISTED}`,
    )
    .all(userId, now)
  return sessionRow.array().parse(rows)
}

/** Ends one sign-in of the user, as listed. False when it is not one of hers. */
export function revokeSession(db: DatabaseSync, {userId, id}: {userId: string; id: string}): boolean {
  return db.prepare('DELETE FROM sign_ins WHERE id = ? AND user_id = ?').run(id, userId).changes > 0
}

/** Ends every sign-in of the user but the one named `keep`, and forgets her browsers. */
export function endSignIns(db: DatabaseSync, userId: string, keep: string | null = null): void {
  db.prepare('DELETE FROM sign_ins WHERE user_id = ? AND id IS NOT ?').run(userId, keep)
  if (keep === null) db.prepare('DELETE FROM devices WHERE user_id = ?').run(userId)
}

function forgetExpired(db: DatabaseSync, now: number): void {
  for (const table of ['sessions', 'tickets', 'devices'])
    db.prepare(`DELETE FROM ${table} WHERE expires_at <= ?`).run(now)
  db.prepare('DELETE FROM sign_ins WHERE id NOT IN (SELECT sign_in FROM sessions)').run()
}

function insertSession(
  db: DatabaseSync,
  secret: string,
  {signIn, expiresAt}: {signIn: string; expiresAt: number},
): void {
  db.prepare('INSERT INTO sessions (hash, sign_in, expires_at) VALUES (?, ?, ?)').run(
    hashSecret(secret),
    signIn,
    expiresAt,
  )
}
