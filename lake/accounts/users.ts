import {randomBytes} from 'node:crypto'
import type {DatabaseSync} from 'node:sqlite'
import {z} from 'zod'

import type {Role} from '../lake.ts'
import {transaction} from './database.ts'
import {hashPassword} from './password.ts'

export const roles = ['administrator', 'editor', 'viewer'] as const satisfies readonly Role[]

export interface User {
  id: string
  email: string
  name: string
  role: Role
  /** ISO 8601, UTC. */
  createdAt: string
}

export interface NewUser {
  email: string
  name: string
  role: Role
  password: string
}

/** What a person who types a command or fills in a form can put right. */
export class AccountError extends Error {
  override readonly name = 'AccountError'
}

const MIN_PASSWORD = 10
const MAX_PASSWORD = 1024
const EMAIL = /^[^\s@]{1,64}@[^\s@]{1,190}$/

const userRow = z.object({
  id: z.string(),
  email: z.string(),
  name: z.string(),
  role: z.enum(roles),
  createdAt: z.string(),
})
const credentialRow = z.object({id: z.string(), password: z.string()})
const COLUMNS = 'id, email, name, role, created_at AS createdAt'

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
  const address = email.trim()
  if (!EMAIL.test(address)) throw new AccountError(`"${address}" is not an e-mail address`)
  if (!name.trim()) throw new AccountError('A name cannot be empty')
  const phc = await hashNew(password)
  const user = {id: newUserId(), email: address, name: name.trim(), role, createdAt: new Date().toISOString()}
  return transaction(db, () => {
    if (findCredentials(db, address)) throw new AccountError(`${address} has an account already`)
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
 * Ends the account and all its sessions. The name stays, without the address, for history.
 *
 * @throws {AccountError} for an unknown address and for the last administrator.
 */
export function removeUser(db: DatabaseSync, email: string): void {
  transaction(db, () => {
    const user = listUsers(db).find((candidate) => candidate.email.toLowerCase() === email.trim().toLowerCase())
    if (!user) throw new AccountError(`Nobody signs in as ${email}`)
    const administrators = listUsers(db).filter(({role}) => role === 'administrator')
    if (user.role === 'administrator' && administrators.length === 1)
      throw new AccountError(`${user.email} is the last administrator: add another one first`)
    endSignIns(db, user.id)
    db.prepare('DELETE FROM key_values WHERE user_id = ?').run(user.id)
    db.prepare("UPDATE users SET removed_at = ?, email = '', password = '' WHERE id = ?").run(
      new Date().toISOString(),
      user.id,
    )
  })
}

/** Changes the password and signs the user out everywhere. @throws {AccountError} for an unknown address. */
export async function setPassword(db: DatabaseSync, email: string, password: string): Promise<void> {
  const phc = await hashNew(password)
  transaction(db, () => {
    const user = findCredentials(db, email)
    if (!user) throw new AccountError(`Nobody signs in as ${email}`)
    endSignIns(db, user.id)
    db.prepare('UPDATE users SET password = ? WHERE id = ?').run(phc, user.id)
  })
}

function endSignIns(db: DatabaseSync, userId: string): void {
  for (const table of ['sessions', 'tickets', 'devices'])
    db.prepare(`DELETE FROM ${table} WHERE user_id = ?`).run(userId)
}

function hashNew(password: string): Promise<string> {
  if (password.length < MIN_PASSWORD) throw new AccountError(`A password needs at least ${MIN_PASSWORD} characters`)
  if (password.length > MAX_PASSWORD) throw new AccountError(`A password has at most ${MAX_PASSWORD} characters`)
  return hashPassword(password)
}

function newUserId(): string {
  return `u${randomBytes(8).toString('hex')}`
}
