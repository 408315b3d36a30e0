import {closeSync, mkdirSync, openSync} from 'node:fs'
import {dirname} from 'node:path'
import {DatabaseSync} from 'node:sqlite'

import {storageError} from '../store/storageError.ts'

const SCHEMA = `
  CREATE TABLE users (
    id TEXT PRIMARY KEY,
    email TEXT NOT NULL COLLATE NOCASE,
    name TEXT NOT NULL,
    role TEXT NOT NULL CHECK (role IN ('administrator', 'editor', 'viewer')),
    password TEXT NOT NULL,
    created_at TEXT NOT NULL,
    removed_at TEXT
  ) STRICT;
  CREATE UNIQUE INDEX users_email ON users (email) WHERE removed_at IS NULL;
  CREATE TABLE sessions (
    hash TEXT PRIMARY KEY,
    user_id TEXT NOT NULL REFERENCES users (id),
    sign_in TEXT NOT NULL,
    expires_at INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX sessions_user ON sessions (user_id);
  CREATE TABLE tickets (
    hash TEXT PRIMARY KEY,
    user_id TEXT NOT NULL REFERENCES users (id),
    sign_in TEXT NOT NULL,
    expires_at INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE devices (
    hash TEXT PRIMARY KEY,
    user_id TEXT NOT NULL REFERENCES users (id),
    expires_at INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE tokens (
    hash TEXT PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    role TEXT NOT NULL CHECK (role IN ('administrator', 'editor', 'viewer')),
    created_at TEXT NOT NULL
  ) STRICT;
  CREATE TABLE key_values (
    user_id TEXT NOT NULL REFERENCES users (id),
    key TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (user_id, key)
  ) STRICT;
  PRAGMA user_version = 1;
`

/**
 * Opens, and at first creates, the accounts file: WAL, `synchronous=FULL`, readable by its owner alone.
 * The lake and the command line open it at the same time.
 */
export function openDatabase(path: string): DatabaseSync {
  if (path !== ':memory:') createPrivate(path)
  const db = new DatabaseSync(path, {timeout: 5000, enableForeignKeyConstraints: true})
  db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON;')
  transaction(db, () => {
    if (db.prepare('PRAGMA user_version').get()?.user_version === 0) db.exec(SCHEMA)
  })
  return db
}

/**
 * Runs `work` alone among all writers, in this process and in others.
 *
 * @throws {StorageFullError} 507; {@link StorageUnavailableError} 503; nothing has changed then.
 */
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

/** SQLite gives its `-wal` and `-shm` files the permissions of the main file, so that one must be private first. */
function createPrivate(path: string): void {
  mkdirSync(dirname(path), {recursive: true})
  closeSync(openSync(path, 'a', 0o600))
}
