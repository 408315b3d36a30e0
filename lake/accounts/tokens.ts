import {randomBytes} from 'node:crypto'
import type {DatabaseSync} from 'node:sqlite'
import {z} from 'zod'

import {roles, type Role} from '../identity.ts'
import {transaction} from '../store/transaction.ts'
import {AccountError} from './accountError.ts'
import {hashSecret, newSecret} from './secrets.ts'

export interface Token {
  id: string
  label: string
  role: Role
  /** ISO 8601, UTC. */
  createdAt: string
  /** ISO 8601, UTC, right to a minute. */
  lastUsedAt: string | null
}

const MAX_LABEL = 100
/** Set from the environment at each start, so removing them here would not last. */
const CONFIGURED: Record<string, string> = {'token-read': 'LAKE_READ_TOKEN', 'token-write': 'LAKE_WRITE_TOKEN'}

const tokenRow = z.object({
  id: z.string(),
  label: z.string(),
  role: z.enum(roles),
  createdAt: z.string(),
  lastUsedAt: z
    .number()
    .transform((ms) => new Date(ms).toISOString())
    .nullable(),
})
const COLUMNS = 'id, name AS label, role, created_at AS createdAt, last_used_at AS lastUsedAt'

/** The API tokens in force, the oldest first. */
export function listTokens(db: DatabaseSync): Token[] {
  return tokenRow
    .array()
    .parse(db.prepare(`SELECT ${COLUMNS} FROM tokens WHERE removed_at IS NULL ORDER BY created_at, id`).all())
}

/** A token by id, removed ones too: history must still be able to name what wrote. */
export function findToken(db: DatabaseSync, id: string): Token | null {
  const row = db.prepare(`SELECT ${COLUMNS} FROM tokens WHERE id = ?`).get(id)
  return row ? tokenRow.parse(row) : null
}

/** Makes a token up. `key` is what its bearer sends; only its hash is kept. @throws {AccountError} for a bad label. */
export function addToken(
  db: DatabaseSync,
  {label, role}: {label: string; role: Role},
  now: number,
): Token & {key: string} {
  const name = label.trim()
  if (!name || name.length > MAX_LABEL) throw new AccountError(`A token's label has 1 to ${MAX_LABEL} characters`)
  const key = `sk${newSecret()}`
  const token = {
    id: `token-${randomBytes(8).toString('hex')}`,
    label: name,
    role,
    createdAt: new Date(now).toISOString(),
  }
  db.prepare('INSERT INTO tokens (id, hash, name, role, created_at) VALUES (?, ?, ?, ?, ?)').run(
    token.id,
    hashSecret(key),
    name,
    role,
    token.createdAt,
  )
  return {...token, lastUsedAt: null, key}
}

/** Ends a token by its id or its label. @throws {AccountError} when there is none, several, or it is configured. */
export function revokeToken(db: DatabaseSync, idOrLabel: string, now: number): Token {
  return transaction(db, () => {
    const tokens = listTokens(db)
    const named = tokens.filter(({id, label}) => id === idOrLabel || label === idOrLabel)
    const token = named.find(({id}) => id === idOrLabel) ?? named[0]
    if (!token) throw new AccountError(`There is no token "${idOrLabel}"`, 404)
    if (named.length > 1 && token.id !== idOrLabel)
      throw new AccountError(`There are ${named.length} tokens called "${idOrLabel}": name one by its id`, 409)
    const variable = CONFIGURED[token.id]
    if (variable) throw new AccountError(`The token "${token.label}" is set by ${variable}: change it there`, 409)
    forget(db, token.id, now)
    return token
  })
}

/** Creates or replaces the token that the configuration calls `name`. */
export function setToken(
  db: DatabaseSync,
  {name, role, secret}: {name: string; role: Role; secret: string},
  now: number,
): void {
  transaction(db, () => {
    const [id, hash] = [`token-${name}`, hashSecret(secret)]
    db.prepare('DELETE FROM tokens WHERE hash = ? AND id <> ?').run(hash, id)
    db.prepare(
      `INSERT INTO tokens (id, hash, name, role, created_at) VALUES ($id, $hash, $name, $role, $createdAt)
       ON CONFLICT (id) DO UPDATE SET hash = $hash, role = $role, removed_at = NULL,
         created_at = iif(hash IS $hash, created_at, $createdAt), last_used_at = iif(hash IS $hash, last_used_at, NULL)`,
    ).run({id, hash, name, role, createdAt: new Date(now).toISOString()})
  })
}

/** Forgets the token that the configuration called `name`. */
export function removeToken(db: DatabaseSync, name: string, now: number): void {
  forget(db, `token-${name}`, now)
}

function forget(db: DatabaseSync, id: string, now: number): void {
  db.prepare('UPDATE tokens SET hash = NULL, removed_at = ? WHERE id = ? AND removed_at IS NULL').run(
    new Date(now).toISOString(),
    id,
  )
}
