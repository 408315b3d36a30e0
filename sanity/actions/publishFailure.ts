import {ClientError, ServerError} from '@sanity/client'

const NOTHING = 'Nothing was published'

/** The text was not published, as far as is known; the message is a sentence for editors. */
export class PublishError extends Error {
  override readonly name = 'PublishError'
  /** Whether the text or one of its references is no longer what was checked. */
  readonly isStale: boolean

  constructor(message: string, {cause, isStale = false}: {cause?: unknown; isStale?: boolean} = {}) {
    super(message, {cause})
    this.isStale = isStale
  }
}

/** Somebody was quicker; `outcome` says what was carried out. */
export function staleError(outcome = NOTHING, cause?: unknown): PublishError {
  return new PublishError(
    `Somebody changed this text or one of its references in the meantime. ${outcome}: look at the change, then publish again.`,
    {cause, isStale: true},
  )
}

/** What a failure of the content store means for somebody who wanted to publish; `outcome` says what was carried out. */
export function toPublishError(cause: unknown, outcome = NOTHING): PublishError {
  if (cause instanceof PublishError) return cause
  const status = cause instanceof ClientError || cause instanceof ServerError ? cause.statusCode : null
  // Stale revisions are 409; a draft that somebody else has published meanwhile is missing, 404.
  if (status === 409 || status === 404) return staleError(outcome, cause)
  return new PublishError(wordsFor(status, outcome), {cause})
}

/** As `toPublishError`, for the requests that publish: without an answer nobody knows what became of the last. */
export function toPublicationError(cause: unknown, publishedReferences: number): PublishError {
  const isAnswered = cause instanceof ClientError || cause instanceof ServerError
  if (!isAnswered) {
    const message = 'The content store did not answer. Reload the page to see whether this was published.'
    return new PublishError(message, {cause})
  }
  const isPartial = publishedReferences > 0
  return toPublishError(cause, isPartial ? `${publishedReferences} references were published, this was not` : NOTHING)
}

function wordsFor(status: number | null, outcome: string): string {
  if (status === 401) return `You are signed out. ${outcome}: sign in again, then publish.`
  if (status === 403) return `Your account may not publish this. ${outcome}: ask an editor to do it.`
  if (status !== null) return `The content store refused. ${outcome}: try again in a moment.`
  return `The content store did not answer. ${outcome}: check the connection, then publish again.`
}
