import {randomBytes} from 'node:crypto'
import {existsSync, readFileSync, writeFileSync} from 'node:fs'
import path from 'node:path'

import {z} from 'zod'

import {Refusal} from '../bootstrap/refusal.mjs'
import {parseJson} from './parseJson.ts'

const secrets = z.object({
  SANITY_API_READ_TOKEN: z.string().min(16),
  SANITY_WEBHOOK_SECRET: z.string().min(16),
  PREVIEW_SECRET: z.string().min(16),
})

/** What the site and the lake share. */
export type Secrets = z.infer<typeof secrets>

/**
 * The secrets of this installation, made at first start and kept in `secrets.json`, readable by its owner alone.
 * A variable that is set in the environment wins.
 *
 * @throws {Refusal} when the file was damaged.
 */
export function readSecrets(dataFolder: string): Secrets {
  const file = path.join(dataFolder, 'secrets.json')
  if (!existsSync(file)) writeFileSync(file, `${JSON.stringify(generate(), null, 2)}\n`, {mode: 0o600, flush: true})
  const kept = secrets.safeParse(parseJson(readFileSync(file, 'utf8')))
  if (!kept.success)
    throw new Refusal(`${file} is damaged. Delete it and start again: new secrets are made, no content is lost.`)

  return {
    SANITY_API_READ_TOKEN: process.env.SANITY_API_READ_TOKEN || kept.data.SANITY_API_READ_TOKEN,
    SANITY_WEBHOOK_SECRET: process.env.SANITY_WEBHOOK_SECRET || kept.data.SANITY_WEBHOOK_SECRET,
    PREVIEW_SECRET: process.env.PREVIEW_SECRET || kept.data.PREVIEW_SECRET,
  }
}

export function generate(): Secrets {
  return {SANITY_API_READ_TOKEN: secret(), SANITY_WEBHOOK_SECRET: secret(), PREVIEW_SECRET: secret()}
}

export function secret(): string {
  return randomBytes(32).toString('base64url')
}
