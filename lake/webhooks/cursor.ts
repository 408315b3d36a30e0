import {DatabaseSync} from 'node:sqlite'

export interface Cursor {
  /** Everything up to this sequence has been delivered. */
  read(dataset: string): number | null
  write(dataset: string, sequence: number): void
  close(): void
}

/**
 * How far delivery has come, in a file of its own. After a power cut it may be a little behind:
 * then a delivery is repeated under the same idempotency key, and none is lost.
 */
export function openCursor(path: string): Cursor {
  const db = new DatabaseSync(path, {timeout: 5000})
  db.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;
    CREATE TABLE IF NOT EXISTS cursors (dataset TEXT PRIMARY KEY, sequence INTEGER NOT NULL) STRICT;`)
  return {
    read(dataset) {
      const row = db.prepare('SELECT sequence FROM cursors WHERE dataset = ?').get(dataset)
      return row ? Number(row.sequence) : null
    },
    write(dataset, sequence) {
      db.prepare('INSERT OR REPLACE INTO cursors (dataset, sequence) VALUES (?, ?)').run(dataset, sequence)
    },
    close: () => db.close(),
  }
}
