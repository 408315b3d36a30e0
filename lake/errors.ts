interface LakeErrorOptions extends ErrorOptions {
  /** When to try again: the `Retry-After` of the answer. */
  retryAfterSeconds?: number
}

/**
 * A failure the caller can act on. Anything else thrown inside the lake becomes a 500
 * whose details go to the log and never to the client.
 */
export class LakeError extends Error {
  override readonly name: string = 'LakeError'
  readonly status: number
  readonly envelope: Record<string, unknown>
  readonly #retryAfterSeconds: number | undefined

  constructor(
    status: number,
    envelope: {type: string; description: string; [detail: string]: unknown},
    {retryAfterSeconds, ...options}: LakeErrorOptions = {},
  ) {
    super(envelope.description, options)
    this.status = status
    this.envelope = envelope
    this.#retryAfterSeconds = retryAfterSeconds
  }

  /** The envelope that `@sanity/client` unpacks into `ClientError.details`. */
  toResponse(): Response {
    const retryAfter = this.#retryAfterSeconds
    return Response.json(
      {error: this.envelope},
      {status: this.status, headers: retryAfter === undefined ? {} : {'retry-after': String(retryAfter)}},
    )
  }
}

export class BadRequestError extends LakeError {
  override readonly name = 'BadRequestError'

  constructor(description: string, options?: ErrorOptions) {
    super(400, {type: 'badRequest', description}, options)
  }
}

/** What was sent can be read and may not be stored. */
export class ValidationError extends LakeError {
  override readonly name = 'ValidationError'

  constructor(description: string, options?: ErrorOptions) {
    super(400, {type: 'validationError', description}, options)
  }
}

/** Nobody is signed in, and the route needs somebody. */
export class UnauthorizedError extends LakeError {
  override readonly name = 'UnauthorizedError'

  constructor(description = 'Sign in, or send an API token') {
    super(401, {type: 'unauthorized', description})
  }

  /** The Studio sends the editor to its sign-in page on `statusCode: 401`. */
  override toResponse(): Response {
    return Response.json({statusCode: 401, error: 'Unauthorized', message: this.message}, {status: 401})
  }
}

/** Somebody is signed in whose role does not reach this far. */
export class ForbiddenError extends LakeError {
  override readonly name = 'ForbiddenError'

  constructor(description: string) {
    super(403, {type: 'insufficientPermissionsError', description})
  }
}

export class NotFoundError extends LakeError {
  override readonly name = 'NotFoundError'

  constructor(description: string) {
    super(404, {type: 'notFound', description})
  }
}

export class DatasetNotFoundError extends LakeError {
  override readonly name = 'DatasetNotFoundError'

  constructor(dataset: string) {
    super(404, {type: 'datasetNotFound', description: `Dataset "${dataset}" does not exist`})
  }
}

export class DatasetExistsError extends LakeError {
  override readonly name = 'DatasetExistsError'

  constructor(dataset: string) {
    super(409, {type: 'datasetExists', description: `Dataset "${dataset}" already exists`})
  }
}

export class PayloadTooLargeError extends LakeError {
  override readonly name = 'PayloadTooLargeError'

  constructor(maxBytes: number) {
    super(413, {type: 'payloadTooLarge', description: `Request body exceeds limit of ${maxBytes} bytes`})
  }
}

export class QueryParseError extends LakeError {
  override readonly name = 'QueryParseError'

  /** `start` and `end` are 0-based UTF-16 offsets into `query`. */
  constructor(query: string, span: {start: number; end: number}, description: string) {
    super(400, {type: 'queryParseError', description, query, ...span})
  }
}

/** The query is well-formed and cannot be answered: an unsupported function, or a limit it exceeds. */
export class QueryEvaluationError extends LakeError {
  override readonly name: string = 'QueryEvaluationError'

  constructor(query: string, description: string, options?: ErrorOptions) {
    super(400, {type: 'queryEvaluationError', description, query}, options)
  }
}

export class QueryTimeoutError extends QueryEvaluationError {
  override readonly name = 'QueryTimeoutError'

  constructor(query: string, timeoutMs: number) {
    super(query, `The query took longer than ${timeoutMs} ms`)
  }
}

/** Which mutation of the request failed, by its 0-based index, and why. */
export interface MutationErrorItem {
  index: number
  error: {type: string; description: string; [detail: string]: unknown}
}

/** A transaction that was refused whole; nothing of it is stored. */
export class MutationError extends LakeError {
  override readonly name = 'MutationError'
  readonly items: MutationErrorItem[]

  constructor(status: number, items: MutationErrorItem[], kind: 'mutation' | 'action' = 'mutation') {
    const reasons = items.map((item) => item.error.description).join('; ')
    super(status, {type: `${kind}Error`, description: `The ${kind}(s) failed: ${reasons}`, items})
    this.items = items
  }
}

/** The disk is full: nothing was stored, nothing was acknowledged, memory is as before. */
export class StorageFullError extends LakeError {
  override readonly name = 'StorageFullError'

  constructor(cause: unknown) {
    super(507, {type: 'storageFull', description: 'The disk is full; nothing was saved'}, {cause})
  }
}

/** The disk failed or the database is locked: nothing was stored, and a retry may succeed. */
export class StorageUnavailableError extends LakeError {
  override readonly name = 'StorageUnavailableError'

  constructor(cause: unknown) {
    super(
      503,
      {type: 'storageUnavailable', description: 'The content cannot be written now; nothing was saved'},
      {cause},
    )
  }
}
