import type {DatabaseSync} from 'node:sqlite'

import {hashSecret, newSecret} from './secrets.ts'

export const DEVICE_MS = 365 * 24 * 3600_000

/** Remembers a browser that the user has signed in from; its guesses are counted apart from strangers'. */
export function rememberDevice(db: DatabaseSync, userId: string, now: number): string {
  const device = newSecret()
  db.prepare('INSERT INTO devices (hash, user_id, expires_at) VALUES (?, ?, ?)').run(
    hashSecret(device),
    userId,
    now + DEVICE_MS,
  )
  return device
}

export function isKnownDevice(
  db: DatabaseSync,
  {userId, device}: {userId: string; device: string},
  now: number,
): boolean {
  const row = db
    .prepare('SELECT 1 FROM devices WHERE hash = ? AND user_id = ? AND expires_at > ?')
    .get(hashSecret(device), userId, now)
  return row !== undefined
}
