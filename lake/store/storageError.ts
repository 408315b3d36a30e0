import {StorageFullError, StorageUnavailableError} from '../errors.ts'

/** SQLite's primary result codes. @see https://www.sqlite.org/rescode.html */
const SQLITE_FULL = 13
const UNAVAILABLE = new Set([
  5, // SQLITE_BUSY
  6, // SQLITE_LOCKED
  8, // SQLITE_READONLY
  10, // SQLITE_IOERR
  14, // SQLITE_CANTOPEN
])

/** The error to answer with: 507 when the disk is full, 503 when it fails, and the error itself when it is not SQLite's. */
export function storageError(error: unknown): unknown {
  if (!(error instanceof Error) || !('errcode' in error) || typeof error.errcode !== 'number') return error
  const primaryCode = error.errcode & 0xff
  if (primaryCode === SQLITE_FULL) return new StorageFullError(error)
  return UNAVAILABLE.has(primaryCode) ? new StorageUnavailableError(error) : error
}
