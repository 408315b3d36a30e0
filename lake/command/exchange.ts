import {existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmdirSync, rmSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'

import {syncFolder} from '../assets/syncFolder.ts'
import {holdDatabase} from '../store/open.ts'

const AREA = '.restore'
/** Not content: what processes write down or hold. */
const STAYS = /\.log$|\.lock(?:-\w+)?$/

/** Where a restore works, on the folder's own disk. What is left there is forgotten, unless it was decided. */
export function workArea(folder: string): string {
  return join(folder, AREA)
}

/** Where a restore puts together what is to take the folder's place. */
export function restoreArea(folder: string): string {
  return join(folder, AREA, 'new')
}

/** From here on the restore happens, even if this process is killed: at the next start of the lake at the latest. */
export function decideRestore(folder: string, replacedName: string): void {
  writeFileSync(join(folder, AREA, 'unready'), replacedName, {flush: true})
  renameSync(join(folder, AREA, 'unready'), join(folder, AREA, 'ready'))
  syncFolder(join(folder, AREA))
}

/**
 * Ends a restore that was killed: one that was decided is carried out, any other is forgotten.
 *
 * @throws when another process has the folder open.
 */
export function finishRestore(folder: string): void {
  if (!existsSync(join(folder, AREA))) return
  const lock = holdDatabase(join(folder, 'lake.sqlite'))
  try {
    exchange(folder)
  } finally {
    lock?.close()
  }
}

/** Moves the folder's content out of the way and the restored content in. Whoever calls it holds the folder. */
export function exchange(folder: string): void {
  const [ready, emptied] = [join(folder, AREA, 'ready'), join(folder, AREA, 'emptied')]
  if (existsSync(ready)) {
    const replaced = join(folder, readFileSync(ready, 'utf8'))
    mkdirSync(replaced, {recursive: true, mode: 0o700})
    for (const name of contentOf(folder)) renameSync(join(folder, name), join(replaced, name))
    if (readdirSync(replaced).length === 0) rmdirSync(replaced)
    syncFolder(folder)
    renameSync(ready, emptied)
  }
  if (existsSync(emptied)) {
    for (const name of readdirSync(restoreArea(folder))) renameSync(join(restoreArea(folder), name), join(folder, name))
    syncFolder(folder)
  }
  rmSync(join(folder, AREA), {recursive: true, force: true})
}

/** Databases, small files and assets; other folders are made again, or somebody else's. */
function contentOf(folder: string): string[] {
  return readdirSync(folder, {withFileTypes: true})
    .filter((entry) => (entry.isDirectory() ? entry.name === 'assets' : !STAYS.test(entry.name)))
    .map(({name}) => name)
}
