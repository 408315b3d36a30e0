import {UnauthorizedError} from '../errors.ts'
import type {Identify} from '../lake.ts'
import type {Accounts} from './accounts.ts'
import {cookiesFor} from './cookies.ts'

const BEARER = /^Bearer ([\w.~+/=-]{1,512})$/i

/**
 * Reads who asks from `Authorization: Bearer …`, else from the session cookie.
 *
 * A header that names nobody is refused instead of being taken for a stranger: a revoked token must not look like an
 * empty dataset.
 *
 * @throws {UnauthorizedError} 401, from the returned function.
 */
export function identifyRequest(accounts: Accounts, publicUrl: string): Identify {
  const cookies = cookiesFor(publicUrl)
  return (request) => {
    const header = request.headers.get('authorization')
    if (header === null) {
      const session = cookies.session(request)
      return session ? accounts.identify(session) : null
    }
    const token = BEARER.exec(header)?.[1]
    const identity = token ? accounts.identify(token) : null
    if (!identity) throw new UnauthorizedError('Session not found')
    return identity
  }
}
