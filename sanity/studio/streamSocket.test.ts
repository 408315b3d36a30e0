import {once} from 'node:events'
import type {AddressInfo} from 'node:net'

import {createClient} from '@sanity/client'
import {afterEach, beforeEach, expect, test} from 'vitest'
import {WebSocketServer, type WebSocket as ServerSocket} from 'ws'

import {createStreamFetch} from './streamSocket'

interface Message {
  id: string
  url?: string
  headers?: Record<string, string>
  cancel?: boolean
}

let server: WebSocketServer
let apiHost: string
/** Every message received, and every socket ever opened, in order. */
let messages: Message[]
let sockets: ServerSocket[]
/** What the server does with a message; tests replace it. */
let answer: (message: Message, socket: ServerSocket) => void

beforeEach(async () => {
  messages = []
  sockets = []
  answer = () => {}
  server = new WebSocketServer({port: 0, host: '127.0.0.1', path: '/lake/v1/streams'})
  server.on('connection', (socket) => {
    sockets.push(socket)
    socket.on('message', (data) => {
      const message: Message = JSON.parse(String(data))
      messages.push(message)
      answer(message, socket)
      server.emit('received')
    })
  })
  await once(server, 'listening')
  apiHost = `http://127.0.0.1:${port(server)}/lake`
})

afterEach(async () => {
  for (const socket of sockets) socket.terminate()
  await new Promise((resolve) => server.close(resolve))
})

test('carries two streams on one socket and tells them apart', async () => {
  answer = ({id, url}, socket) => {
    reply(socket, {id, status: 200, headers: {'content-type': 'text/event-stream'}})
    reply(socket, {id, data: `data: ${url}\n\n`})
    reply(socket, {id, end: true})
  }
  const streamFetch = createStreamFetch({apiHost, fetch: refuse})

  const responses = await Promise.all([listen(streamFetch, '/v1/a'), listen(streamFetch, '/v1/b?c=d')])

  expect(responses.map((response) => response.headers.get('content-type'))).toEqual([
    'text/event-stream',
    'text/event-stream',
  ])
  await expect(Promise.all(responses.map((response) => response.text()))).resolves.toEqual([
    'data: /v1/a\n\n',
    'data: /v1/b?c=d\n\n',
  ])
  expect(sockets).toHaveLength(1)
})

test('sends the request’s headers along', async () => {
  answer = ({id}, socket) => reply(socket, {id, status: 401, headers: {}})
  const streamFetch = createStreamFetch({apiHost, fetch: refuse})

  const response = await listen(streamFetch, '/v1/a', {headers: {authorization: 'Bearer abc', 'last-event-id': '7'}})

  expect(response.status).toBe(401)
  expect(messages[0]?.headers).toEqual({accept: 'text/event-stream', authorization: 'Bearer abc', 'last-event-id': '7'})
  await response.body?.cancel()
})

test('leaves everything else to fetch', async () => {
  const asked: string[] = []
  const streamFetch = createStreamFetch({
    apiHost,
    fetch: (input) => {
      asked.push(String(input))
      return Promise.resolve(new Response('plain'))
    },
  })

  await streamFetch(`${apiHost}/v1/data/query`, {headers: {accept: 'application/json'}})
  await streamFetch(`${apiHost}/v1/users/me`)
  await streamFetch('https://elsewhere.example/stream', {headers: {accept: 'text/event-stream'}})
  await streamFetch(`${apiHost}.evil.example/stream`, {headers: {accept: 'text/event-stream'}})

  expect(asked).toEqual([
    `${apiHost}/v1/data/query`,
    `${apiHost}/v1/users/me`,
    'https://elsewhere.example/stream',
    `${apiHost}.evil.example/stream`,
  ])
  expect(sockets).toHaveLength(0)
})

test('cancels a stream whose reader stops, and closes the socket with the last one', async () => {
  answer = ({id, cancel}, socket) => {
    if (!cancel) reply(socket, {id, status: 200, headers: {}})
  }
  const streamFetch = createStreamFetch({apiHost, fetch: refuse})
  const first = await listen(streamFetch, '/v1/a')
  const abort = new AbortController()
  const second = await listen(streamFetch, '/v1/b', {signal: abort.signal})

  await first.body?.cancel()
  await cancels(1)
  expect(messages.at(-1)).toEqual({id: '1', cancel: true})
  expect(sockets[0]?.readyState).toBe(WebSocket.OPEN)

  const closed = sockets[0] ? once(sockets[0], 'close') : Promise.reject(new Error('no socket'))
  abort.abort()
  await expect(second.text()).rejects.toThrow('aborted')
  await closed
  expect(messages.at(-1)).toEqual({id: '2', cancel: true})
})

test('does not send what was aborted before it began', async () => {
  const streamFetch = createStreamFetch({apiHost, fetch: refuse})

  await expect(listen(streamFetch, '/v1/a', {signal: AbortSignal.abort()})).rejects.toThrow('aborted')
  expect(sockets).toHaveLength(0)
})

test('fails its streams when the socket is lost, and opens another for the next', async () => {
  answer = ({id}, socket) => reply(socket, {id, status: 200, headers: {}})
  const streamFetch = createStreamFetch({apiHost, fetch: refuse})
  const response = await listen(streamFetch, '/v1/a')

  sockets[0]?.terminate()
  await expect(response.text()).rejects.toThrow('was lost')

  const again = await listen(streamFetch, '/v1/a')
  expect(again.status).toBe(200)
  expect(sockets).toHaveLength(2)
  await again.body?.cancel()
})

test('breaks off a body whose stream broke off', async () => {
  answer = ({id}, socket) => {
    reply(socket, {id, status: 200, headers: {}})
    reply(socket, {id, data: 'half'})
    reply(socket, {id, end: true, error: 'The stream broke off'})
  }
  const streamFetch = createStreamFetch({apiHost, fetch: refuse})

  const response = await listen(streamFetch, '/v1/a')

  await expect(response.text()).rejects.toThrow('The stream broke off')
})

test('rejects when nobody listens', async () => {
  const streamFetch = createStreamFetch({apiHost: 'http://127.0.0.1:9/lake', fetch: refuse})

  await expect(streamFetch('http://127.0.0.1:9/lake/v1/a', {headers: {accept: 'text/event-stream'}})).rejects.toThrow(
    'was lost',
  )
})

test('ignores frames that make no sense', async () => {
  answer = ({id}, socket) => {
    socket.send('not json')
    reply(socket, {id: '99', data: 'for nobody'})
    reply(socket, {id, surprise: true})
    reply(socket, {id, status: 200, headers: {}})
    reply(socket, {id, data: 'ok'})
    reply(socket, {id, end: true})
  }
  const streamFetch = createStreamFetch({apiHost, fetch: refuse})

  const response = await listen(streamFetch, '/v1/a')

  await expect(response.text()).resolves.toBe('ok')
})

test('lets the client resume a listener with its last event after the socket is lost', async () => {
  answer = ({id, headers}, socket) => {
    const resumed = headers?.['last-event-id']
    reply(socket, {id, status: 200, headers: {'content-type': 'text/event-stream'}})
    reply(socket, {id, data: mutationEvent(resumed ? `after ${resumed}` : 'first')})
    if (!resumed) socket.terminate()
  }
  const streamFetch = createStreamFetch({apiHost, fetch: refuse})
  const client = createClient({
    projectId: 'octavo',
    dataset: 'production',
    apiVersion: '2026-01-01',
    useCdn: false,
    useProjectHostname: false,
    apiHost,
    resolveFetch: () => streamFetch,
  })

  const documentIds: string[] = []
  await new Promise<void>((resolve, reject) => {
    const subscription = client.listen('*').subscribe({
      next: ({documentId}) => {
        if (documentIds.push(documentId) < 2) return
        subscription.unsubscribe()
        resolve()
      },
      error: reject,
    })
  })

  expect(documentIds).toEqual(['first', 'after 7'])
})

function listen(streamFetch: typeof fetch, path: string, init: RequestInit = {}): Promise<Response> {
  return streamFetch(`${apiHost}${path}`, {...init, headers: {accept: 'text/event-stream', ...init.headers}})
}

function refuse(): Promise<Response> {
  return Promise.reject(new Error('An event stream went out as a plain request'))
}

function reply(socket: ServerSocket, frame: object): void {
  socket.send(JSON.stringify(frame))
}

async function cancels(count: number): Promise<void> {
  while (messages.filter(({cancel}) => cancel).length < count) await once(server, 'received')
}

function mutationEvent(documentId: string): string {
  return `retry: 1\nid: 7\nevent: mutation\ndata: ${JSON.stringify({documentId})}\n\n`
}

function port(listening: WebSocketServer): number {
  const address: AddressInfo | string | null = listening.address()
  if (typeof address !== 'object' || address === null) throw new Error('The server is not listening')
  return address.port
}
