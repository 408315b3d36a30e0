import {createHmac} from 'node:crypto'

export const SIGNATURE_HEADER = 'sanity-webhook-signature'

/**
 * The header that proves where a body comes from and when it was sent: `t=<ms>,v1=<base64url HMAC-SHA256 of "t.body">`.
 *
 * @see https://github.com/sanity-io/webhook-toolkit, `encodeSignatureHeader`
 */
export function signatureOf(body: string, {secret, now}: {secret: string; now: number}): string {
  return `t=${now},v1=${createHmac('sha256', secret).update(`${now}.${body}`).digest('base64url')}`
}
