import {existsSync, writeFileSync} from 'node:fs'
import path from 'node:path'

import {createClient} from '@sanity/client'
import {sanityImport} from '@sanity/import'

import {type Administrator, startLake} from './lake.ts'
import {type Secrets, secret} from './secrets.ts'
import type {Settings} from './settings.ts'

/**
 * Imports the sample publication, once in the life of a data folder.
 * An import that was interrupted is taken up again: what is there already stays as it is.
 *
 * @throws {Error} when a document or a picture cannot be imported.
 */
export async function seedOnce(
  settings: Settings,
  secrets: Secrets,
  onAdministrator: (account: Administrator) => void,
): Promise<void> {
  const marker = path.join(settings.dataFolder, 'seeded')
  if (existsSync(marker)) return

  console.log('Filling the lake with the sample publication.')
  const writeToken = secret()
  const lake = await startLake(settings, {secrets, writeToken, webhook: false, onAdministrator})
  try {
    const {numDocs} = await importSeed(settings, writeToken)
    writeFileSync(marker, `${new Date().toISOString()}\n`)
    console.log(`  ${numDocs} documents`)
  } finally {
    await lake.stop()
  }
}

function importSeed({root, lakePort}: Settings, token: string) {
  return sanityImport(path.join(root, 'seed'), {
    client: createClient({
      projectId: 'octavo',
      dataset: 'production',
      apiVersion: '2026-01-01',
      apiHost: `http://127.0.0.1:${lakePort}`,
      useProjectHostname: false,
      useCdn: false,
      token,
    }),
    operation: 'createIfNotExists',
    allowAssetsInDifferentDataset: true,
  })
}
