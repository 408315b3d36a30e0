import {readdirSync, readFileSync} from 'node:fs'
import type {DatabaseSync} from 'node:sqlite'

/** The file belongs to newer code, and has not been touched. */
export class NewerFileError extends Error {
  override readonly name = 'NewerFileError'
}

const ownFolder = new URL('./migrations/', import.meta.url)

/**
 * Brings the tables up to date: the folder's files, `NNN-name.sql`, in order, each with its number in one transaction.
 * A process that is killed goes on at the next start where it was.
 *
 * @throws {NewerFileError} when the file has had more migrations than there are.
 */
export function migrate(database: DatabaseSync, folder: URL = ownFolder): void {
  const names = namesIn(folder)
  const version = Number(database.prepare('PRAGMA user_version').get()?.user_version)
  if (version > names.length)
    throw new NewerFileError(`open(): the file has version ${version}, newer than this lake's ${names.length}`)
  names.slice(version).forEach((name, index) => {
    const sql = readFileSync(new URL(name, folder), 'utf8')
    try {
      database.exec(`BEGIN IMMEDIATE; ${sql}; PRAGMA user_version = ${version + index + 1}; COMMIT`)
    } catch (error) {
      if (database.isTransaction) database.exec('ROLLBACK')
      throw error
    }
  })
}

/** How many migrations there are: the version of a file that is up to date. */
export function newestVersion(folder: URL = ownFolder): number {
  return namesIn(folder).length
}

function namesIn(folder: URL): string[] {
  return readdirSync(folder)
    .filter((name) => /^\d{3}-.+\.sql$/.test(name))
    .sort()
}
