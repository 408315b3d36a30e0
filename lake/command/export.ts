import {existsSync, renameSync, rmSync} from 'node:fs'
import {exportDataset} from '@sanity/export'

import {claim} from './claim.ts'
import {clientOf} from './clientOf.ts'
import {type Command, pathOf} from './command.ts'
import {CommandError} from './commandError.ts'
import {openOriginals} from './originals.ts'
import {needContent, type ReachedLake, withLake} from './reach.ts'

export const exportCommand: Command = {
  usage: '[FILE.tar.gz] [--types article,author] [--no-drafts] [--no-assets] [--raw] [--dataset NAME]',
  does: "writes documents and assets as an archive in Sanity's format",
  options: {
    types: {type: 'string'},
    'no-drafts': {type: 'boolean'},
    'no-assets': {type: 'boolean'},
    raw: {type: 'boolean'},
    dataset: {type: 'string'},
  },
  maxWords: 1,
  async run({words, options}, context) {
    const dataset = String(options.dataset ?? context.settings.dataset)
    const day = new Date().toISOString().slice(0, 10)
    const file = pathOf(words[0] ?? `${dataset}-${day}.tar.gz`, context)
    if (existsSync(file)) throw new CommandError(`${file} exists already: name another file.`)
    needContent(context)
    const {documents, assets, missing} = await withLake(context, (lake) =>
      exportArchive(file, {
        lake,
        projectId: context.settings.projectId,
        dataset,
        types: typeof options.types === 'string' ? options.types.split(',') : undefined,
        drafts: !options['no-drafts'],
        assets: !options['no-assets'],
        raw: options.raw === true,
        progress: context.progress,
      }).catch(explain),
    )
    context.say(`${documents} documents and ${assets} assets are in ${file}`)
    if (missing.length > 0)
      throw new CommandError(`${missing.length} assets are missing in the archive and on disk: ${missing.join(', ')}`)
  },
}

export interface ExportOptions {
  lake: ReachedLake
  projectId: string
  dataset: string
  types?: string[]
  drafts?: boolean
  assets?: boolean
  /** Documents as they are, asset documents among them, and no files. */
  raw?: boolean
  progress?: (line: string) => void
}

/**
 * Writes a dataset to `file` in the format of Sanity's own export; there is no file when that fails.
 *
 * @returns what is in it, and the names of assets whose file the lake does not have.
 */
export async function exportArchive(file: string, options: ExportOptions) {
  const {lake, projectId, dataset, types, drafts = true, assets = true, raw = false, progress} = options
  // The library's stream would end the process when it could not open the file.
  const release = claim(file)
  const unfinished = `${file}.partial`
  const originals = raw ? null : await openOriginals(lake)
  try {
    const {documentCount, assetCount} = await exportDataset({
      client: clientOf({url: originals?.url ?? lake.url, token: lake.token, projectId, dataset}),
      dataset,
      outputPath: unfinished,
      types,
      drafts,
      assets,
      raw,
      onProgress: ({step, current, total}) => progress?.(current === undefined ? step : `${step} ${current}/${total}`),
    })
    renameSync(unfinished, file)
    return {documents: documentCount, assets: assetCount, missing: originals?.missing ?? []}
  } finally {
    rmSync(unfinished, {force: true})
    originals?.close()
    release()
  }
}

function explain(cause: unknown): never {
  if (!(cause instanceof Error) || ('code' in cause && /^E[A-Z]+$/.test(String(cause.code)))) throw cause
  throw new CommandError(`There is no archive, because the export broke off: ${cause.message}.`, {cause})
}
