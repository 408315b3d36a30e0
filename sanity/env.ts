import {z} from 'zod'

const EMBEDDED_PROJECT_ID = 'octavo'

const publicVariables = z.object({
  NEXT_PUBLIC_SANITY_PROJECT_ID: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]*$/)
    .optional(),
  NEXT_PUBLIC_SANITY_DATASET: z
    .string()
    .regex(/^[a-z0-9_][a-z0-9_-]*$/)
    .default('production'),
})

export interface PublicEnv {
  projectId: string
  dataset: string
  /** Whether content comes from the embedded lake, reached by browsers at `/lake`. */
  isEmbedded: boolean
}

export const API_VERSION = '2026-01-01'

/** The part of the environment that browsers may know. Named one by one, because Next writes only literal names into scripts. */
export function publicEnv(): PublicEnv {
  const variables = publicVariables.parse({
    NEXT_PUBLIC_SANITY_PROJECT_ID: process.env.NEXT_PUBLIC_SANITY_PROJECT_ID || undefined,
    NEXT_PUBLIC_SANITY_DATASET: process.env.NEXT_PUBLIC_SANITY_DATASET || undefined,
  })
  const hostedProjectId = variables.NEXT_PUBLIC_SANITY_PROJECT_ID
  return {
    projectId: hostedProjectId ?? EMBEDDED_PROJECT_ID,
    dataset: variables.NEXT_PUBLIC_SANITY_DATASET,
    isEmbedded: hostedProjectId === undefined,
  }
}
