import {readdirSync, readFileSync} from 'node:fs'
import type {DatabaseSync} from 'node:sqlite'

/** The file belongs to newer code, and has not been touched. */
export class NewerFileError extends Error {
  override readonly name = 'NewerFileError'
}

const ownFolder = new URL('./migrations/', import.meta.url)

/**
 * Brings the tables up to date: the folder's files, `NNN-name.sql`, in order, each with its number in one transaction.
 * A process that is killed goes on at the next start where it was. Foreign keys must be off for files that put a table in
 * another's place.
 *
 * @throws {NewerFileError} when the file has had more migrations than there are.
 */
export function migrate(database: DatabaseSync, folder: URL = ownFolder): void {
  const names = namesIn(folder)
  while (migrateOnce(database, folder, names)) continue
}

/** The version is read under the lock, for two processes may start at the same time. */
function migrateOnce(database: DatabaseSync, folder: URL, names: readonly string[]): boolean {
  if (versionOf(database) === names.length) return false
  database.exec('BEGIN IMMEDIATE')
  try {
    const version = versionOf(database)
    if (version > names.length)
      throw new NewerFileError(`open(): the file has version ${version}, newer than this lake's ${names.length}`)
    const name = names[version]
    if (name !== undefined) {
      database.exec(readFileSync(new URL(name, folder), 'utf8'))
      const broken = database.prepare('PRAGMA foreign_key_check').all()
      if (broken.length > 0) throw new Error(`migrate(): ${name} leaves ${broken.length} references to nothing`)
      database.exec(`PRAGMA user_version = ${version + 1}`)
    }
    database.exec('COMMIT')
    return name !== undefined
  } catch (error) {
    if (database.isTransaction) database.exec('ROLLBACK')
    throw error
  }
}

/** How many migrations there are: the version of a file that is up to date. */
export function newestVersion(folder: URL = ownFolder): number {
  return namesIn(folder).length
}

/** The number of the last migration that the file has had. */
export function versionOf(database: DatabaseSync): number {
  return Number(database.prepare('PRAGMA user_version').get()?.user_version)
}

function namesIn(folder: URL): string[] {
  return readdirSync(folder)
    .filter((name) => /^\d{3}-.+\.sql$/.test(name))
    .sort()
}
