import {existsSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {z} from 'zod'

import {accountMigrations} from '../accounts/database.ts'
import {newestVersion} from '../store/migrate.ts'
import {webhookMigrations} from '../webhooks/database.ts'
import {CommandError} from './commandError.ts'

/** Raised when code that does not know the new layout must not restore it. */
const FORMAT = 1
export const MANIFEST = 'backup.json'

const manifest = z.object({
  format: z.number(),
  /** ISO 8601, UTC. */
  createdAt: z.string(),
  documents: z.number(),
  assets: z.number(),
  /** The newest transaction that is in it, by its place in the log. */
  transactions: z.number(),
  /** The last migration of each database. */
  versions: z.record(z.string(), z.number()),
})

/** What a backup says of itself. Written last, so that a folder which has it is whole. */
export type Manifest = z.infer<typeof manifest>

export function writeManifest(folder: string, what: Omit<Manifest, 'format'>): void {
  writeFileSync(join(folder, MANIFEST), `${JSON.stringify({format: FORMAT, ...what}, null, 2)}\n`, {flush: true})
}

/** @throws {CommandError} when the folder is no backup, or one that newer code made. */
export function readManifest(folder: string): Manifest {
  const file = join(folder, MANIFEST)
  if (!existsSync(file)) throw new CommandError(`${folder} is not a whole backup: it has no ${MANIFEST}.`)
  const parsed = manifest.safeParse(parse(readFileSync(file, 'utf8')))
  if (!parsed.success) throw new CommandError(`${file} is damaged.`)
  const known: Record<string, number> = {
    'lake.sqlite': newestVersion(),
    'accounts.sqlite': newestVersion(accountMigrations),
    'webhook.sqlite': newestVersion(webhookMigrations),
  }
  const newer = Object.entries(parsed.data.versions).find(([name, version]) => version > (known[name] ?? version))
  if (parsed.data.format > FORMAT || newer)
    throw new CommandError('The backup was made by a newer Octavo: update this one first. Nothing has changed.')
  return parsed.data
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return null
  }
}
