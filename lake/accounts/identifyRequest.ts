import type {Identify} from '../identity.ts'
import type {Accounts} from './accounts.ts'
import {cookiesFor} from './cookies.ts'

const BEARER = /^Bearer ([\w.~+/=-]{1,512})$/i

/** Tells who asks by what {@link requestSecret} finds. */
export function identifyRequest(accounts: Accounts, publicUrl: string): Identify {
  return (request) => {
    const secret = requestSecret(request, publicUrl)
    return secret ? accounts.identify(secret) : null
  }
}

/** What `Authorization: Bearer …` carries, and only without that header the session cookie. */
export function requestSecret(request: Request, publicUrl: string): string | null {
  const header = request.headers.get('authorization')
  return header === null ? cookiesFor(publicUrl).session(request) : (BEARER.exec(header)?.[1] ?? null)
}
