import {createHash} from 'node:crypto'
import {createReadStream, existsSync, readdirSync} from 'node:fs'
import {basename, join} from 'node:path'
import {pipeline} from 'node:stream/promises'

import {hasDocument, inspectStore, integrityProblems, type StoredAsset} from '../store/inspect.ts'
import {openBackup} from './archiveFile.ts'
import {type Command, pathOf} from './command.ts'
import {CommandError} from './commandError.ts'

const SHOWN = 20

export const verifyCommand: Command = {
  usage: '[BACKUP]',
  does: 'reads everything there is, here or in a backup, and says what is damaged',
  maxWords: 1,
  async run({words: [typed]}, context) {
    const opened = typed ? await openBackup(pathOf(typed, context)) : null
    try {
      const folder = opened?.folder ?? context.settings.folder
      const {problems, documents, transactions, assets} = await verifyFolder(folder, context.progress)
      const what = `${documents} documents, ${transactions} transactions, ${assets} assets`
      if (problems.length > 0) throw new CommandError(`${what}: ${list(problems)}`)
      context.say(`${what}: all is well.`)
    } finally {
      opened?.close()
    }
  },
}

export interface Verification {
  /** Sentences; empty when all is well. */
  problems: string[]
  documents: number
  transactions: number
  assets: number
}

/**
 * Reads every database, document, revision and asset of a data folder or of a backup. A lake may be running on it.
 *
 * @throws {CommandError} when there is no lake's file in it.
 */
export async function verifyFolder(folder: string, progress?: (line: string) => void): Promise<Verification> {
  const file = join(folder, 'lake.sqlite')
  if (!existsSync(file)) throw new CommandError(`There is no content in ${folder}.`)
  const databases = readdirSync(folder).filter((name) => name.endsWith('.sqlite'))
  const damage = databases.flatMap((name) => {
    progress?.(`Checking ${name}`)
    return readable(join(folder, name), name)
  })
  if (damage.length > 0) return {problems: damage, documents: 0, transactions: 0, assets: 0}

  const {problems, documents, transactions, assets} = inspectStore(file, (read) => progress?.(`Documents ${read}`))
  let read = 0
  for (const asset of assets) {
    read += 1
    if (read % 20 === 0) progress?.(`Assets ${read}/${assets.length}`)
    const problem = await assetProblem(folder, asset)
    // It may have been deleted meanwhile, document and all.
    if (problem && hasDocument(file, asset.dataset, asset.id)) problems.push(problem)
  }
  return {problems, documents, transactions, assets: assets.length}
}

function readable(path: string, name: string): string[] {
  try {
    return integrityProblems(path).map((line) => `${name}: ${line}`)
  } catch (error) {
    return [`${name} cannot be read: ${error instanceof Error ? error.message : String(error)}`]
  }
}

/** Where an asset's bytes are, in a data folder or in a backup. */
export function assetFile(folder: string, {dataset, path}: StoredAsset): string {
  return join(folder, 'assets', dataset, path.startsWith('images/') ? 'images' : 'files', basename(path))
}

async function assetProblem(folder: string, asset: StoredAsset): Promise<string | null> {
  const file = assetFile(folder, asset)
  if (!existsSync(file)) return `The file of ${asset.dataset}/${asset.id} is missing`
  const hash = createHash('sha1')
  await pipeline(createReadStream(file), hash)
  return hash.digest('hex') === asset.sha1 ? null : `The file of ${asset.dataset}/${asset.id} is damaged`
}

/** The first problems, and how many there are. */
export function list(problems: readonly string[]): string {
  const shown = problems.slice(0, SHOWN).map((problem) => `\n  ${problem}`)
  const more = problems.length > SHOWN ? `\n  and ${problems.length - SHOWN} more` : ''
  return `${problems.length} ${problems.length === 1 ? 'problem' : 'problems'}.${shown.join('')}${more}`
}
