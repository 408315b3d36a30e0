import {LakeError} from '../errors.ts'

/** More images are waiting to be prepared than can be done soon. */
export class BusyError extends LakeError {
  override readonly name = 'BusyError'

  constructor() {
    super(429, {type: 'busy', description: 'Too many images are being prepared; try again in a moment'})
  }

  override toResponse(): Response {
    const response = super.toResponse()
    response.headers.set('retry-after', '2')
    return response
  }
}
