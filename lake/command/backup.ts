import {existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync} from 'node:fs'
import {dirname, join} from 'node:path'

import {syncFolder} from '../assets/syncFolder.ts'
import {copyDatabase, databaseVersion} from '../store/copyDatabase.ts'
import {inspectStore} from '../store/inspect.ts'
import {isArchiveName, packFolder} from './archiveFile.ts'
import {claim} from './claim.ts'
import {type Command, pathOf} from './command.ts'
import {CommandError} from './commandError.ts'
import {copyWhole, filesIn, linkOrCopy} from './linkFiles.ts'
import {writeManifest, type Manifest} from './manifest.ts'
import {assetFile, list} from './verify.ts'

const ATTEMPTS = 5
const CONTENT = 'lake.sqlite'
/** Of a running process, or made again by it. */
const PASSING = /\.(?:sqlite(?:-\w+|\.lock.*)?|log|partial)$|^\./

export const backupCommand: Command = {
  usage: 'FOLDER | FILE.tar.gz',
  does: 'copies content, accounts and assets, also while the publication runs',
  maxWords: 1,
  async run({words: [typed]}, context) {
    if (!typed) throw new CommandError('Where to? npm run lake -- backup FOLDER')
    const target = pathOf(typed, context)
    const {documents, assets, missing} = await backUp(context.settings.folder, target, context.progress)
    context.say(`${documents} documents and ${assets} assets are in ${target}`)
    if (missing.length > 0)
      throw new CommandError(`The backup is whole but for what was missing already. ${list(missing)}`)
  },
}

/**
 * Makes a backup of a data folder: a folder, or one file if its name ends like an archive's. It is there whole or not at all.
 *
 * Webhooks' progress and accounts are copied before the content: what is announced must be in it. Assets are linked before
 * and after, so that every document in it has its file, whether that came or went meanwhile.
 *
 * @throws {CommandError} when there is nothing to copy, or the target exists.
 */
export async function backUp(folder: string, target: string, progress?: (line: string) => void) {
  if (!existsSync(join(folder, CONTENT))) throw new CommandError(`There is no content in ${folder}.`)
  if (existsSync(target)) throw existsAlready(target)
  mkdirSync(dirname(target), {recursive: true, mode: 0o700})
  const release = claim(target)
  const unfinished = `${target}.partial`
  const workFolder = isArchiveName(target) ? `${target}.folder.partial` : unfinished
  try {
    if (existsSync(target)) throw existsAlready(target)
    rmSync(workFolder, {recursive: true, force: true})
    mkdirSync(workFolder, {recursive: true, mode: 0o700})
    const result = await fill(folder, workFolder, progress)
    if (workFolder !== unfinished) {
      progress?.('Packing')
      await packFolder(workFolder, unfinished, !target.endsWith('.tar'))
    }
    renameSync(unfinished, target)
    syncFolder(dirname(target))
    return result
  } finally {
    for (const path of [unfinished, workFolder]) rmSync(path, {recursive: true, force: true})
    release()
  }
}

function existsAlready(target: string): CommandError {
  return new CommandError(`${target} exists already: name another place.`)
}

async function fill(folder: string, target: string, progress?: (line: string) => void) {
  const names = readdirSync(folder)
  const others = names.filter((name) => name.endsWith('.sqlite') && name !== CONTENT)
  await linkAssets(folder, target, progress)
  for (const name of others) await copyDatabase(join(folder, name), join(target, name))

  let {documents, assets, transactions, missing} = await copyContent(folder, target, progress)
  for (let attempt = 1; missing.length > 0 && attempt < ATTEMPTS; attempt++)
    ({documents, assets, transactions, missing} = await copyContent(folder, target, progress))

  for (const name of names.filter((entry) => !PASSING.test(entry)))
    if (statSync(join(folder, name)).isFile()) await copyWhole(join(folder, name), join(target, name))
  const versions = Object.fromEntries([CONTENT, ...others].map((name) => [name, databaseVersion(join(target, name))]))
  const manifest: Omit<Manifest, 'format'> = {
    createdAt: new Date().toISOString(),
    documents,
    assets: assets.length,
    transactions,
    versions,
  }
  writeManifest(target, manifest)
  return {documents, assets: assets.length, missing}
}

/** The content at one moment. An asset that is deleted between this moment and its linking is missing: then once more. */
async function copyContent(folder: string, target: string, progress?: (line: string) => void) {
  const file = join(target, CONTENT)
  rmSync(file, {force: true})
  await copyDatabase(join(folder, CONTENT), file, (done) => progress?.(`Content ${Math.round(done * 100)} %`))
  await linkAssets(folder, target, progress)
  const {documents, assets, transactions} = inspectStore(file)
  const missing = assets
    .filter((asset) => !existsSync(assetFile(target, asset)))
    .map(({dataset, id}) => `The file of ${dataset}/${id} is missing`)
  return {documents, assets, transactions, missing}
}

async function linkAssets(folder: string, target: string, progress?: (line: string) => void): Promise<void> {
  const files = await filesIn(join(folder, 'assets'))
  for (const [index, path] of files.entries()) {
    if (index % 50 === 0) progress?.(`Assets ${index}/${files.length}`)
    await linkOrCopy(join(folder, 'assets', path), join(target, 'assets', path))
  }
}
