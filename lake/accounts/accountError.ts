import {LakeError} from '../errors.ts'

/** What a person who types a command or fills in a form can put right. */
export class AccountError extends LakeError {
  override readonly name = 'AccountError'

  constructor(description: string, status: 400 | 404 | 409 = 400, type = 'accountError', options?: ErrorOptions) {
    super(status, {type, description}, options)
  }
}

/** Too many guesses; the right password is not even tried before the time is over. */
export class TooManyAttemptsError extends LakeError {
  override readonly name = 'TooManyAttemptsError'
  readonly #seconds: number

  constructor(waitMs: number) {
    const seconds = Math.ceil(waitMs / 1000)
    super(429, {
      type: 'tooManyAttempts',
      description: `Too many attempts. Try again in ${seconds} ${seconds === 1 ? 'second' : 'seconds'}.`,
    })
    this.#seconds = seconds
  }

  override toResponse(): Response {
    const response = super.toResponse()
    response.headers.set('retry-after', String(this.#seconds))
    return response
  }
}
