import type {DatabaseSync} from 'node:sqlite'

import {storageError} from './storageError.ts'

/**
 * Runs `work` alone among all writers, in this process and in others.
 *
 * @throws {StorageFullError} 507, {@link StorageUnavailableError} 503; nothing has changed then.
 */
export function transaction<T>(database: DatabaseSync, work: () => T): T {
  try {
    database.exec('BEGIN IMMEDIATE')
    const result = work()
    database.exec('COMMIT')
    return result
  } catch (error) {
    if (database.isTransaction) database.exec('ROLLBACK')
    throw storageError(error)
  }
}
