import type {DatabaseSync} from 'node:sqlite'

import {durably} from './database.ts'
import {storedHook, type Hook} from './hook.ts'
import {newId} from './queue.ts'

/** The webhooks that administrators have made, oldest first, as they are in the file now. */
export function readHooks(db: DatabaseSync): Hook[] {
  return db
    .prepare('SELECT id, config FROM hooks ORDER BY position')
    .all()
    .map(({id, config}) => ({...storedHook.parse(JSON.parse(String(config))), id: String(id)}))
}

export function insertHook(db: DatabaseSync, config: Omit<Hook, 'id'>): Hook {
  const hook = {...config, id: newId()}
  durably(db, () => db.prepare('INSERT INTO hooks (id, config) VALUES (?, ?)').run(hook.id, encoded(hook)))
  return hook
}

export function replaceHook(db: DatabaseSync, hook: Hook): void {
  durably(db, () => db.prepare('UPDATE hooks SET config = ? WHERE id = ?').run(encoded(hook), hook.id))
}

export function deleteHook(db: DatabaseSync, id: string): void {
  durably(db, () => db.prepare('DELETE FROM hooks WHERE id = ?').run(id))
}

function encoded({id: _id, ...config}: Hook): string {
  return JSON.stringify(config)
}
