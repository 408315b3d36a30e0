import {TooManyQueriesError} from './errors.ts'
import type {QueryClient} from './queries.ts'

export interface Answers {
  /**
   * The body of a response. A large one is given away piece by piece, counted for as long as it is here, and cut off when
   * its reader takes nothing for a while.
   *
   * @throws {TooManyQueriesError} 429 when the client, 503 when all strangers together read too much too slowly.
   */
  hold(bytes: Uint8Array<ArrayBuffer>, client: QueryClient): Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array>
}

export interface AnswerLimits {
  /** What is not worth counting: connections have buffers as large. */
  smallBytes: number
  maxBytesPerClient: number
  /** Of all who have not signed in. */
  maxBytesOfStrangers: number
  /** How long a reader may take nothing. */
  stallMs: number
}

const MB = 1024 * 1024
const limitsOfProcess: AnswerLimits = {
  smallBytes: 256 * 1024,
  maxBytesPerClient: 256 * MB,
  maxBytesOfStrangers: 256 * MB,
  stallMs: 30_000,
}
const PIECE_BYTES = 64 * 1024

/** Counts what large answers take of the memory until their readers have taken them. */
export function createAnswers(limits: AnswerLimits = limitsOfProcess): Answers {
  const held = new Map<string, number>()
  let heldOfStrangers = 0

  function count({key, isSignedIn}: QueryClient, bytes: number): void {
    if (!isSignedIn) heldOfStrangers += bytes
    const next = (held.get(key) ?? 0) + bytes
    if (next > 0) held.set(key, next)
    else held.delete(key)
  }

  return {
    hold(bytes, client) {
      const size = bytes.byteLength
      if (size <= limits.smallBytes) return bytes
      if ((held.get(client.key) ?? 0) + size > limits.maxBytesPerClient) throw new TooManyQueriesError(429)
      if (!client.isSignedIn && heldOfStrangers + size > limits.maxBytesOfStrangers) throw new TooManyQueriesError(503)
      count(client, size)
      return inPieces(bytes, {stallMs: limits.stallMs, onEnd: () => count(client, -size)})
    },
  }
}

function inPieces(
  bytes: Uint8Array<ArrayBuffer>,
  {stallMs, onEnd}: {stallMs: number; onEnd(): void},
): ReadableStream<Uint8Array> {
  let rest = bytes
  let stall: NodeJS.Timeout | undefined

  function end(): void {
    clearTimeout(stall)
    rest = new Uint8Array()
    onEnd()
  }

  return new ReadableStream<Uint8Array>(
    {
      start(controller) {
        stall = setTimeout(() => {
          end()
          controller.error(new Error('query: the reader takes nothing'))
        }, stallMs).unref()
      },
      pull(controller) {
        stall?.refresh()
        // A copy, so that a connection that still holds the last piece does not hold all.
        controller.enqueue(rest.slice(0, PIECE_BYTES))
        rest = rest.subarray(PIECE_BYTES)
        if (rest.byteLength > 0) return
        end()
        controller.close()
      },
      cancel: end,
    },
    {highWaterMark: 0},
  )
}
