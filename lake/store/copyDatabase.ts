import {backup, DatabaseSync} from 'node:sqlite'

import {versionOf} from './migrate.ts'
import {reading} from './reading.ts'

const PAGES_A_STEP = 2_000

/**
 * Copies an SQLite file, which may be in use, as it is at one moment. Nobody who writes to it waits.
 *
 * @param onProgress gets the share that is done, 0 to 1.
 */
export async function copyDatabase(from: string, to: string, onProgress?: (done: number) => void): Promise<void> {
  const source = new DatabaseSync(from, {readOnly: true, timeout: 5_000})
  try {
    // Holds one snapshot: without it, every write of another process would start the copy anew.
    source.exec('BEGIN')
    source.prepare('SELECT count(*) FROM sqlite_schema').get()
    await backup(source, to, {
      rate: PAGES_A_STEP,
      progress: ({totalPages, remainingPages}) => onProgress?.(1 - remainingPages / Math.max(1, totalPages)),
    })
    source.exec('COMMIT')
  } finally {
    source.close()
  }
  leaveOneFile(to)
}

/** Without a log beside it, so that it can be read where nothing can be written. A lake that opens it makes one again. */
function leaveOneFile(path: string): void {
  const copy = new DatabaseSync(path)
  copy.exec('PRAGMA journal_mode = DELETE')
  copy.close()
}

/** The number of the last migration that a file has had. */
export function databaseVersion(path: string): number {
  return reading(path, versionOf)
}
