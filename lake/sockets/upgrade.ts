import type {IncomingMessage} from 'node:http'
import type {Duplex} from 'node:stream'

import {WebSocketServer, type WebSocket} from 'ws'

import {clientAddress} from '../accounts/clientAddress.ts'
import type {Lake} from '../lake.ts'

import {isSameOrigin} from '../origin.ts'
import {createPresenceRoom, type Credentials, type PresenceRoom} from './presence.ts'
import {acceptStreams} from './streams.ts'

const MAX_MESSAGE_BYTES = 64 * 1024
const PING_MS = 20_000
const MAX_SOCKETS = 5_000
/** A newsroom behind one address has a socket for streams and one for presence in each tab. */
const MAX_SOCKETS_PER_ADDRESS = 500
const RETRY_AFTER = 'Retry-After: 30\r\n'

export interface Sockets {
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void
  close(): void
}

/** The lake's WebSockets: one at `/v{n}/socket/{dataset}` for presence, `/v1/streams` for event streams. */
export function createSockets(lake: Lake, fetch: (request: Request) => Promise<Response>): Sockets {
  const server = new WebSocketServer({noServer: true, maxPayload: MAX_MESSAGE_BYTES})
  const rooms = new Map<string, PresenceRoom>()
  const counts = new Map<string, number>()
  const answered = new WeakSet<WebSocket>()
  const ping = setInterval(() => server.clients.forEach(pingOrGiveUp), PING_MS)
  ping.unref()

  function pingOrGiveUp(socket: WebSocket): void {
    if (!answered.delete(socket)) return socket.terminate()
    socket.ping()
  }

  function roomOf(dataset: string): PresenceRoom {
    const room =
      rooms.get(dataset) ?? createPresenceRoom(async (credentials) => lake.identify(identityRequest(credentials)))
    rooms.set(dataset, room)
    return room
  }

  /** The socket is taken only when everything is known, so that none of its messages is missed. */
  async function accept(request: IncomingMessage, socket: Duplex, head: Buffer, path: string): Promise<void> {
    const headers = headersOf(request)
    const cookie = headers.get('cookie')
    const dataset = datasetOf(path)
    const identity = cookie !== null && dataset !== undefined ? await lake.identify(identityRequest({cookie})) : null
    server.handleUpgrade(request, socket, head, (client) => {
      // A socket that fails is closed next, and that is where it is cleaned up after.
      client.on('error', () => {})
      client.on('pong', () => answered.add(client))
      answered.add(client)
      if (dataset === undefined) acceptStreams(client, {lake, fetch, opened: headers})
      else roomOf(dataset).accept(client, cookie === null ? {} : {cookie}, identity)
    })
  }

  function count(address: string, change: 1 | -1): void {
    const next = (counts.get(address) ?? 0) + change
    if (next > 0) counts.set(address, next)
    else counts.delete(address)
  }

  return {
    upgrade(request, socket, head) {
      const headers = headersOf(request)
      const path = pathOf(request)
      const address = clientAddress(headers)
      socket.on('error', () => {})
      if (!isSameOrigin(headers, lake.publicUrl)) return refuse(socket, '403 Forbidden')
      if (!isSocketPath(path, lake)) return refuse(socket, '404 Not Found')
      if (server.clients.size >= MAX_SOCKETS || (counts.get(address) ?? 0) >= MAX_SOCKETS_PER_ADDRESS)
        return refuse(socket, '429 Too Many Requests', RETRY_AFTER)
      count(address, 1)
      socket.once('close', () => count(address, -1))
      accept(request, socket, head, path).catch((error: unknown) => {
        console.error(error)
        refuse(socket, '500 Internal Server Error')
      })
    },
    close() {
      clearInterval(ping)
      server.clients.forEach((socket) => socket.terminate())
      server.close()
    },
  }
}

/** Empty for an address that is none, such as `//`: a client that is no browser sends what it likes. */
function pathOf({url = '/'}: IncomingMessage): string {
  return URL.parse(url, 'http://lake.internal')?.pathname ?? ''
}

/** The dataset of a presence socket; undefined for other paths. */
function datasetOf(path: string): string | undefined {
  return /^\/v[\w.-]+\/socket\/([\w-]+)$/.exec(path)?.[1]
}

function isSocketPath(path: string, lake: Lake): boolean {
  const dataset = datasetOf(path)
  return path === '/v1/streams' || (dataset !== undefined && lake.store.datasets().includes(dataset))
}

function identityRequest(headers: Credentials): Request {
  return new Request('http://lake.internal/', {headers})
}

function headersOf({headers}: IncomingMessage): Headers {
  return new Headers(
    Object.entries(headers).flatMap(([name, value]): [string, string][] =>
      typeof value === 'string' ? [[name, value]] : [],
    ),
  )
}

function refuse(socket: Duplex, status: string, header = ''): void {
  socket.end(`HTTP/1.1 ${status}\r\n${header}Connection: close\r\nContent-Length: 0\r\n\r\n`)
}
