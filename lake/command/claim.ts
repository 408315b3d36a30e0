import {closeSync, openSync, rmSync} from 'node:fs'

import {holdDatabase} from '../store/open.ts'
import {CommandError} from './commandError.ts'

/**
 * Keeps other commands from writing what is to be at `target`, until the function that it returns is called or this
 * process ends.
 *
 * @throws {CommandError} when another command is writing it.
 */
export function claim(target: string): () => void {
  const path = `${target}.partial`
  // SQLite's own error would not say which file it is.
  closeSync(openSync(`${path}.lock`, 'a', 0o600))
  const lock = hold(path, target)
  return () => {
    lock?.close()
    for (const ending of ['', '-journal']) rmSync(`${path}.lock${ending}`, {force: true})
  }
}

function hold(path: string, target: string) {
  try {
    return holdDatabase(path)
  } catch (cause) {
    throw new CommandError(`Another command is writing ${target}.`, {cause})
  }
}
