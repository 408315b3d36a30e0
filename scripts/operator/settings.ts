import {existsSync} from 'node:fs'
import path from 'node:path'

import {Refusal} from '../bootstrap/refusal.mjs'
import {ownOrigin} from './ownOrigin.ts'

/** Where this installation listens and keeps its files, from the environment and `.env.local`/`.env`. */
export interface Settings {
  root: string
  port: number
  lakePort: number
  /** Where this machine itself reaches the site: `http://127.0.0.1:3000`. */
  ownOrigin: string
  /** Public origin, without a slash at the end. */
  siteUrl: string
  /** True when the content is in a hosted Sanity project; then no lake is started. */
  hosted: boolean
  dataFolder: string
  /** Next's output folder, relative to the root. */
  distDir: string
}

/** @throws {Refusal} when a variable cannot be what it says. */
export function readSettings(): Settings {
  const root = path.resolve(import.meta.dirname, '..', '..')
  for (const file of ['.env.local', '.env']) {
    if (existsSync(path.join(root, file))) process.loadEnvFile(path.join(root, file))
  }
  const port = readPort('PORT', 3000)
  return {
    root,
    port,
    lakePort: readPort('LAKE_PORT', 3334),
    ownOrigin: ownOrigin(process.env.HOST, port),
    siteUrl: readOrigin('SITE_URL', `http://localhost:${port}`),
    hosted: Boolean(process.env.NEXT_PUBLIC_SANITY_PROJECT_ID),
    dataFolder: path.resolve(root, process.env.LAKE_DATA || 'data'),
    distDir: process.env.OCTAVO_DIST_DIR || '.next',
  }
}

function readPort(name: string, fallback: number): number {
  const value = process.env[name]
  if (!value) return fallback
  const port = Number(value)
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port
  throw new Refusal(`${name} is "${value}"; it must be a port number, such as ${fallback}.`)
}

function readOrigin(name: string, fallback: string): string {
  const value = process.env[name] || fallback
  if (URL.canParse(value) && /^https?:$/.test(new URL(value).protocol)) return new URL(value).origin
  throw new Refusal(`${name} is "${value}"; it must be an address such as https://example.org.`)
}
