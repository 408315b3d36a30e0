import {DatabaseSync} from 'node:sqlite'

/** Reads a file as it is at one moment. Another thread or process may have it open, and write. */
export function reading<T>(path: string, read: (database: DatabaseSync) => T): T {
  const database = new DatabaseSync(path, {readOnly: true, timeout: 5_000})
  try {
    database.exec('BEGIN')
    return read(database)
  } finally {
    database.close()
  }
}
