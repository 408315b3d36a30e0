import {createReadStream, existsSync, statSync} from 'node:fs'
import {ClientError} from '@sanity/client'
import {sanityImport} from '@sanity/import'

import {clientOf} from './clientOf.ts'
import {type Command, pathOf} from './command.ts'
import {CommandError} from './commandError.ts'
import {type ReachedLake, withLake} from './reach.ts'

export const importCommand: Command = {
  usage: 'FILE [--replace | --missing] [--dataset NAME]',
  does: "takes in such an archive, a folder of it, or Sanity's NDJSON",
  options: {replace: {type: 'boolean'}, missing: {type: 'boolean'}, dataset: {type: 'string'}},
  maxWords: 1,
  async run({words: [typed], options}, context) {
    if (!typed) throw new CommandError('Which file? npm run lake -- import FILE')
    if (options.replace && options.missing)
      throw new CommandError('--replace overwrites what is there, --missing leaves it: choose one.')
    const file = pathOf(typed, context)
    if (!existsSync(file)) throw new CommandError(`There is no file ${file}.`)
    const {projectId, publicUrl} = context.settings
    const {documents, warnings} = await withLake(context, (lake) =>
      importArchive(file, {
        lake,
        projectId,
        publicUrl,
        dataset: String(options.dataset ?? context.settings.dataset),
        existing: options.replace ? 'replace' : options.missing ? 'keep' : 'refuse',
        progress: context.progress,
      }).catch(explain),
    )
    context.afterImport?.()
    context.say(`${documents} documents were imported from ${file}`)
    if (warnings.length > 0) throw new CommandError(`Not everything came over. ${warnings.join('. ')}`)
  },
}

export interface ImportOptions {
  lake: ReachedLake
  projectId: string
  /** What the addresses of assets begin with, as `LAKE_PUBLIC_URL`. */
  publicUrl: string
  dataset: string
  /** What becomes of a document that is there already. */
  existing: 'refuse' | 'replace' | 'keep'
  progress?: (line: string) => void
}

const operations = {refuse: 'create', replace: 'createOrReplace', keep: 'createIfNotExists'} as const
const releases = {refuse: 'fail', replace: 'replace', keep: 'ignore'} as const

/** Puts an archive of Sanity's export, its folder, or NDJSON into a dataset. An import that broke off is taken up by `keep`. */
export async function importArchive(
  file: string,
  {lake, projectId, publicUrl, dataset, existing, progress}: ImportOptions,
) {
  const source = statSync(file).isDirectory() ? file : createReadStream(file)
  const client = clientOf({...lake, projectId, dataset})
  // In a release that is not active its versions can no longer be written.
  const heldReleases: Parameters<typeof client.action>[0][] = []
  client.action = async (release) => {
    heldReleases.push(release)
    return {transactionId: ''}
  }
  const {numDocs, warnings} = await sanityImport(source, {
    client,
    operation: operations[existing],
    releasesOperation: releases[existing],
    allowAssetsInDifferentDataset: true,
    // The public address may be the site's, which need not be running.
    assetFetch: (url, init) => fetch(String(url).replace(publicUrl, lake.url), init),
    onProgress: ({step, current, total}) => progress?.(current === undefined ? step : `${step} ${current}/${total}`),
  })
  const releaseClient = clientOf({...lake, projectId, dataset})
  for (const release of heldReleases) await releaseClient.action(release)
  return {documents: numDocs, warnings: warnings.map(({message}) => message)}
}

function explain(error: unknown): never {
  if (error instanceof ClientError && error.statusCode === 409 && /already exists/.test(error.message))
    throw new CommandError(
      'Some documents exist already. Overwrite them with --replace, or leave them as they are with --missing.',
      {cause: error},
    )
  if (error instanceof ClientError) throw new CommandError(error.message, {cause: error})
  if (!(error instanceof Error) || ('code' in error && /^E[A-Z]+$/.test(String(error.code)))) throw error
  throw new CommandError(
    `The import broke off: ${error.message.split('\n')[0]}. What came before that stays, and --missing takes it up again.`,
    {cause: error},
  )
}
