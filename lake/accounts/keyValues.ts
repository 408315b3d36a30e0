import type {DatabaseSync} from 'node:sqlite'
import {z} from 'zod'

import {transaction} from '../store/transaction.ts'

/** A preference that the Studio keeps for a user, such as the sort order of a list. */
export const keyValue = z.object({key: z.string().max(200), value: z.json()})
export type KeyValue = z.infer<typeof keyValue>

const row = z.object({key: z.string(), value: z.string().transform((text): unknown => JSON.parse(text))})

/** The stored pairs among `keys`; a key without a value is left out. */
export function readKeyValues(db: DatabaseSync, userId: string, keys: string[]): KeyValue[] {
  const statement = db.prepare('SELECT key, value FROM key_values WHERE user_id = ? AND key = ?')
  return keys.flatMap((key) => {
    const found = statement.get(userId, key)
    return found ? [keyValue.parse(row.parse(found))] : []
  })
}

export function writeKeyValues(db: DatabaseSync, userId: string, pairs: KeyValue[]): void {
  const statement = db.prepare('INSERT OR REPLACE INTO key_values (user_id, key, value) VALUES (?, ?, ?)')
  transaction(db, () => {
    for (const {key, value} of pairs) statement.run(userId, key, JSON.stringify(value))
  })
}
