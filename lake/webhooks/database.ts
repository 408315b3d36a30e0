import {DatabaseSync} from 'node:sqlite'

import {migrate} from '../store/migrate.ts'
import {transaction} from '../store/transaction.ts'

/** Where its numbered migrations are. */
export const webhookMigrations = new URL('./migrations/', import.meta.url)

/**
 * Opens the file of webhooks, their queues and their logs, or a database in memory for `:memory:`.
 *
 * After a power cut the queues may be a little behind: then a delivery is repeated under the same idempotency key, and
 * none is lost, because a queue and its place in the transaction log are one transaction.
 *
 * @throws {NewerFileError} when the file is newer than this code.
 */
export function openDatabase(path: string): DatabaseSync {
  const db = new DatabaseSync(path, {timeout: 5000})
  try {
    db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON')
    migrate(db, webhookMigrations)
    db.exec('PRAGMA synchronous = NORMAL')
  } catch (error) {
    db.close()
    throw error
  }
  return db
}

/** As {@link transaction}, and on disk when it returns. */
export function durably<T>(db: DatabaseSync, work: () => T): T {
  db.exec('PRAGMA synchronous = FULL')
  try {
    return transaction(db, work)
  } finally {
    db.exec('PRAGMA synchronous = NORMAL')
  }
}
