import {z} from 'zod'

const id = z.string().min(1).max(64)
const call = z.object({id, method: z.string().max(64), params: z.record(z.string(), z.unknown()).default({})})

export type Call = z.infer<typeof call>

export interface CallError {
  code: number
  message: string
}

/** A JSON-RPC call, or null when the text is none. */
export function parseCall(text: string): Call | null {
  try {
    return call.parse(JSON.parse(text))
  } catch {
    return null
  }
}

export function invalidParams(message: string): {error: CallError} {
  return {error: {code: -32602, message}}
}

/** What a call tells everybody else, and of which session; or what is wrong with it, as JSON-RPC says it. */
export type PresenceEvent = {session: string | undefined; event: Record<string, unknown>} | {error: CallError}

const session = z.string().min(1).max(128)
const announcement = z.object({sessionId: session, locations: z.array(z.unknown()).max(64)})

/** @param userId goes out with the event; it is not the browser's to say. */
export function presenceEvent(method: string, params: Record<string, unknown>, userId: string): PresenceEvent {
  if (method === 'presence_announce') {
    const {success, data} = announcement.safeParse(params.data)
    return success
      ? {session: data.sessionId, event: {type: 'state', i: userId, m: data}}
      : invalidParams('Not an announcement')
  }
  if (method !== 'presence_rollcall' && method !== 'presence_disconnect')
    return {error: {code: -32601, message: 'Method not found'}}
  const named = session.optional().safeParse(params.session)
  if (!named.success) return invalidParams('Not a session')
  const isRollCall = method === 'presence_rollcall'
  return {
    session: named.data,
    event: isRollCall ? {type: 'rollCall', i: userId, session: named.data} : disconnected(named.data, userId),
  }
}

export function disconnected(sessionId: string | undefined, userId: string): Record<string, unknown> {
  return {type: 'disconnect', i: userId, m: {session: sessionId}}
}
