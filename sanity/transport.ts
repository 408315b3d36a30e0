import 'server-only'
import type {ClientConfig} from '@sanity/client'
import {Agent, fetch} from 'undici'

type ResolveFetch = NonNullable<ClientConfig['resolveFetch']>

/**
 * The client's `resolveFetch` over sockets that time out by themselves. Bodies are text, as queries have them.
 * Next's patched `fetch` drops the abort signal while it regenerates a page: a hanging store would hold the page for ever.
 */
export function createTransport({timeoutMs}: {timeoutMs: number}): ResolveFetch {
  const dispatcher = new Agent({
    connect: {timeout: timeoutMs},
    headersTimeout: timeoutMs,
    bodyTimeout: timeoutMs,
    keepAliveTimeout: 10_000,
  })
  return () => async (url, init) => {
    const {method, headers, body, signal} = init ?? {}
    if (body && typeof body !== 'string') throw new TypeError('transport(): only text can be sent')
    const response = await fetch(url, {method, headers: [...new Headers(headers)], body, signal, dispatcher})
    const bytes = await response.arrayBuffer()
    return new Response(bytes.byteLength > 0 ? bytes : null, {
      status: response.status,
      statusText: response.statusText,
      headers: [...response.headers],
    })
  }
}
