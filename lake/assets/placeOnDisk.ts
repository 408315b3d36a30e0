import {mkdirSync, renameSync} from 'node:fs'
import {dirname} from 'node:path'

import {syncFolder} from './syncFolder.ts'

/** Moves a synced file to its place for good: a power cut afterwards finds it there, whole. */
export function placeOnDisk(from: string, to: string): void {
  const folder = dirname(to)
  const firstCreated = mkdirSync(folder, {recursive: true})
  renameSync(from, to)
  syncFolder(folder)
  if (!firstCreated) return
  for (let created = folder; created !== dirname(firstCreated); created = dirname(created)) syncFolder(dirname(created))
}
