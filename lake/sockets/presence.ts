import type {WebSocket} from 'ws'
import {z} from 'zod'

import type {Identity} from '../lake.ts'

/** Browsers show who else is in a document by telling one another through the lake. */
export interface PresenceRoom {
  /** `identity` is whom the credentials belong to: null when the socket has yet to send `authorization`. */
  accept(socket: WebSocket, credentials: Credentials, identity: Identity | null): void
}

/** The headers that an identity is told by. */
export type Credentials = Partial<Record<'cookie' | 'authorization', string>>

interface Member {
  credentials: Credentials
  identity: Identity | null
  /** Subscription ids. */
  subscriptions: Set<string>
  sessions: Set<string>
}

const request = z.object({id: z.string(), method: z.string(), params: z.record(z.string(), z.unknown()).default({})})
type Call = z.infer<typeof request>

/** Also how long somebody who has signed out may stay. */
const HEARTBEAT_MS = 4_000
const UNAUTHORIZED = 4001

/**
 * A room speaks JSON-RPC 2.0 as `@sanity/bifur-client` does: `authorization`, `presence_subscribe` and `_unsubscribe`,
 * `presence_rollcall`, `presence_announce`, `presence_disconnect`. A message goes to everybody but its sender.
 */
export function createPresenceRoom(identify: (credentials: Credentials) => Promise<Identity | null>): PresenceRoom {
  const members = new Map<WebSocket, Member>()

  function broadcast(from: WebSocket, event: Record<string, unknown>): void {
    for (const [socket, {subscriptions}] of members) {
      if (socket === from || socket.readyState !== socket.OPEN) continue
      for (const subscription of subscriptions) {
        socket.send(
          JSON.stringify({jsonrpc: '2.0', method: 'presence_subscription', params: {subscription, result: event}}),
        )
      }
    }
  }

  async function answer(socket: WebSocket, member: Member, {id, method, params}: Call): Promise<unknown> {
    if (method === 'authorization') {
      member.credentials = {authorization: String(params.authorization)}
      member.identity = await identify(member.credentials)
      return member.identity ? {id: member.identity.id} : socket.close(UNAUTHORIZED, 'Unauthorized')
    }
    if (!member.identity) return socket.close(UNAUTHORIZED, 'Unauthorized')
    if (method === 'presence_subscribe') {
      member.subscriptions.add(id)
      return id
    }
    if (method === 'presence_unsubscribe') return member.subscriptions.delete(String(params.subscriptionId))
    const event = presenceEvent(method, params, member.identity.id)
    if (!event) return undefined
    if (event.session) member.sessions[method === 'presence_disconnect' ? 'delete' : 'add'](event.session)
    broadcast(socket, event.message)
    return true
  }

  return {
    accept(socket, credentials, identity) {
      const member: Member = {credentials, identity, subscriptions: new Set(), sessions: new Set()}
      members.set(socket, member)
      const beat = setInterval(() => void keepAlive(), HEARTBEAT_MS)
      socket.on('message', (data) => void receive(String(data)))
      socket.on('close', () => {
        clearInterval(beat)
        members.delete(socket)
        for (const session of member.sessions) broadcast(socket, disconnected(session, member.identity?.id))
      })

      async function keepAlive(): Promise<void> {
        if (member.identity && !(await identify(member.credentials))) return socket.close(UNAUTHORIZED, 'Unauthorized')
        if (socket.readyState === socket.OPEN) socket.send('♥')
      }

      async function receive(text: string): Promise<void> {
        const call = parseCall(text)
        if (!call) return socket.close(4000, 'Bad request')
        const result = await answer(socket, member, call)
        if (socket.readyState === socket.OPEN)
          socket.send(JSON.stringify({jsonrpc: '2.0', id: call.id, result: result ?? null}))
      }
    },
  }
}

function presenceEvent(method: string, params: Record<string, unknown>, userId: string) {
  const session = typeof params.session === 'string' ? params.session : undefined
  if (method === 'presence_rollcall') return {session, message: {type: 'rollCall', i: userId, session}}
  if (method === 'presence_disconnect') return {session, message: disconnected(session, userId)}
  const announced = announcement.safeParse(params.data)
  if (method !== 'presence_announce' || !announced.success) return null
  return {session: announced.data.sessionId, message: {type: 'state', i: userId, m: announced.data}}
}

const announcement = z.object({sessionId: z.string(), locations: z.array(z.unknown())})

function disconnected(session: string | undefined, userId: string | undefined) {
  return {type: 'disconnect', i: userId, m: {session}}
}

function parseCall(text: string): Call | null {
  try {
    return request.parse(JSON.parse(text))
  } catch {
    return null
  }
}
