import {resolve} from 'node:path'
import {parse} from 'groq-js'
import {z} from 'zod'

import {assetLimitsOf, assetVariables, type AssetLimits} from './assets/settings.ts'
import {isDatasetName} from './documents/datasetName.ts'
import type {QueryLimits} from './groq/limits.ts'
import type {ListeningLimits} from './listening/listening.ts'
import {streamLimitsOf, streamVariables} from './listening/settings.ts'
import {queryLimitsOf, queryVariables} from './queries/settings.ts'
import {levels, type Level} from './log.ts'
import {DEFAULT_PROJECTION} from './webhooks/delta.ts'

/** What keeps the lake from starting, in one sentence for whoever runs it. */
export class StartError extends Error {
  override readonly name = 'StartError'
}

const address = z.url({protocol: /^https?$/, error: 'must be an address such as https://example.org/lake'})
const secret = z.string().min(16, 'must have at least 16 characters, made up at random').optional()

const environment = z.object({
  LAKE_DATA: z.string().default('./data'),
  LAKE_PORT: z.coerce.number('must be a port number').int().min(1).max(65_535).default(3334),
  LAKE_PUBLIC_URL: address.default('http://localhost:3000/lake'),
  LAKE_PROJECT_ID: z
    .string()
    .regex(/^[a-z0-9-]+$/, 'must be letters, digits and dashes')
    .default('octavo'),
  LAKE_DATASET: z.string().refine(isDatasetName, 'must be a dataset name such as production').default('production'),
  LAKE_READ_TOKEN: secret,
  LAKE_WRITE_TOKEN: secret,
  LAKE_WEBHOOK_URL: address.optional(),
  LAKE_WEBHOOK_SECRET: secret,
  LAKE_WEBHOOK_PROJECTION: z
    .string()
    .refine(isProjection, 'must be a GROQ projection such as {_id}')
    .default(DEFAULT_PROJECTION),
  LAKE_WEBHOOK_ALLOW_PRIVATE: z.enum(['0', '1'], 'must be 1 or 0').default('0'),
  LAKE_LOG: z.enum(levels, `must be ${levels.join(', ')}`).default('info'),
  LAKE_SLOW_QUERY_MS: z.coerce.number('must be a number of milliseconds').int().min(0).default(500),
  ...queryVariables,
  ...assetVariables,
  ...streamVariables,
})

export interface LakeSettings {
  folder: string
  port: number
  publicUrl: string
  projectId: string
  dataset: string
  readToken?: string
  writeToken?: string
  webhook: {url: string; secret: string; projection: string} | null
  /** Whether administrators' webhooks may go to this machine and to private networks. */
  allowPrivateWebhooks: boolean
  logLevel: Level
  /** Queries that take longer are logged. */
  slowQueryMs: number
  queryLimits: QueryLimits
  assetLimits: AssetLimits
  streamLimits: Partial<ListeningLimits>
}

/** The settings in the environment; an empty variable counts as unset. @throws {StartError} naming the variable. */
export function readSettings(env: Record<string, string | undefined>): LakeSettings {
  const parsed = environment.safeParse(Object.fromEntries(Object.entries(env).filter(([, value]) => value)))
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    throw new StartError(`${issue?.path.join('.')} ${issue?.message}.`)
  }
  const {data} = parsed
  return {
    folder: resolve(data.LAKE_DATA),
    port: data.LAKE_PORT,
    publicUrl: data.LAKE_PUBLIC_URL.replace(/\/$/, ''),
    projectId: data.LAKE_PROJECT_ID,
    dataset: data.LAKE_DATASET,
    readToken: data.LAKE_READ_TOKEN,
    writeToken: data.LAKE_WRITE_TOKEN,
    webhook: webhookOf(data),
    allowPrivateWebhooks: data.LAKE_WEBHOOK_ALLOW_PRIVATE === '1',
    logLevel: data.LAKE_LOG,
    slowQueryMs: data.LAKE_SLOW_QUERY_MS,
    queryLimits: queryLimitsOf(data),
    assetLimits: assetLimitsOf(data),
    streamLimits: streamLimitsOf(data),
  }
}

function webhookOf(data: z.output<typeof environment>): LakeSettings['webhook'] {
  if (!data.LAKE_WEBHOOK_URL) return null
  if (!data.LAKE_WEBHOOK_SECRET)
    throw new StartError('LAKE_WEBHOOK_SECRET must be set with LAKE_WEBHOOK_URL: the site refuses unsigned webhooks.')
  return {url: data.LAKE_WEBHOOK_URL, secret: data.LAKE_WEBHOOK_SECRET, projection: data.LAKE_WEBHOOK_PROJECTION}
}

function isProjection(text: string): boolean {
  try {
    parse(text, {mode: 'delta'})
    return true
  } catch {
    return false
  }
}
