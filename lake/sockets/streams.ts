import type {WebSocket} from 'ws'
import {z} from 'zod'

import {NotFoundError} from '../errors.ts'
import type {Lake} from '../lake.ts'
import {readerOf} from '../routes/eventStream.ts'

import {createCarrier} from './carrier.ts'

/**
 * One WebSocket at `/v1/streams` that carries every event stream of a browser, because browsers allow six HTTP/1.1
 * connections a host and a Studio needs more.
 *
 * All frames are JSON text. The browser sends
 * - `{"id": "a", "url": "/v2026-01-01/data/listen/production?query=…", "headers": {"authorization": "Bearer …"}}` to open
 *   a stream of `listen` or `live/events`. `id` is of its choosing (1–64 characters) and unused on this socket. `url` is what `fetch` would be given:
 *   absolute or a path, with or without the public prefix (`/lake`); only its path and query count. Of `headers`, which
 *   may be left out, `authorization`, `accept` and `last-event-id` are passed on. The socket's own cookie goes with it.
 * - `{"id": "a", "cancel": true}` to end it. Nothing is answered, and frames under way may still arrive.
 *
 * The lake answers
 * - `{"id": "a", "status": 200, "headers": {"content-type": "text/event-stream", …}}` once, also for 4xx and 5xx
 * - `{"id": "a", "data": "event: mutation\ndata: …"}` any number of times: the next piece of the body, as text, cut anywhere
 * - `{"id": "a", "end": true}` when the body has ended, after which the id is free. A body that broke off has
 *   `"error": "…"` beside it.
 *
 * A socket that sends something else is closed with code 4000; one that does not read is closed with code 4008. When the
 * socket closes, all its streams are cancelled. The lake pings every 20 seconds, and gives up a socket that does not
 * answer.
 */
export function acceptStreams(socket: WebSocket, options: StreamsOptions): void {
  const {fetch} = options
  const open = new Map<string, AbortController>()
  const carrier = createCarrier(socket)

  socket.on('message', (data, isBinary) => {
    const frame = isBinary ? undefined : parseFrame(String(data))
    if (!frame) return socket.close(4000, 'Not a frame')
    if ('cancel' in frame) return open.get(frame.id)?.abort()
    if (open.has(frame.id) || open.size >= MAX_STREAMS)
      return socket.close(4000, 'The id is in use, or too many streams')
    const controller = new AbortController()
    open.set(frame.id, controller)
    void relay(frame, controller.signal).finally(() => open.delete(frame.id))
  })
  socket.on('close', () => {
    for (const controller of open.values()) controller.abort()
  })

  async function relay({id, url, headers}: OpenFrame, signal: AbortSignal): Promise<void> {
    try {
      const request = streamRequest(url, headers, signal, options)
      const response = EVENT_STREAM.test(new URL(request.url).pathname) ? await fetch(request) : noStream()
      const reader = readerOf(response)
      if (signal.aborted) reader?.cut()
      send({id, status: response.status, headers: Object.fromEntries(response.headers)})
      if (reader) await carrier.carry(id, reader, signal)
      else send({id, data: await response.text()})
      send({id, end: true})
    } catch (error) {
      if (!signal.aborted) console.error(error)
      send({id, end: true, error: 'The stream broke off'})
    }
  }

  function send(frame: Record<string, unknown>): void {
    if (socket.readyState === socket.OPEN) socket.send(JSON.stringify(frame))
  }
}

interface StreamsOptions {
  lake: Lake
  fetch(request: Request): Promise<Response>
  /** What the socket was opened with. */
  opened: Headers
}

const MAX_STREAMS = 200
/** Anything else would be sent whole, however slowly the socket is read. */
const EVENT_STREAM = /^\/v[\w.-]+\/data\/(?:listen|live\/events)\/[^/]+$/
const PASSED_HEADERS = new Set(['authorization', 'accept', 'last-event-id'])
/** Of the socket's own request; where it comes from is not the browser's to say. */
const KEPT_HEADERS = ['cookie', 'x-forwarded-for']

function noStream(): Response {
  return new NotFoundError('The address is not that of an event stream').toResponse()
}

function streamRequest(
  url: string,
  headers: Record<string, string>,
  signal: AbortSignal,
  {lake, opened}: StreamsOptions,
): Request {
  const {pathname, search} = new URL(url, lake.publicUrl)
  const prefix = new URL(lake.publicUrl).pathname.replace(/\/$/, '')
  const path = pathname.startsWith(`${prefix}/`) ? pathname.slice(prefix.length) : pathname
  const passed = new Headers(Object.entries(headers).filter(([name]) => PASSED_HEADERS.has(name.toLowerCase())))
  for (const name of KEPT_HEADERS) {
    const value = opened.get(name)
    if (value !== null) passed.set(name, value)
  }
  return new Request(new URL(path + search, 'http://lake.internal'), {headers: passed, signal})
}

const id = z.string().min(1).max(64)
const openFrame = z.object({id, url: z.string().max(32_768), headers: z.record(z.string(), z.string()).default({})})
const frame = z.union([z.object({id, cancel: z.literal(true)}), openFrame])

type OpenFrame = z.infer<typeof openFrame>

function parseFrame(text: string): z.infer<typeof frame> | undefined {
  try {
    return frame.parse(JSON.parse(text))
  } catch {
    return undefined
  }
}
