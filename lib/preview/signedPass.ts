import {createHmac, timingSafeEqual} from 'node:crypto'

interface Signing {
  secret: string
  /** What the pass lets its bearer do; a pass for one purpose is no pass for another. */
  purpose: string
  /** Unix milliseconds. */
  now: number
}

/** A pass that is good until it expires: `<Unix ms>.<base64url HMAC-SHA256>`. */
export function issuePass({secret, purpose, now, lifetimeMs}: Signing & {lifetimeMs: number}): string {
  const expiresAt = now + lifetimeMs
  return `${expiresAt}.${mac({expiresAt, purpose, secret}).toString('base64url')}`
}

/** Whether a pass was issued with this secret for this purpose and has not expired. */
export function isPass(pass: string | null | undefined, {secret, purpose, now}: Signing): boolean {
  const [, expiresAt, signature] = /^(\d{13})\.([\w-]{43})$/.exec(pass ?? '') ?? []
  if (!secret || !expiresAt || !signature) return false
  const expected = mac({expiresAt: Number(expiresAt), purpose, secret})
  return timingSafeEqual(expected, Buffer.from(signature, 'base64url')) && Number(expiresAt) > now
}

function mac({expiresAt, purpose, secret}: {expiresAt: number; purpose: string; secret: string}): Buffer {
  return createHmac('sha256', secret).update(`${purpose}.${expiresAt}`).digest()
}
