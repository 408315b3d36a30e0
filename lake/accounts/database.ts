import {closeSync, mkdirSync, openSync} from 'node:fs'
import {dirname} from 'node:path'
import {DatabaseSync} from 'node:sqlite'

import {migrate} from '../store/migrate.ts'

/** Where its numbered migrations are. */
export const accountMigrations = new URL('./migrations/', import.meta.url)

/**
 * Opens, and at first creates, the accounts file: WAL, `synchronous=FULL`, readable by its owner alone.
 * The lake and the command line open it at the same time.
 *
 * @throws {NewerFileError} when the file was written by newer code.
 */
export function openDatabase(path: string): DatabaseSync {
  if (path !== ':memory:') createPrivate(path)
  const db = new DatabaseSync(path, {timeout: 5000, enableForeignKeyConstraints: false})
  try {
    db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON;')
    migrate(db, accountMigrations)
    db.exec('PRAGMA foreign_keys = ON')
  } catch (error) {
    db.close()
    throw error
  }
  return db
}

/** SQLite gives its `-wal` and `-shm` files the permissions of the main file, so that one must be private first. */
function createPrivate(path: string): void {
  mkdirSync(dirname(path), {recursive: true})
  closeSync(openSync(path, 'a', 0o600))
}
