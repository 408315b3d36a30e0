import {LakeError} from '../errors.ts'

const RETRY_AFTER_SECONDS = 1

/** More queries wait than the lake will answer soon. 429: the client's own; 503: everybody's. */
export class TooManyQueriesError extends LakeError {
  override readonly name = 'TooManyQueriesError'

  constructor(status: 429 | 503, retryAfterSeconds = RETRY_AFTER_SECONDS) {
    const description =
      status === 429
        ? 'Too many of your queries are waiting, or one has taken all the memory there was'
        : 'Too many queries are waiting'
    const type = status === 429 ? 'tooManyRequests' : 'serviceUnavailable'
    super(status, {type, description}, {retryAfterSeconds})
  }
}

/** No replica can be had: it cannot be read, or the lake closes. */
export class QueriesUnavailableError extends LakeError {
  override readonly name = 'QueriesUnavailableError'

  constructor() {
    const description = 'Queries cannot be answered now'
    super(503, {type: 'serviceUnavailable', description}, {retryAfterSeconds: RETRY_AFTER_SECONDS})
  }
}

/** The reader has gone; nobody sees this. */
export class QueryAbandonedError extends LakeError {
  override readonly name = 'QueryAbandonedError'

  constructor() {
    super(499, {type: 'clientClosedRequest', description: 'The reader has gone'})
  }
}
