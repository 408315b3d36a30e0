/** Why an outbound request came to nothing. `refused`: by ourselves, before anything was sent to that address. */
export type OutboundFailure =
  'refused' | 'name' | 'connection' | 'certificate' | 'timeout' | 'tooLarge' | 'tooManyRedirects' | 'malformed'

/** An outbound request that did not get an answer; the message says why, for logs and for editors. */
export class OutboundError extends Error {
  override readonly name = 'OutboundError'
  readonly failure: OutboundFailure
  /** Where it failed: the address that was asked for, or one it redirected to. */
  readonly url: string

  constructor(failure: OutboundFailure, {url, message, cause}: {url: string; message: string; cause?: unknown}) {
    super(message, {cause})
    this.failure = failure
    this.url = url
  }
}
