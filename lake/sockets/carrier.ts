import type {WebSocket} from 'ws'

import {literalOf, type Piece} from '../listening/pieces.ts'
import type {Reader} from '../listening/reader.ts'

/** Carries the pieces of event streams over a socket, no faster than it is read. */
export interface Carrier {
  /** Resolves when the stream has ended or has been aborted. */
  carry(id: string, reader: Reader, signal: AbortSignal): Promise<void>
}

/** What is left to the socket at a time; the rest waits where it is counted. */
const MAX_UNSENT_BYTES = 64 * 1024
/** A socket carries many streams, whose readers' shares would add up. */
const MAX_QUEUED_BYTES = 8 * 1024 * 1024
const TOO_SLOW = 4008

export function createCarrier(socket: WebSocket): Carrier {
  const carried = new Map<Reader, string>()
  let isAwake = false

  /** Whoever writes to the lake need not wait until everybody has been told. */
  function wake(): void {
    if (isAwake) return
    isAwake = true
    setImmediate(() => {
      isAwake = false
      pump()
    })
  }

  /** One piece of each stream in turn, as long as the socket takes them. */
  function pump(): void {
    let hasMore = true
    while (hasMore) {
      hasMore = false
      for (const [reader, id] of carried) {
        if (socket.bufferedAmount > MAX_UNSENT_BYTES) return refuseSlowness()
        const piece = reader.take()
        if (!piece) continue
        hasMore = true
        socket.send(frameOf(id, piece), {binary: false}, pump)
      }
    }
  }

  function refuseSlowness(): void {
    let queued = 0
    for (const reader of carried.keys()) queued += reader.queuedBytes
    if (queued > MAX_QUEUED_BYTES) close()
  }

  function close(): void {
    for (const reader of carried.keys()) reader.cut()
    socket.close(TOO_SLOW, 'The reader is too slow')
  }

  return {
    carry(id, reader, signal) {
      return new Promise((resolve) => {
        const abort = () => reader.cut()
        signal.addEventListener('abort', abort)
        carried.set(reader, id)
        reader.connect({
          wake,
          finish(how) {
            carried.delete(reader)
            signal.removeEventListener('abort', abort)
            if (how === 'cut' && !signal.aborted) close()
            resolve()
          },
        })
      })
    },
  }
}

const MAX_FRAMES = 64

/** The same for all sockets on which the stream has this id. */
function frameOf(id: string, piece: Piece): Buffer {
  piece.frames ??= new Map()
  const frame = piece.frames.get(id) ?? Buffer.from(`{"id":${JSON.stringify(id)},"data":${literalOf(piece)}}`)
  if (piece.frames.size < MAX_FRAMES) piece.frames.set(id, frame)
  return frame
}
