import {DatabaseSync} from 'node:sqlite'

import {migrate} from './migrate.ts'

/** The lake is running in another process, which reads its documents from memory. */
export class FileHeldError extends Error {
  override readonly name = 'FileHeldError'
}

/** What the log shrinks to once nobody reads from it any more; a long back-up makes it grow beyond that. */
const LOG_BYTES = 16_000_000

/**
 * Opens the file, brings its tables up to date and makes sure that a commit is on disk when it returns.
 *
 * @throws when another process has the file open, the file is newer than this code, or WAL with full
 * synchronisation cannot be had.
 */
export function openDatabase(path: string): DatabaseSync {
  const database = new DatabaseSync(path, {enableForeignKeyConstraints: true, timeout: 5_000})
  try {
    database.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA journal_size_limit = ${LOG_BYTES}`)
    if (path !== ':memory:') assertPragma(database, 'journal_mode', 'wal')
    assertPragma(database, 'synchronous', 2)
    migrate(database)
  } catch (error) {
    database.close()
    throw error
  }
  return database
}

/**
 * Holds the file for this process, because documents are read from memory and a second writer would not be noticed.
 * The lock goes with the process, however it ends.
 *
 * @throws {FileHeldError} when another process holds it.
 */
export function holdDatabase(path: string): DatabaseSync | null {
  if (path === ':memory:') return null
  const lock = new DatabaseSync(`${path}.lock`)
  try {
    lock.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE')
  } catch (cause) {
    lock.close()
    throw new FileHeldError(`open(): another process has ${path} open`, {cause})
  }
  return lock
}

function assertPragma(database: DatabaseSync, name: string, expected: string | number): void {
  const actual = pragma(database, name)
  if (actual !== expected) throw new Error(`open(): ${name} is ${actual}, and must be ${expected}`)
}

function pragma(database: DatabaseSync, name: string): unknown {
  return database.prepare(`PRAGMA ${name}`).get()?.[name]
}
