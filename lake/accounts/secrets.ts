import {createHash, randomBytes} from 'node:crypto'

/** 256 bits, base64url. What a cookie, a bearer token or a one-time ticket carries. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url')
}

/** What the database keeps of a secret. A plain hash is enough: a secret of 256 bits cannot be guessed. */
export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}
