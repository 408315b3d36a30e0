import {ClientError, ServerError} from '@sanity/client'

/** What a failure of the content store means for somebody who wanted to publish; `outcome` says what was carried out. */
export function failureWords(cause: unknown, outcome = 'Nothing was published'): string {
  const status = cause instanceof ClientError || cause instanceof ServerError ? cause.statusCode : null
  if (status === 409 || status === 404) return staleWords(outcome)
  if (status === 401) return `You are signed out. ${outcome}: sign in again, then publish.`
  if (status === 403) return `Your account may not publish this. ${outcome}: ask an editor to do it.`
  if (status !== null) return `The content store refused. ${outcome}: try again in a moment.`
  return `The content store did not answer. ${outcome}: check the connection, then publish again.`
}

/** Stale revisions are 409; a draft that somebody else has published meanwhile is missing, 404. */
function staleWords(outcome: string): string {
  return `Somebody changed this text or one of its references in the meantime. ${outcome}: look at the change, then publish again.`
}

export const STALE = staleWords('Nothing was published')

/** As `failureWords`, for the requests that publish: without an answer nobody knows what became of the last. */
export function publicationFailureWords(cause: unknown, publishedReferences = 0): string {
  const isAnswered = cause instanceof ClientError || cause instanceof ServerError
  return isAnswered
    ? failureWords(
        cause,
        publishedReferences > 0 ? `${publishedReferences} references were published, this was not` : undefined,
      )
    : 'The content store did not answer. Reload the page to see whether this was published.'
}
