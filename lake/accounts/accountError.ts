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

  constructor(waitMs: number) {
    const retryAfterSeconds = Math.ceil(waitMs / 1000)
    const description = `Too many attempts. Try again in ${retryAfterSeconds} ${retryAfterSeconds === 1 ? 'second' : 'seconds'}.`
    super(429, {type: 'tooManyAttempts', description}, {retryAfterSeconds})
  }
}
