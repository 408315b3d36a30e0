import {createEventStream, type EventStream} from './eventStream'
import {parseStreamFrame} from './streamFrames'

interface StreamRequest {
  /** Path and query below the API host. */
  url: string
  headers: Record<string, string>
  signal?: AbortSignal | null
}

export interface StreamSession {
  /** False once the socket is closing; a new session must then be opened. */
  isOpen(): boolean
  /** The response to an event-stream request; its body ends, or fails, with the stream or the socket. */
  request(request: StreamRequest): Promise<Response>
}

/** One WebSocket and the event streams on it. It closes itself when the last of them is over. */
export function openStreamSession(socketUrl: string): StreamSession {
  const streams = new Map<string, EventStream>()
  const unsent: string[] = []
  const socket = new WebSocket(socketUrl)
  let lastId = 0

  socket.addEventListener('open', () => {
    for (const message of unsent.splice(0)) socket.send(message)
  })
  socket.addEventListener('message', ({data}) => {
    const frame = parseStreamFrame(data)
    if (!frame) return
    const stream = streams.get(frame.id)
    if (frame.kind === 'end') forget(frame.id)
    stream?.receive(frame)
  })
  socket.addEventListener('close', failAll)
  socket.addEventListener('error', failAll)

  return {isOpen, request}

  function isOpen(): boolean {
    return socket.readyState === WebSocket.CONNECTING || socket.readyState === WebSocket.OPEN
  }

  function request({url, headers, signal}: StreamRequest): Promise<Response> {
    if (signal?.aborted) return Promise.reject(signal.reason)
    lastId += 1
    const id = String(lastId)
    const stream = createEventStream(() => cancel(id))
    streams.set(id, stream)
    send({id, url, headers})
    signal?.addEventListener(
      'abort',
      () => {
        cancel(id)
        stream.fail(signal.reason)
      },
      {once: true},
    )
    return stream.response
  }

  function cancel(id: string): void {
    if (!streams.has(id)) return
    send({id, cancel: true})
    forget(id)
  }

  function forget(id: string): void {
    streams.delete(id)
    if (streams.size === 0) socket.close()
  }

  function send(message: object): void {
    const text = JSON.stringify(message)
    if (socket.readyState === WebSocket.OPEN) socket.send(text)
    else unsent.push(text)
  }

  function failAll(): void {
    const failed = [...streams.values()]
    streams.clear()
    if (isOpen()) socket.close()
    for (const stream of failed) stream.fail(new TypeError(`stream socket: the connection to ${socketUrl} was lost`))
  }
}
