import {LakeError} from './errors.ts'

type Fetch = (request: Request) => Promise<Response>

export interface Door {
  fetch: Fetch
  /** From now on every new request is answered with 503. Resolves when none is under way; a stream is not. */
  close(): Promise<void>
}

/** Lets requests in until it is closed, and knows when the last one has its answer. */
export function createDoor(fetch: Fetch): Door {
  let underWay = 0
  let isClosed = false
  const idle = Promise.withResolvers<void>()

  return {
    async fetch(request) {
      if (isClosed) return refusal()
      underWay += 1
      try {
        return await fetch(request)
      } finally {
        underWay -= 1
        if (isClosed && underWay === 0) idle.resolve()
      }
    },
    close() {
      isClosed = true
      if (underWay === 0) idle.resolve()
      return idle.promise
    },
  }
}

function refusal(): Response {
  const envelope = {type: 'lakeStopping', description: 'The lake is stopping; nothing was saved'}
  const response = new LakeError(503, envelope, {retryAfterSeconds: 1}).toResponse()
  response.headers.set('connection', 'close')
  return response
}
