import type {Accounts} from '../accounts/accounts.ts'
import {requestSecret} from '../accounts/identifyRequest.ts'
import {BadRequestError, NotFoundError} from '../errors.ts'
import type {Identity} from '../identity.ts'
import type {Route, RouteContext, RouteHandler} from './route.ts'

/** Where people are signed in: everybody's own, and for administrators everybody's. Not part of the hosted API. */
export function sessionRoutes(accounts: Accounts): Route[] {
  const own = ({identity}: RouteContext) => requireUser(identity).id
  const anybody = ({params}: RouteContext) => params.id ?? ''
  return [
    ['GET', '/v*/accounts/me/sessions', 'viewer', list(accounts, own)],
    ['DELETE', '/v*/accounts/me/sessions/:session', 'viewer', end(accounts, own)],
    ['GET', '/v*/accounts/:id/sessions', 'administrator', list(accounts, anybody)],
    ['DELETE', '/v*/accounts/:id/sessions/:session', 'administrator', end(accounts, anybody)],
  ]
}

type Whose = (context: RouteContext) => string

/** `GET /v…/accounts/:id/sessions` → `[{id, createdAt, lastUsedAt, userAgent, isCurrent}]`, the newest first. */
function list(accounts: Accounts, whose: Whose): RouteHandler {
  return (context) => {
    const userId = whose(context)
    if (!accounts.users().some(({id}) => id === userId)) throw new NotFoundError(`There is no account ${userId}`)
    const current = accounts.sessionOf(requestSecret(context.request, context.lake.publicUrl) ?? '')
    return Response.json(accounts.sessions(userId).map((session) => ({...session, isCurrent: session.id === current})))
  }
}

/** `DELETE /v…/accounts/:id/sessions/:session` → `{id}`. Open streams end within five seconds. @throws 404. */
function end(accounts: Accounts, whose: Whose): RouteHandler {
  return (context) => {
    const {session = ''} = context.params
    if (!accounts.revokeSession({userId: whose(context), id: session}))
      throw new NotFoundError(`There is no session ${session}`)
    return Response.json({id: session})
  }
}

/** Who is signed in, when that is a person. @throws {BadRequestError} 400, for an API token. */
export function requireUser(identity: Identity | null): Identity {
  if (identity?.kind === 'user') return identity
  throw new BadRequestError('An API token has no account: sign in as a person')
}
