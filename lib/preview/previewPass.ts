import {createHmac, timingSafeEqual} from 'node:crypto'

interface Signing {
  secret: string
  /** Unix milliseconds. */
  now: number
}

/** A pass that lets its bearer read drafts until it expires: `<Unix ms>.<base64url HMAC-SHA256>`. */
export function issuePreviewPass({secret, now, lifetimeMs}: Signing & {lifetimeMs: number}): string {
  const expiresAt = now + lifetimeMs
  return `${expiresAt}.${mac(expiresAt, secret).toString('base64url')}`
}

/** Whether a pass was issued with this secret and has not expired. */
export function isPreviewPass(pass: string | null | undefined, {secret, now}: Signing): boolean {
  const [, expiresAt, signature] = /^(\d{13})\.([\w-]{43})$/.exec(pass ?? '') ?? []
  if (!secret || !expiresAt || !signature) return false
  return timingSafeEqual(mac(Number(expiresAt), secret), Buffer.from(signature, 'base64url')) && Number(expiresAt) > now
}

function mac(expiresAt: number, secret: string): Buffer {
  return createHmac('sha256', secret).update(`octavo-preview.${expiresAt}`).digest()
}
