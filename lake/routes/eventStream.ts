import type {Identity} from '../lake.ts'
import type {RouteContext} from '../server.ts'

export interface ServerEvent {
  name: string
  /** What a client that lost its connection sends back as `Last-Event-ID`. */
  id?: string
  data: unknown
}

/** Proxies cut a connection that is silent for 30 seconds. */
const HEARTBEAT_MS = 15_000
const IDENTITY_CHECK_MS = 4_000
const MAX_BUFFERED_BYTES = 4 * 1024 * 1024

/**
 * An event stream. `subscribe` is called once and returns what ends the subscription.
 *
 * The stream ends when the lake closes, when the reader goes or reads too slowly, and within five seconds of the
 * reader's losing its session or its role.
 */
export function eventStream(
  context: RouteContext,
  subscribe: (send: (event: ServerEvent) => void) => () => void,
): Response {
  const {lake, request, identity} = context
  const ends: (() => void)[] = []
  const end = () => ends.splice(0).forEach((one) => one())
  const encoder = new TextEncoder()

  const body = new ReadableStream<Uint8Array>(
    {
      start(controller) {
        const write = (text: string) => {
          if (ends.length === 0) return
          controller.enqueue(encoder.encode(text))
          if ((controller.desiredSize ?? 0) < 0) end()
        }
        const beat = setInterval(() => write(': ♥\n\n'), HEARTBEAT_MS)
        const check = setInterval(() => void endUnlessStill(identity, context, end), IDENTITY_CHECK_MS)
        ends.push(
          () => clearInterval(beat),
          () => clearInterval(check),
          () => lake.closing.removeEventListener('abort', end),
          () => closeQuietly(controller),
        )
        lake.closing.addEventListener('abort', end)
        request.signal.addEventListener('abort', end)
        ends.push(subscribe((event) => write(format(event))))
      },
      cancel: end,
    },
    new ByteLengthQueuingStrategy({highWaterMark: MAX_BUFFERED_BYTES}),
  )
  return new Response(body, {
    headers: {
      'content-type': 'text/event-stream',
      'cache-control': 'no-store, no-transform',
      'x-accel-buffering': 'no',
    },
  })
}

function format({name, id, data}: ServerEvent): string {
  return `event: ${name}\n${id === undefined ? '' : `id: ${id}\n`}data: ${JSON.stringify(data)}\n\n`
}

async function endUnlessStill(
  identity: Identity | null,
  {lake, request}: RouteContext,
  end: () => void,
): Promise<void> {
  if (!identity) return
  const current = await lake.identify(request)
  if (current?.id !== identity.id || current.role !== identity.role) end()
}

function closeQuietly(controller: ReadableStreamDefaultController): void {
  try {
    controller.close()
  } catch {
    // The reader has cancelled it already.
  }
}
