import {LakeError} from '../errors.ts'

/** More images are waiting to be prepared than can be done soon. */
export class BusyError extends LakeError {
  override readonly name = 'BusyError'

  constructor() {
    const description = 'Too many images are being prepared; try again in a moment'
    super(429, {type: 'busy', description}, {retryAfterSeconds: 2})
  }
}
