import {Agent, request} from 'undici'

import {AddressRefusedError, guardedConnector, type Resolve} from './address.ts'
import type {Hook} from './hook.ts'
import type {Message} from './queue.ts'
import {SIGNATURE_HEADER, signatureOf} from './signature.ts'

/** One try at sending a message. */
export interface Attempt {
  /** Milliseconds since the epoch. */
  at: number
  ms: number
  /** Null when the receiver took it. `other`: it was not sent at all. */
  reason: 'http' | 'network' | 'timeout' | 'other' | null
  code: number | null
  /** The beginning of the answer, or what went wrong. */
  text: string
}

export interface Sender {
  /** @throws only what `signal` was aborted with. */
  send(hook: Hook, message: Message, signal: AbortSignal): Promise<Attempt>
  close(): Promise<void>
}

export interface SenderOptions {
  projectId: string
  now: () => number
  timeoutMs: number
  /** Which addresses are refused; null sends anywhere. */
  guard: {allowPrivate: boolean; resolve?: Resolve} | null
}

const EXCERPT_BYTES = 1024

/** Sends messages. Redirects are not followed, and of an answer only the beginning is read. */
export function createSender({projectId, now, timeoutMs, guard}: SenderOptions): Sender {
  const agent = new Agent(guard ? {connect: guardedConnector(guard)} : {connect: {timeout: 10_000, allowH2: false}})

  async function send(hook: Hook, message: Message, signal: AbortSignal): Promise<Attempt> {
    const at = now()
    const startedAt = performance.now()
    const timeout = AbortSignal.timeout(timeoutMs)
    const attempt = (outcome: Pick<Attempt, 'reason' | 'code' | 'text'>): Attempt => ({
      at,
      ms: Math.round(performance.now() - startedAt),
      ...outcome,
    })
    try {
      const {statusCode, body} = await request(hook.url, {
        method: hook.httpMethod,
        headers: headersOf(hook, message, {projectId, now: at}),
        body: message.payload,
        dispatcher: agent,
        signal: AbortSignal.any([signal, timeout]),
        headersTimeout: timeoutMs,
        bodyTimeout: timeoutMs,
      })
      const text = await beginningOf(body).catch(() => '')
      signal.throwIfAborted()
      return attempt({reason: statusCode < 300 ? null : 'http', code: statusCode, text})
    } catch (error) {
      signal.throwIfAborted()
      if (error instanceof AddressRefusedError) return attempt({reason: 'other', code: null, text: error.message})
      const isTimeout = timeout.aborted || (error instanceof Error && /Timeout/.test(error.name))
      const text = isTimeout ? `No answer within ${timeoutMs / 1000} seconds` : reasonOf(error)
      return attempt({reason: isTimeout ? 'timeout' : 'network', code: null, text})
    }
  }

  return {send, close: () => agent.destroy()}
}

/** All but the signature are the same for every attempt at one message, so that the receiver can tell a repetition. */
function headersOf(
  hook: Hook,
  message: Message,
  {projectId, now}: {projectId: string; now: number},
): Record<string, string> {
  const signature = hook.secret && signatureOf(message.payload, {secret: hook.secret, now})
  return {
    'user-agent': 'Octavo lake webhook delivery',
    ...hook.headers,
    'content-type': 'application/json',
    'idempotency-key': message.key,
    'sanity-transaction-id': message.transactionId,
    'sanity-transaction-time': message.transactionTime,
    'sanity-dataset': message.dataset,
    'sanity-document-id': message.documentId,
    'sanity-project-id': projectId,
    'sanity-webhook-id': hook.id,
    'sanity-operation': message.operation,
    ...(signature ? {[SIGNATURE_HEADER]: signature} : {}),
  }
}

/** A body that is longer, or does not end, is cut off with its connection. */
async function beginningOf(body: AsyncIterable<Uint8Array>): Promise<string> {
  const chunks: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of body) {
    chunks.push(chunk)
    bytes += chunk.byteLength
    if (bytes >= EXCERPT_BYTES) break
  }
  return Buffer.concat(chunks).subarray(0, EXCERPT_BYTES).toString()
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const inner = error.cause instanceof Error ? error.cause.message : ''
  return (inner || error.message || error.name).slice(0, EXCERPT_BYTES)
}
