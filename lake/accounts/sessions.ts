import {randomUUID} from 'node:crypto'
import type {DatabaseSync} from 'node:sqlite'
import {z} from 'zod'

import type {Identity, Role} from '../lake.ts'
import {transaction} from './database.ts'
import {hashSecret, newSecret} from './secrets.ts'
import {roles} from './users.ts'

export const SESSION_MS = 30 * 24 * 3600_000
export const DEVICE_MS = 365 * 24 * 3600_000
const TICKET_MS = 60_000

const identityRow = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  role: z.enum(roles),
  kind: z.enum(['user', 'token']),
})
const ticketRow = z.object({userId: z.string(), signIn: z.string()})

const IDENTIFY = `
  SELECT users.id, users.name, users.email, users.role, 'user' AS kind
  FROM sessions JOIN users ON users.id = sessions.user_id
  WHERE sessions.hash = $hash AND sessions.expires_at > $now AND users.removed_at IS NULL
  UNION ALL
  SELECT id, name, '' AS email, role, 'token' AS kind FROM tokens WHERE hash = $hash`

/** Who a cookie or a bearer token speaks for, or null. */
export function identify(db: DatabaseSync, secret: string, now: number): Identity | null {
  const row = db.prepare(IDENTIFY).get({hash: hashSecret(secret), now})
  return row ? identityRow.parse(row) : null
}

/** Starts a session for a browser's cookie, and a one-time ticket for the bearer token that belongs to it. */
export function startSession(db: DatabaseSync, userId: string, now: number): {session: string; ticket: string} {
  const session = newSecret()
  const ticket = newSecret()
  const signIn = randomUUID()
  transaction(db, () => {
    for (const table of ['sessions', 'tickets', 'devices'])
      db.prepare(`DELETE FROM ${table} WHERE expires_at <= ?`).run(now)
    insertSession(db, session, {userId, signIn, expiresAt: now + SESSION_MS})
    db.prepare('INSERT INTO tickets (hash, user_id, sign_in, expires_at) VALUES (?, ?, ?, ?)').run(
      hashSecret(ticket),
      userId,
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
      .prepare('DELETE FROM tickets WHERE hash = ? AND expires_at > ? RETURNING user_id AS userId, sign_in AS signIn')
      .get(hashSecret(ticket), now)
    if (!row) return null
    const token = newSecret()
    insertSession(db, token, {...ticketRow.parse(row), expiresAt: now + SESSION_MS})
    return token
  })
}

/** Ends a sign-in as a whole: the cookie, the bearer token and an unspent ticket. */
export function endSession(db: DatabaseSync, secret: string): void {
  transaction(db, () => {
    const signIn = db.prepare('SELECT sign_in FROM sessions WHERE hash = ?').get(hashSecret(secret))?.sign_in
    if (typeof signIn !== 'string') return
    for (const table of ['sessions', 'tickets']) db.prepare(`DELETE FROM ${table} WHERE sign_in = ?`).run(signIn)
  })
}

/** Creates or replaces the API token called `name`. */
export function setToken(db: DatabaseSync, {name, role, secret}: {name: string; role: Role; secret: string}): void {
  transaction(db, () => {
    db.prepare('DELETE FROM tokens WHERE name = ? OR hash = ?').run(name, hashSecret(secret))
    db.prepare('INSERT INTO tokens (hash, id, name, role, created_at) VALUES (?, ?, ?, ?, ?)').run(
      hashSecret(secret),
      `token-${name}`,
      name,
      role,
      new Date().toISOString(),
    )
  })
}

/** Forgets the API token called `name`. */
export function removeToken(db: DatabaseSync, name: string): void {
  db.prepare('DELETE FROM tokens WHERE name = ?').run(name)
}

/** Remembers a browser that the user has signed in from; its guesses are counted apart from strangers'. */
export function rememberDevice(db: DatabaseSync, userId: string, now: number): string {
  const device = newSecret()
  db.prepare('INSERT INTO devices (hash, user_id, expires_at) VALUES (?, ?, ?)').run(
    hashSecret(device),
    userId,
    now + DEVICE_MS,
  )
  return device
}

export function isKnownDevice(
  db: DatabaseSync,
  {userId, device}: {userId: string; device: string},
  now: number,
): boolean {
  const row = db
    .prepare('SELECT 1 FROM devices WHERE hash = ? AND user_id = ? AND expires_at > ?')
    .get(hashSecret(device), userId, now)
  return row !== undefined
}

function insertSession(
  db: DatabaseSync,
  secret: string,
  {userId, signIn, expiresAt}: {userId: string; signIn: string; expiresAt: number},
): void {
  db.prepare('INSERT INTO sessions (hash, user_id, sign_in, expires_at) VALUES (?, ?, ?, ?)').run(
    hashSecret(secret),
    userId,
    signIn,
    expiresAt,
  )
}
