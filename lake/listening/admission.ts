import {LakeError} from '../errors.ts'

/** Too many streams are open, or too many listeners have cost too much. */
export class TooManyStreamsError extends LakeError {
  override readonly name = 'TooManyStreamsError'

  constructor(description: string, retryAfterSeconds: number) {
    super(429, {type: 'tooManyRequests', description}, {retryAfterSeconds})
  }
}

export interface AdmissionLimits {
  /** Event streams at a time, over all clients. */
  maxStreams: number
  /** Event streams at a time of one user, one token or one address. */
  maxStreamsPerClient: number
}

export interface Admission {
  isFull(client: string): boolean
  /** Counts a stream of the client until the returned function is called. @throws {TooManyStreamsError} 429. */
  enter(client: string): () => void
}

const RETRY_SECONDS = 30

export function createAdmission({maxStreams, maxStreamsPerClient}: AdmissionLimits): Admission {
  const counts = new Map<string, number>()
  let total = 0

  function isFull(client: string): boolean {
    return total >= maxStreams || (counts.get(client) ?? 0) >= maxStreamsPerClient
  }

  return {
    isFull,
    enter(client) {
      if (isFull(client)) throw new TooManyStreamsError('Too many event streams are open', RETRY_SECONDS)
      total += 1
      counts.set(client, (counts.get(client) ?? 0) + 1)
      return () => {
        total -= 1
        const left = (counts.get(client) ?? 1) - 1
        if (left > 0) counts.set(client, left)
        else counts.delete(client)
      }
    },
  }
}
