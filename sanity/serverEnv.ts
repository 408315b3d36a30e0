import 'server-only'
import {z} from 'zod'

import {parseVariables, publicEnv, type PublicEnv} from './env'

const secret = (purpose: string) =>
  z.string(`is missing; expected ${purpose}`).min(16, `is too short; expected ${purpose}`)

const origin = z
  .url({protocol: /^https?$/, error: 'expected an address such as "https://example.org"'})
  .transform((url) => new URL(url).origin)

const serverVariables = z.object({
  SITE_URL: origin.default('http://localhost:3000'),
  LAKE_URL: origin.default('http://127.0.0.1:3334'),
  SANITY_API_READ_TOKEN: secret('a token that may read drafts').optional(),
  PREVIEW_SECRET: secret('at least 16 random characters').optional(),
})

const productionVariables = serverVariables.extend({
  SANITY_WEBHOOK_SECRET: secret('at least 16 characters, the same as in the webhook that the content store sends'),
})

export interface ServerEnv extends PublicEnv {
  /** The public origin of the site, without a slash at the end. */
  siteUrl: string
  /** Where the server, not the browser, reaches the embedded lake. */
  lakeUrl: string
  /** Reads drafts; without it there are no previews. */
  readToken: string | null
  /** Signs the passes of editors who preview drafts; without it there are no previews. */
  previewSecret: string | null
}

/** What the server is configured with. @throws {MisconfigurationError} */
export function serverEnv(): ServerEnv {
  const variables = parseVariables(serverVariables, process.env)
  return {
    ...publicEnv(),
    siteUrl: variables.SITE_URL,
    lakeUrl: variables.LAKE_URL,
    readToken: variables.SANITY_API_READ_TOKEN ?? null,
    previewSecret: variables.PREVIEW_SECRET ?? null,
  }
}

/** Next's output folder, as next.config.ts has it. */
export function distDir(): string {
  return process.env.OCTAVO_DIST_DIR || '.next'
}

/** The secret shared with the content store. @throws {MisconfigurationError} */
export function webhookSecret(): string {
  return parseVariables(productionVariables.pick({SANITY_WEBHOOK_SECRET: true}), process.env).SANITY_WEBHOOK_SECRET
}

/** Everything that must be right before the first request. @throws {MisconfigurationError} naming all that is wrong. */
export function checkEnv(variables: Record<string, string | undefined>): void {
  publicEnv()
  parseVariables(variables.NODE_ENV === 'production' ? productionVariables : serverVariables, variables)
}
