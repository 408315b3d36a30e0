import {ClientError, ServerError} from '@sanity/client'

import {Refusal} from '../bootstrap/refusal.mjs'

/** What to tell an operator when a hosted project did not answer or refused; null when the fault is none of the project's. */
export function hostedRefusal(error: unknown, projectId: string): Refusal | null {
  if (error instanceof ClientError && (error.statusCode === 401 || error.statusCode === 403))
    return new Refusal(
      `The project ${projectId} refused: SANITY_API_WRITE_TOKEN must be a token of this project with the Editor role.`,
      {cause: error},
    )
  if (error instanceof ClientError && error.statusCode === 404)
    return new Refusal(
      `The project ${projectId} has no such dataset: look at NEXT_PUBLIC_SANITY_PROJECT_ID and NEXT_PUBLIC_SANITY_DATASET.`,
      {cause: error},
    )
  if (error instanceof ServerError || isUnreachable(error))
    return new Refusal(`The project ${projectId} could not be reached (${reasonOf(error)}). Try again later.`, {
      cause: error,
    })
  return null
}

/** `fetch` says no more than “fetch failed”; the code that says why is in its cause. */
function isUnreachable(error: unknown): boolean {
  return error instanceof Error && error.cause instanceof Error && 'code' in error.cause && 'syscall' in error.cause
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown'
  return error.cause instanceof Error ? error.cause.message : error.message
}
