import {spawn} from 'node:child_process'
import {once} from 'node:events'
import {existsSync, mkdtempSync, rmSync, statSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {text} from 'node:stream/consumers'

import {CommandError} from './commandError.ts'
import {readManifest, type Manifest} from './manifest.ts'

/** Whether a backup of this name is one file and not a folder. */
export function isArchiveName(path: string): boolean {
  return /\.(?:tar|tar\.gz|tgz)$/.test(path)
}

/** Writes what is in a folder as one file, compressed unless it ends in `.tar`. */
export async function packFolder(folder: string, file: string, isCompressed: boolean): Promise<void> {
  await tar([isCompressed ? '-czf' : '-cf', file, '-C', folder, '.'])
}

export interface OpenBackup {
  folder: string
  manifest: Manifest
  close(): void
}

/**
 * A backup as a folder; one that is a file is unpacked beside `near`, for as long as it is open.
 *
 * @throws {CommandError} when it is no backup, or was made by newer code.
 */
export async function openBackup(path: string, near = tmpdir()): Promise<OpenBackup> {
  if (!existsSync(path)) throw new CommandError(`There is no backup ${path}.`)
  if (statSync(path).isDirectory()) return {folder: path, manifest: readManifest(path), close: () => undefined}
  const folder = mkdtempSync(join(near, '.octavo-backup-'))
  const close = () => rmSync(folder, {recursive: true, force: true})
  try {
    await tar(['-xf', path, '--no-same-owner', '-C', folder]).catch((cause: unknown) => {
      throw cause instanceof MachineError ? cause : new CommandError(`${path} is no backup, or it is damaged.`, {cause})
    })
    return {folder, manifest: readManifest(folder), close}
  } catch (error) {
    close()
    throw error
  }
}

/** Not the archive is at fault. */
class MachineError extends CommandError {}

async function tar(args: string[]): Promise<void> {
  const child = spawn('tar', args, {stdio: ['ignore', 'ignore', 'pipe']})
  const ended = once(child, 'close').catch((cause: unknown) => {
    throw new MachineError('The program tar is needed for a backup in one file: name a folder instead.', {cause})
  })
  const [said] = await Promise.all([text(child.stderr), ended])
  if (/No space left|Wrote only/.test(said))
    throw new MachineError('The disk is full: make room, then run the command again.')
  if (child.exitCode !== 0) throw new CommandError(`tar failed: ${said.trim().split('\n')[0] ?? ''}`)
}
