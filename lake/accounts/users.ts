import {randomBytes} from 'node:crypto'
import type {DatabaseSync} from 'node:sqlite'
import {z} from 'zod'

import {roles, type Role} from '../identity.ts'
import {transaction} from '../store/transaction.ts'
import {AccountError} from './accountError.ts'
import {hashPassword} from './password.ts'
import {endSignIns} from './sessions.ts'

export interface User {
  id: string
  email: string
  name: string
  role: Role
  /** ISO 8601, UTC. */
  createdAt: string
  /** ISO 8601, UTC, right to a minute. */
  lastSeenAt: string | null
}

export interface NewUser {
  email: string
  name: string
  role: Role
  password: string
}

const MIN_PASSWORD = 10
const MAX_PASSWORD = 1024
const MAX_NAME = 200
const EMAIL = /^[^\s@]{1,64}@[^\s@]{1,190}$/

const userRow = z.object({
  id: z.string(),
  email: z.string(),
  name: z.string(),
  role: z.enum(roles),
  createdAt: z.string(),
  lastSeenAt: z
    .number()
    .transform((ms) => new Date(ms).toISOString())
    .nullable(),
})
const credentialRow = z.object({id: z.string(), password: z.string()})
const COLUMNS = 'id, email, name, role, created_at AS createdAt, last_seen_at AS lastSeenAt'

/** Everybody with an account, by e-mail. */
export function listUsers(db: DatabaseSync): User[] {
  return userRow.array().parse(db.prepare(`SELECT ${COLUMNS} FROM users WHERE removed_at IS NULL ORDER BY email`).all())
}

/** A user by id, removed ones too: history must still be able to name who wrote. */
export function findUser(db: DatabaseSync, id: string): User | null {
  const row = db.prepare(`SELECT ${COLUMNS} FROM users WHERE id = ?`).get(id)
  return row ? userRow.parse(row) : null
}

/** The id and the PHC string behind an e-mail address, or null. */
export function findCredentials(db: DatabaseSync, email: string): {id: string; password: string} | null {
  const row = db.prepare('SELECT id, password FROM users WHERE email = ? AND removed_at IS NULL').get(email.trim())
  return row ? credentialRow.parse(row) : null
}

/** @throws {AccountError} for a malformed or taken e-mail address, an empty name, a short password. */
export async function addUser(db: DatabaseSync, {email, name, role, password}: NewUser): Promise<User> {
  const user = {
    id: `u${randomBytes(8).toString('hex')}`,
    email: validEmail(email),
    name: validName(name),
    role,
    createdAt: new Date().toISOString(),
    lastSeenAt: null,
  }
  const phc = await hashNew(password)
  return transaction(db, () => {
    assertFree(db, user)
    db.prepare('INSERT INTO users (id, email, name, role, password, created_at) VALUES (?, ?, ?, ?, ?, ?)').run(
      user.id,
      user.email,
      user.name,
      user.role,
      phc,
      user.createdAt,
    )
    return user
  })
}

/**
 * Changes what is given. Another role signs the user out everywhere, so that no open page keeps the old one.
 *
 * @throws {AccountError} 404 for an unknown id; 409 for the last administrator; 400 and 409 as for a new account.
 */
export function updateUser(db: DatabaseSync, id: string, changes: {email?: string; name?: string; role?: Role}): User {
  return transaction(db, () => {
    const before = currentUser(db, id)
    const after = {
      ...before,
      email: changes.email === undefined ? before.email : validEmail(changes.email),
      name: changes.name === undefined ? before.name : validName(changes.name),
      role: changes.role ?? before.role,
    }
    assertFree(db, after)
    if (after.role !== before.role) {
      assertNotLastAdministrator(db, before)
      endSignIns(db, id)
    }
    db.prepare('UPDATE users SET email = ?, name = ?, role = ? WHERE id = ?').run(
      after.email,
      after.name,
      after.role,
      id,
    )
    return after
  })
}

/**
 * Ends the account and all its sessions. The name stays, without the address, for history.
 *
 * @throws {AccountError} 404 for an unknown id; 409 for the last administrator.
 */
export function removeUser(db: DatabaseSync, id: string): void {
  transaction(db, () => {
    assertNotLastAdministrator(db, currentUser(db, id))
    endSignIns(db, id)
    db.prepare('DELETE FROM key_values WHERE user_id = ?').run(id)
    db.prepare("UPDATE users SET removed_at = ?, email = '', password = '' WHERE id = ?").run(
      new Date().toISOString(),
      id,
    )
  })
}

/**
 * Changes the password and signs the user out everywhere, but for the sign-in named `keep`.
 *
 * @throws {AccountError} 400 for a password that is too short or too long; 404 for an unknown id.
 */
export async function setPassword(
  db: DatabaseSync,
  {id, password, keep = null}: {id: string; password: string; keep?: string | null},
): Promise<void> {
  const phc = await hashNew(password)
  transaction(db, () => {
    currentUser(db, id)
    endSignIns(db, id, keep)
    db.prepare('UPDATE users SET password = ? WHERE id = ?').run(phc, id)
  })
}

/** The user who signs in with an address. @throws {AccountError} 404. */
export function userByEmail(db: DatabaseSync, email: string): User {
  const credentials = findCredentials(db, email)
  if (!credentials) throw new AccountError(`Nobody signs in as ${email}`, 404)
  return currentUser(db, credentials.id)
}

function currentUser(db: DatabaseSync, id: string): User {
  const user = listUsers(db).find((candidate) => candidate.id === id)
  if (!user) throw new AccountError(`There is no account ${id}`, 404)
  return user
}

function assertFree(db: DatabaseSync, {id, email}: {id: string; email: string}): void {
  const holder = findCredentials(db, email)
  if (holder && holder.id !== id) throw new AccountError(`${email} has an account already`, 409)
}

function assertNotLastAdministrator(db: DatabaseSync, user: User): void {
  if (user.role !== 'administrator') return
  if (listUsers(db).filter(({role}) => role === 'administrator').length > 1) return
  throw new AccountError(`${user.email} is the last administrator: add another one first`, 409)
}

function validEmail(email: string): string {
  const address = email.trim()
  if (EMAIL.test(address)) return address
  throw new AccountError(`"${address}" is not an e-mail address`)
}

function validName(name: string): string {
  const trimmed = name.trim()
  if (!trimmed) throw new AccountError('A name cannot be empty')
  if (trimmed.length > MAX_NAME) throw new AccountError(`A name has at most ${MAX_NAME} characters`)
  return trimmed
}

function hashNew(password: string): Promise<string> {
  if (password.length < MIN_PASSWORD) throw new AccountError(`A password needs at least ${MIN_PASSWORD} characters`)
  if (password.length > MAX_PASSWORD) throw new AccountError(`A password has at most ${MAX_PASSWORD} characters`)
  return hashPassword(password)
}
