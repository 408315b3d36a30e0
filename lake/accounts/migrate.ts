import {readdirSync, readFileSync} from 'node:fs'
import type {DatabaseSync} from 'node:sqlite'

import {NewerFileError} from '../store/migrate.ts'

const folder = new URL('./migrations/', import.meta.url)

/**
 * Brings the tables up to date, one numbered file after the other, each of them whole or not at all.
 * Foreign keys must be off: a table is changed by putting another in its place.
 *
 * @throws {NewerFileError} when the file was written by newer code; it stays as it is.
 */
export function migrate(db: DatabaseSync): void {
  const migrations = readdirSync(folder)
    .filter((name) => /^\d{3}-.+\.sql$/.test(name))
    .sort()
  while (migrateOnce(db, migrations)) continue
}

/** The version is read under the lock, for the command line and the lake may start at the same time. */
function migrateOnce(db: DatabaseSync, migrations: readonly string[]): boolean {
  if (versionOf(db) === migrations.length) return false
  db.exec('BEGIN IMMEDIATE')
  try {
    const version = versionOf(db)
    if (version > migrations.length)
      throw new NewerFileError(`The accounts have version ${version}, newer than this lake's ${migrations.length}`)
    const name = migrations[version]
    if (name !== undefined) {
      db.exec(readFileSync(new URL(name, folder), 'utf8'))
      const broken = db.prepare('PRAGMA foreign_key_check').all()
      if (broken.length > 0) throw new Error(`migrate(): ${name} leaves ${broken.length} references to nothing`)
      db.exec(`PRAGMA user_version = ${version + 1}`)
    }
    db.exec('COMMIT')
    return name !== undefined
  } catch (error) {
    if (db.isTransaction) db.exec('ROLLBACK')
    throw error
  }
}

function versionOf(db: DatabaseSync): number {
  return Number(db.prepare('PRAGMA user_version').get()?.user_version)
}
