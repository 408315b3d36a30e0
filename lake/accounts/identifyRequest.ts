import type {Identify} from '../lake.ts'
import type {Accounts} from './accounts.ts'
import {cookiesFor} from './cookies.ts'

const BEARER = /^Bearer ([\w.~+/=-]{1,512})$/i

/** Reads who asks from `Authorization: Bearer …`, and only without that header from the session cookie. */
export function identifyRequest(accounts: Accounts, publicUrl: string): Identify {
  const cookies = cookiesFor(publicUrl)
  return (request) => {
    const header = request.headers.get('authorization')
    const secret = header === null ? cookies.session(request) : BEARER.exec(header)?.[1]
    return secret ? accounts.identify(secret) : null
  }
}
