import {openStreamSession, type StreamSession} from './streamSession'

interface StreamFetchOptions {
  /** Where the lake is mounted, without a slash at the end: `https://example.org/lake`. */
  apiHost: string
  /** Carries every request that is not an event stream. */
  fetch: typeof globalThis.fetch
}

/**
 * A `fetch` that sends event streams over one WebSocket, and everything else as usual.
 *
 * An open document holds six event streams and more, and browsers allow six HTTP/1.1 connections to a host:
 * over plain fetch, the next request would wait for ever. The socket opens with the first stream and closes with the
 * last; when it is lost, all its streams fail, and `EventSource` opens them again.
 */
export function createStreamFetch({apiHost, fetch}: StreamFetchOptions): typeof globalThis.fetch {
  const socketUrl = `${apiHost.replace(/^http/, 'ws')}/v1/streams`
  let session: StreamSession | null = null

  return (input, init) => {
    const headers = new Headers(init?.headers)
    const isEventStream = headers.get('accept')?.includes('text/event-stream') ?? false
    if (!isEventStream || input instanceof Request) return fetch(input, init)
    const url = String(input)
    if (!url.startsWith(`${apiHost}/`)) return fetch(input, init)
    if (!session?.isOpen()) session = openStreamSession(socketUrl)
    return session.request({
      url: url.slice(apiHost.length),
      headers: Object.fromEntries(headers),
      signal: init?.signal,
    })
  }
}
