import {createClient, type SanityClient} from '@sanity/client'

import {clientOf} from '@/lake/command/clientOf'
import {CommandError} from '@/lake/command/commandError'
import {needContent, withLake} from '@/lake/command/reach'
import {readSettings as readLakeSettings, StartError} from '@/lake/settings'
import {startError} from '@/lake/startError'
import {Refusal} from '../bootstrap/refusal.mjs'
import {hostedRefusal} from './hostedRefusal.ts'
import type {Settings} from './settings.ts'

const API_VERSION = '2026-01-01'

/**
 * Does some work with a client that may read and write all content: of the embedded store, be it running or not, or of
 * the hosted project that the environment names.
 *
 * @throws {Refusal} when there is no content, no token that may write it, or no answer from the hosted project.
 */
export async function withContentClient<T>(settings: Settings, work: (client: SanityClient) => Promise<T>): Promise<T> {
  if (settings.hosted) return withHostedClient(work)
  try {
    const lakeSettings = readLakeSettings({
      ...process.env,
      LAKE_DATA: settings.dataFolder,
      LAKE_PORT: String(settings.lakePort),
      LAKE_PUBLIC_URL: `${settings.siteUrl}/lake`,
    })
    const {projectId, dataset} = lakeSettings
    const context = {settings: lakeSettings, say: () => {}, progress: () => {}, cwd: process.cwd()}
    needContent(context)
    return await withLake(context, (lake) => work(clientOf({...lake, projectId, dataset})))
  } catch (error) {
    const known = startError(error, {folder: settings.dataFolder, port: settings.lakePort})
    if (known instanceof StartError || known instanceof CommandError) throw new Refusal(known.message, {cause: error})
    throw error
  }
}

async function withHostedClient<T>(work: (client: SanityClient) => Promise<T>): Promise<T> {
  const client = hostedClient()
  try {
    return await work(client)
  } catch (error) {
    throw hostedRefusal(error, client.config().projectId ?? '') ?? error
  }
}

function hostedClient(): SanityClient {
  const token = process.env.SANITY_API_WRITE_TOKEN
  if (!token)
    throw new Refusal('Set SANITY_API_WRITE_TOKEN to a token with the Editor role, from sanity.io/manage under API.')
  return createClient({
    projectId: process.env.NEXT_PUBLIC_SANITY_PROJECT_ID,
    dataset: process.env.NEXT_PUBLIC_SANITY_DATASET || 'production',
    apiVersion: API_VERSION,
    useCdn: false,
    token,
  })
}
