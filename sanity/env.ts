import {z} from 'zod'

import {MisconfigurationError} from './errors'

export const API_VERSION = '2026-01-01'

/** Under which the embedded lake keeps its one dataset. */
const EMBEDDED_PROJECT_ID = 'octavo'

const publicVariables = z.object({
  NEXT_PUBLIC_SANITY_PROJECT_ID: z
    .string()
    .regex(
      /^[a-z0-9][a-z0-9-]*$/,
      'expected the id of a Sanity project, such as "a1b2c3d4", or nothing for the embedded store',
    )
    .optional(),
  NEXT_PUBLIC_SANITY_DATASET: z
    .string()
    .regex(/^[a-z0-9_][a-z0-9_-]*$/, 'expected the name of a dataset, such as "production"')
    .default('production'),
})

export interface PublicEnv {
  projectId: string
  dataset: string
  /** Whether content comes from the embedded lake, which browsers reach at `/lake`. */
  isEmbedded: boolean
}

/**
 * The part of the environment that browsers may know.
 * Each variable is named in full, because that is the only form in which Next puts its value into scripts.
 *
 * @throws {MisconfigurationError}
 */
export function publicEnv(): PublicEnv {
  const variables = parseVariables(publicVariables, {
    NEXT_PUBLIC_SANITY_PROJECT_ID: process.env.NEXT_PUBLIC_SANITY_PROJECT_ID,
    NEXT_PUBLIC_SANITY_DATASET: process.env.NEXT_PUBLIC_SANITY_DATASET,
  })
  const hostedProjectId = variables.NEXT_PUBLIC_SANITY_PROJECT_ID
  return {
    projectId: hostedProjectId ?? EMBEDDED_PROJECT_ID,
    dataset: variables.NEXT_PUBLIC_SANITY_DATASET,
    isEmbedded: hostedProjectId === undefined,
  }
}

/** Parses what is set, reading an empty variable as one that is not. */
export function parseVariables<Schema extends z.ZodType>(
  schema: Schema,
  variables: Record<string, string | undefined>,
): z.output<Schema> {
  const set = Object.fromEntries(Object.entries(variables).filter(([, value]) => value))
  const parsed = schema.safeParse(set)
  if (parsed.success) return parsed.data
  throw new MisconfigurationError(parsed.error.issues.map(({path, message}) => `${path.join('.')}: ${message}`))
}
