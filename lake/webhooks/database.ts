import {readdirSync, readFileSync} from 'node:fs'
import {DatabaseSync} from 'node:sqlite'

import {NewerFileError} from '../store/migrate.ts'
import {storageError} from '../store/storageError.ts'

const folder = new URL('./migrations/', import.meta.url)

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
  db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA secure_delete = ON')
  try {
    migrate(db)
  } catch (error) {
    db.close()
    throw error
  }
  return db
}

/** Runs `work` alone among all writers, in this process and in others. @throws as `storageError` says. */
export function transaction<T>(db: DatabaseSync, work: () => T): T {
  try {
    db.exec('BEGIN IMMEDIATE')
    const result = work()
    db.exec('COMMIT')
    return result
  } catch (error) {
    if (db.isTransaction) db.exec('ROLLBACK')
    throw storageError(error)
  }
}

/** As `transaction`, and on disk when it returns. */
export function durably<T>(db: DatabaseSync, work: () => T): T {
  db.exec('PRAGMA synchronous = FULL')
  try {
    return transaction(db, work)
  } finally {
    db.exec('PRAGMA synchronous = NORMAL')
  }
}

function migrate(db: DatabaseSync): void {
  const names = readdirSync(folder)
    .filter((name) => /^\d{3}-.+\.sql$/.test(name))
    .sort()
  durably(db, () => {
    const version = Number(db.prepare('PRAGMA user_version').get()?.user_version)
    if (version > names.length)
      throw new NewerFileError(
        `open(): the file of webhooks has version ${version}, newer than this lake's ${names.length}`,
      )
    for (const name of names.slice(version)) db.exec(readFileSync(new URL(name, folder), 'utf8'))
    db.exec(`PRAGMA user_version = ${names.length}`)
  })
}
