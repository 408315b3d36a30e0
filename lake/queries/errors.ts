import {LakeError} from '../errors.ts'

const RETRY_AFTER_S = 1

/** More queries wait than the lake will answer soon. 429: the client's own; 503: everybody's. */
export class TooManyQueriesError extends LakeError {
  override readonly name = 'TooManyQueriesError'
  private readonly retryAfterS: number

  constructor(status: 429 | 503, retryAfterS = RETRY_AFTER_S) {
    const description =
      status === 429
        ? 'Too many of your queries are waiting, or one has taken all the memory there was'
        : 'Too many queries are waiting'
    super(status, {type: status === 429 ? 'tooManyRequests' : 'serviceUnavailable', description})
    this.retryAfterS = retryAfterS
  }

  override toResponse(): Response {
    const response = super.toResponse()
    response.headers.set('retry-after', String(this.retryAfterS))
    return response
  }
}

/** No replica can be had: it cannot be read, or the lake closes. */
export class QueriesUnavailableError extends LakeError {
  override readonly name = 'QueriesUnavailableError'

  constructor(options?: ErrorOptions) {
    super(503, {type: 'serviceUnavailable', description: 'Queries cannot be answered now'}, options)
  }

  override toResponse(): Response {
    const response = super.toResponse()
    response.headers.set('retry-after', String(RETRY_AFTER_S))
    return response
  }
}

/** The reader has gone; nobody sees this. */
export class QueryAbandonedError extends LakeError {
  override readonly name = 'QueryAbandonedError'

  constructor() {
    super(499, {type: 'clientClosedRequest', description: 'The reader has gone'})
  }
}
