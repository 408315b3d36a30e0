import {createHmac, timingSafeEqual} from 'node:crypto'

export const SIGNATURE_HEADER = 'sanity-webhook-signature'

interface Signed {
  /** The body as it was received, not parsed and written again. */
  body: string
  /** The value of `sanity-webhook-signature`: `t=<Unix ms>,v1=<base64url HMAC-SHA256 of "t.body">`. */
  signature: string
  secret: string
}

/**
 * When a delivery was signed, in Unix milliseconds; `null` when the signature is not the secret's.
 * The comparison takes the same time wherever the two differ.
 *
 * @see https://www.sanity.io/docs/content-lake/webhook-best-practices
 */
export function signedAt({body, signature, secret}: Signed): number | null {
  const [, timestamp, mac] = /^t=(\d{13}),\s?v1=([\w-]{43})$/.exec(signature) ?? []
  if (!secret || !timestamp || !mac) return null
  const expected = createHmac('sha256', secret).update(`${timestamp}.${body}`).digest()
  return timingSafeEqual(expected, Buffer.from(mac, 'base64url')) ? Number(timestamp) : null
}

/** The header for a body signed at a time in Unix milliseconds. */
export function signatureHeader({body, at, secret}: {body: string; at: number; secret: string}): string {
  return `t=${at},v1=${createHmac('sha256', secret).update(`${at}.${body}`).digest('base64url')}`
}
