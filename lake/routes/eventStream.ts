import type {Piece} from '../listening/pieces.ts'
import type {Reader} from '../listening/reader.ts'
import {clientKey} from './clientKey.ts'
import type {RouteContext} from './route.ts'

export interface ServerEvent {
  name: string
  /** What a client that lost its connection sends back as `Last-Event-ID`. */
  id?: string
  data: unknown
}

export const eventStreamHeaders = {
  'content-type': 'text/event-stream',
  'cache-control': 'no-store, no-transform',
  'x-accel-buffering': 'no',
}

const readers = new WeakMap<ReadableStream, Reader>()

/**
 * An event stream. `subscribe` is called once, to send the reader what comes first and to have it told of the rest.
 *
 * The stream ends when the lake closes, when the reader goes, and within five seconds of the reader's losing its session
 * or its role. It breaks off when the reader reads too slowly.
 *
 * @throws {TooManyStreamsError} 429.
 */
export function eventStream(context: RouteContext, subscribe: (reader: Reader) => void): Response {
  const {lake, request, identity} = context
  const {admission, readers: all, revocations} = lake.listening
  const leave = admission.enter(clientKey(identity, request.headers))
  const reader = all.open()
  reader.onEnd(leave)
  if (identity) revocations.watch(reader, identity, request.headers)
  // Where there is no connection to cancel the body, in the same process, this is all that tells.
  request.signal.addEventListener('abort', () => reader.drop(), {once: true})
  subscribe(reader)
  if (request.signal.aborted) reader.drop()
  const body = bodyOf(reader)
  readers.set(body, reader)
  return new Response(body, {headers: eventStreamHeaders})
}

/** The reader behind a response of `eventStream`, for whoever can carry its pieces without copying them. */
export function readerOf({body}: Response): Reader | undefined {
  return body ? readers.get(body) : undefined
}

export function formatEvent({name, id, data}: ServerEvent): string {
  return `event: ${name}\n${id === undefined ? '' : `id: ${id}\n`}data: ${JSON.stringify(data)}\n\n`
}

/** Nothing is taken from the reader before it is asked for, so that what waits is counted in one place. */
function bodyOf(reader: Reader): ReadableStream<Uint8Array> {
  let isAsked = false
  return new ReadableStream<Uint8Array>(
    {
      start(controller) {
        const give = (piece: Piece | undefined) => {
          if (!piece) return
          isAsked = false
          controller.enqueue(piece.bytes)
        }
        reader.connect({
          wake: () => isAsked && give(reader.take()),
          finish(how) {
            if (how === 'ended') controller.close()
            else controller.error(new Error('event stream: the reader reads too slowly'))
          },
        })
      },
      pull(controller) {
        const piece = reader.take()
        if (piece) controller.enqueue(piece.bytes)
        else isAsked = true
      },
      cancel: () => reader.cut(),
    },
    {highWaterMark: 0},
  )
}
