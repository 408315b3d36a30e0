import {ClientError, ServerError} from '@sanity/client'

/** What a failure of the content store means for somebody who wanted to publish. Nothing of it was carried out. */
export function failureWords(cause: unknown): string {
  const status = cause instanceof ClientError || cause instanceof ServerError ? cause.statusCode : null
  if (status === 409 || status === 404) return STALE
  if (status === 401) return 'You are signed out. Nothing was published: sign in again, then publish.'
  if (status === 403) return 'Your account may not publish this. Nothing was published: ask an editor to do it.'
  if (status !== null) return 'The content store refused. Nothing was published: try again in a moment.'
  return 'The content store did not answer. Nothing was published: check the connection, then publish again.'
}

/** Stale revisions are 409; a draft that somebody else has published meanwhile is missing, 404. */
export const STALE =
  'Somebody changed this text or one of its references in the meantime. Nothing was published: look at the change, then publish again.'

/** As `failureWords`, for the request that publishes: without an answer nobody knows what became of it. */
export function publicationFailureWords(cause: unknown): string {
  const isAnswered = cause instanceof ClientError || cause instanceof ServerError
  return isAnswered
    ? failureWords(cause)
    : 'The content store did not answer. Reload the page to see whether this was published.'
}
