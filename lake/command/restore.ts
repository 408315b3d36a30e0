import {existsSync, mkdirSync, readdirSync, rmSync} from 'node:fs'
import {join} from 'node:path'

import {holdDatabase} from '../store/open.ts'
import {openBackup} from './archiveFile.ts'
import {type Command, pathOf} from './command.ts'
import {CommandError} from './commandError.ts'
import {decideRestore, exchange, restoreArea, workArea} from './exchange.ts'
import {copyWhole, filesIn, linkOrCopy} from './linkFiles.ts'
import {MANIFEST} from './manifest.ts'
import {list, verifyFolder} from './verify.ts'

export const restoreCommand: Command = {
  usage: 'BACKUP [--force]',
  does: 'puts a backup in the place of what is here; the publication must be stopped',
  options: {force: {type: 'boolean'}},
  maxWords: 1,
  async run({words: [typed], options}, context) {
    if (!typed) throw new CommandError('Which backup? npm run lake -- restore BACKUP')
    const {folder} = context.settings
    const {documents, replaced, createdAt} = await restore(pathOf(typed, context), {
      folder,
      force: options.force === true,
      progress: context.progress,
    })
    context.say(`${documents} documents are as they were at ${createdAt}.`)
    if (replaced) context.say(`What was here is in ${replaced}: delete it when you are sure.`)
    context.afterRestore?.()
  },
}

interface RestoreOptions {
  folder: string
  /** Whether content that is there may be replaced. */
  force: boolean
  progress?: (line: string) => void
}

/**
 * Replaces a data folder's content by a backup, after reading all of the backup. It happens whole or not at all.
 *
 * @throws {CommandError} when there is content and no `force`, a lake is running, or the backup is damaged or newer.
 */
export async function restore(path: string, {folder, force, progress}: RestoreOptions) {
  const isReplacing = existsSync(join(folder, 'lake.sqlite'))
  if (isReplacing && !force) throw new CommandError(`${folder} has content already: add --force to replace it.`)
  mkdirSync(folder, {recursive: true, mode: 0o700})
  const lock = hold(folder)
  try {
    const {documents, createdAt} = await prepare(path, folder, progress)
    const replacedName = `replaced-${new Date().toISOString().replace(/[:.]/g, '-')}`
    decideRestore(folder, replacedName)
    exchange(folder)
    const replaced = join(folder, replacedName)
    return {documents, createdAt, replaced: existsSync(replaced) ? replaced : null}
  } finally {
    lock?.close()
  }
}

/** Puts a backup together on the folder's own disk, and reads all of it there. Nothing is left when that fails. */
async function prepare(path: string, folder: string, progress?: (line: string) => void) {
  rmSync(workArea(folder), {recursive: true, force: true})
  mkdirSync(restoreArea(folder), {recursive: true, mode: 0o700})
  try {
    const opened = await openBackup(path, workArea(folder))
    try {
      await stage(opened.folder, restoreArea(folder), progress)
    } finally {
      opened.close()
    }
    const {problems, documents} = await verifyFolder(restoreArea(folder), progress)
    if (problems.length > 0) throw new CommandError(`The backup is damaged, and nothing has changed. ${list(problems)}`)
    return {documents, createdAt: opened.manifest.createdAt}
  } catch (error) {
    rmSync(workArea(folder), {recursive: true, force: true})
    throw error
  }
}

async function stage(backup: string, area: string, progress?: (line: string) => void): Promise<void> {
  const assets = await filesIn(join(backup, 'assets'))
  for (const [index, path] of assets.entries()) {
    if (index % 50 === 0) progress?.(`Assets ${index}/${assets.length}`)
    await linkOrCopy(join(backup, 'assets', path), join(area, 'assets', path))
  }
  const files = readdirSync(backup, {withFileTypes: true}).filter((entry) => entry.isFile())
  for (const {name} of files)
    if (name !== MANIFEST && !/-(?:wal|shm)$/.test(name)) await copyWhole(join(backup, name), join(area, name))
}

function hold(folder: string) {
  try {
    return holdDatabase(join(folder, 'lake.sqlite'))
  } catch (cause) {
    throw new CommandError(`The publication is running on ${folder}: stop it first.`, {cause})
  }
}
