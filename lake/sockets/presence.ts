import type {WebSocket} from 'ws'

import type {Identity} from '../identity.ts'

import {disconnected, invalidParams, parseCall, presenceEvent, type Call, type CallError} from './presenceCalls.ts'

/** Browsers show who else is in a document by telling one another through the lake. */
export interface PresenceRoom {
  /** `identity` is whom the credentials belong to: null when the socket has yet to send `authorization`. */
  accept(socket: WebSocket, credentials: Credentials, identity: Identity | null): void
  isEmpty(): boolean
}

/** The headers that an identity is told by. */
export type Credentials = Partial<Record<'cookie' | 'authorization', string>>

interface Member {
  socket: WebSocket
  credentials: Credentials
  identity: Identity | null
  joinedAt: number
  /** Subscription ids. */
  subscriptions: Set<string>
  sessions: Set<string>
  /** Calls that may yet be made at once; they come back with time. */
  allowance: number
}

/** Also how long somebody who has signed out may stay. */
const HEARTBEAT_MS = 4_000
/** The Studio sends its authorization at once. */
const MAX_ANONYMOUS_MS = 10_000
const MAX_MEMBERS = 1_000
const MAX_SUBSCRIPTIONS = 16
/** Tabs of a Studio have one each. */
const MAX_SESSIONS = 16
const MAX_MESSAGE_BYTES = 16 * 1024
const MAX_UNSENT_BYTES = 256 * 1024
const CALLS_AT_ONCE = 200
const CALLS_PER_BEAT = 80

const BAD_REQUEST = 4000
const UNAUTHORIZED = 4001
const TOO_SLOW = 4008
const TOO_MANY = 4029

/**
 * A room speaks JSON-RPC 2.0 as `@sanity/bifur-client` does: `authorization`, `presence_subscribe` and `_unsubscribe`,
 * `presence_rollcall`, `presence_announce`, `presence_disconnect`. A message goes to everybody but its sender. A session
 * is its user's alone: others cannot speak or leave for it. In a full room the longest waiting stranger makes place.
 */
export function createPresenceRoom(
  identify: (credentials: Credentials) => Promise<Identity | null>,
  maxMembers = MAX_MEMBERS,
): PresenceRoom {
  const members = new Set<Member>()

  function broadcast(from: Member, event: Record<string, unknown>): void {
    for (const member of members) {
      if (member === from || !member.identity || member.socket.readyState !== member.socket.OPEN) continue
      if (member.socket.bufferedAmount > MAX_UNSENT_BYTES) {
        member.socket.close(TOO_SLOW, 'The reader is too slow')
        continue
      }
      for (const subscription of member.subscriptions)
        say(member, {method: 'presence_subscription', params: {subscription, result: event}})
    }
  }

  async function answer(member: Member, call: Call): Promise<Answer | undefined> {
    if (call.method === 'authorization') {
      const credentials = {authorization: String(call.params.authorization)}
      const identity = await identify(credentials)
      // Somebody else may not take over what this socket has said of itself.
      if (!identity || (member.identity && member.identity.id !== identity.id)) return unauthorized(member)
      Object.assign(member, {credentials, identity})
      return result({id: identity.id})
    }
    if (!member.identity) return unauthorized(member)
    if (call.method === 'presence_subscribe') return subscribe(member, call.id)
    if (call.method === 'presence_unsubscribe')
      return result(member.subscriptions.delete(String(call.params.subscriptionId)))
    return tell(member, member.identity.id, call)
  }

  function tell(member: Member, userId: string, {method, params}: Call): Answer {
    const told = presenceEvent(method, params, userId)
    if ('error' in told) return told
    const {session, event} = told
    if (session !== undefined) {
      const isTaken = [...members].some((other) => other.identity?.id !== userId && other.sessions.has(session))
      if (isTaken) return invalidParams('The session is somebody else’s')
      if (method === 'presence_disconnect') member.sessions.delete(session)
      else if (member.sessions.size >= MAX_SESSIONS && !member.sessions.has(session))
        return invalidParams('Too many sessions')
      else member.sessions.add(session)
    }
    broadcast(member, event)
    return result(true)
  }

  /** Somebody who has not said who she is: editors do at once. False when there is none. */
  function dismissStranger(): boolean {
    const stranger = members.values().find(({identity}) => !identity)
    if (!stranger) return false
    members.delete(stranger)
    stranger.socket.close(TOO_MANY, 'The room is full')
    return true
  }

  function leave(member: Member): void {
    members.delete(member)
    const userId = member.identity?.id
    if (userId === undefined) return
    for (const session of member.sessions) {
      // A browser that has connected again is still there.
      const isElsewhere = [...members].some((other) => other.sessions.has(session))
      if (!isElsewhere) broadcast(member, disconnected(session, userId))
    }
  }

  async function keepAlive(member: Member): Promise<void> {
    const {socket, identity, credentials, joinedAt} = member
    member.allowance = Math.min(CALLS_AT_ONCE, member.allowance + CALLS_PER_BEAT)
    const isLate = !identity && performance.now() - joinedAt > MAX_ANONYMOUS_MS
    const isGone = identity !== null && (await identify(credentials))?.id !== identity.id
    if (isLate || isGone) return unauthorized(member)
    if (socket.readyState === socket.OPEN) socket.send('♥')
  }

  return {
    isEmpty: () => members.size === 0,
    accept(socket, credentials, identity) {
      if (members.size >= maxMembers && !dismissStranger()) return socket.close(TOO_MANY, 'The room is full')
      const member: Member = {
        socket,
        credentials,
        identity,
        joinedAt: performance.now(),
        subscriptions: new Set(),
        sessions: new Set(),
        allowance: CALLS_AT_ONCE,
      }
      members.add(member)
      const beat = setInterval(() => void keepAlive(member).catch(console.error), HEARTBEAT_MS)
      let before: Promise<void> = Promise.resolve()
      socket.on('message', (data, isBinary) => {
        const text = String(data)
        member.allowance -= 1
        if (member.allowance < 0) return socket.close(TOO_MANY, 'Too many calls')
        if (isBinary || Buffer.byteLength(text) > MAX_MESSAGE_BYTES) return socket.close(BAD_REQUEST, 'Bad request')
        // One after the other: what follows `authorization` counts on it.
        before = before.then(() => receive(member, text)).catch(console.error)
      })
      socket.on('close', () => {
        clearInterval(beat)
        leave(member)
      })
    },
  }

  async function receive(member: Member, text: string): Promise<void> {
    if (member.socket.readyState !== member.socket.OPEN) return
    const call = parseCall(text)
    if (!call) return member.socket.close(BAD_REQUEST, 'Bad request')
    const answered = await answer(member, call)
    if (answered) say(member, {id: call.id, ...answered})
  }
}

type Answer = {result: unknown} | {error: CallError}

function result(value: unknown): Answer {
  return {result: value}
}

function subscribe({subscriptions}: Member, id: string): Answer {
  if (subscriptions.size >= MAX_SUBSCRIPTIONS) return invalidParams('Too many subscriptions')
  subscriptions.add(id)
  return result(id)
}

function unauthorized({socket}: Member): undefined {
  socket.close(UNAUTHORIZED, 'Unauthorized')
}

function say({socket}: Member, message: Record<string, unknown>): void {
  if (socket.readyState === socket.OPEN) socket.send(JSON.stringify({jsonrpc: '2.0', ...message}))
}
