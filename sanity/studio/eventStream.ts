import type {StreamFrame} from './streamFrames'

export interface EventStream {
  response: Promise<Response>
  receive(frame: StreamFrame): void
  /** Rejects the response, or breaks off its body when it has begun. */
  fail(reason: unknown): void
}

/** A `fetch` response that is fed frame by frame. `onCancel` is called when its reader has had enough. */
export function createEventStream(onCancel: () => void): EventStream {
  const {promise, resolve, reject} = Promise.withResolvers<Response>()
  const encoder = new TextEncoder()
  let controller: ReadableStreamDefaultController<Uint8Array> | undefined
  const body = new ReadableStream<Uint8Array>({
    start(opened) {
      controller = opened
    },
    cancel() {
      controller = undefined
      onCancel()
    },
  })

  return {response: promise, receive, fail}

  function receive(frame: StreamFrame): void {
    if (frame.kind === 'response') resolve(new Response(isBodiless(frame.status) ? null : body, frame))
    if (frame.kind === 'data') controller?.enqueue(encoder.encode(frame.data))
    if (frame.kind === 'end') end(frame.error)
  }

  function end(error: string | undefined): void {
    if (error) return fail(new TypeError(`stream socket: ${error}`))
    reject(new TypeError('stream socket: the stream ended before it was answered'))
    controller?.close()
    controller = undefined
  }

  function fail(reason: unknown): void {
    reject(reason)
    controller?.error(reason)
    controller = undefined
  }
}

/** `Response` refuses a body for these. */
function isBodiless(status: number): boolean {
  return status === 204 || status === 205 || status === 304
}
