import type {WebSocket} from 'ws'
import {z} from 'zod'

import type {Lake} from '../lake.ts'

/**
 * One WebSocket at `/v1/streams` that carries every event stream of a browser, because browsers allow six HTTP/1.1
 * connections a host and a Studio needs more.
 *
 * All frames are JSON text. The browser sends
 * - `{"id": "a", "url": "/v2026-01-01/data/listen/production?query=…", "headers": {"authorization": "Bearer …"}}` to open
 *   a stream. `id` is of its choosing (1–64 characters) and unused on this socket. `url` is what `fetch` would be given:
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
 * socket closes, all its streams are cancelled. The lake pings every 20 seconds.
 */
export function acceptStreams(socket: WebSocket, {lake, fetch, cookie}: StreamsOptions): void {
  const open = new Map<string, AbortController>()

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
      const response = await fetch(streamRequest(url, headers, signal))
      send({id, status: response.status, headers: Object.fromEntries(response.headers)})
      const decoder = new TextDecoder()
      const reader = response.body?.getReader()
      signal.addEventListener('abort', () => void reader?.cancel())
      for (let next = await reader?.read(); next && !next.done; next = await reader?.read()) {
        send({id, data: decoder.decode(next.value, {stream: true})})
      }
      send({id, end: true})
    } catch (error) {
      if (!signal.aborted) console.error(error)
      send({id, end: true, error: 'The stream broke off'})
    }
  }

  function streamRequest(url: string, headers: Record<string, string>, signal: AbortSignal): Request {
    const {pathname, search} = new URL(url, lake.publicUrl)
    const prefix = new URL(lake.publicUrl).pathname.replace(/\/$/, '')
    const path = pathname.startsWith(`${prefix}/`) ? pathname.slice(prefix.length) : pathname
    const passed = Object.entries(headers).filter(([name]) => PASSED_HEADERS.has(name.toLowerCase()))
    return new Request(new URL(path + search, 'http://lake.internal'), {
      headers: {...(cookie ? {cookie} : {}), ...Object.fromEntries(passed)},
      signal,
    })
  }

  function send(frame: Record<string, unknown>): void {
    if (socket.readyState !== socket.OPEN) return
    if (socket.bufferedAmount > MAX_BUFFERED_BYTES) return socket.close(4008, 'The reader is too slow')
    socket.send(JSON.stringify(frame))
  }
}

interface StreamsOptions {
  lake: Lake
  fetch(request: Request): Promise<Response>
  /** The cookie that the socket was opened with. */
  cookie: string | null
}

const MAX_STREAMS = 200
const MAX_BUFFERED_BYTES = 8 * 1024 * 1024
const PASSED_HEADERS = new Set(['authorization', 'accept', 'last-event-id'])

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
