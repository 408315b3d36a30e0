import {z} from 'zod'

import {AccountError, TooManyAttemptsError} from '../accounts/accountError.ts'
import type {Accounts} from '../accounts/accounts.ts'
import {clientAddress} from '../accounts/clientAddress.ts'
import {cookiesFor} from '../accounts/cookies.ts'
import {requestSecret} from '../accounts/identifyRequest.ts'
import {generatePassword} from '../accounts/password.ts'
import type {User} from '../accounts/users.ts'
import {roles} from '../identity.ts'
import type {Route, RouteHandler} from './route.ts'
import {parseBody} from './body.ts'
import {requireUser} from './sessions.ts'

const role = z.enum(roles)
const newAccount = z.strictObject({
  email: z.string(),
  name: z.string(),
  role,
  password: z.string().optional(),
})
const changes = z.strictObject({email: z.string().optional(), name: z.string().optional(), role: role.optional()})
const ownPassword = z.strictObject({current: z.string(), next: z.string()})

/** People who sign in, as an administrator manages them, and everybody's own password. Not part of the hosted API. */
export function accountsRoutes(accounts: Accounts): Route[] {
  return [
    ['GET', '/v*/accounts', 'administrator', list(accounts)],
    ['POST', '/v*/accounts', 'administrator', add(accounts)],
    ['POST', '/v*/accounts/me/password', 'viewer', changeOwnPassword(accounts)],
    ['PATCH', '/v*/accounts/:id', 'administrator', change(accounts)],
    ['DELETE', '/v*/accounts/:id', 'administrator', remove(accounts)],
    ['POST', '/v*/accounts/:id/password', 'administrator', resetPassword(accounts)],
  ]
}

/** `GET /v…/accounts` → `[{id, email, name, role, createdAt, lastSeenAt}]`, by e-mail. */
function list(accounts: Accounts): RouteHandler {
  return () => Response.json(accounts.users().map(accountOf))
}

/**
 * `POST /v…/accounts` with `{email, name, role, password?}` → 201 and the account. Without a password one is made up and
 * told this once, as `password`.
 *
 * @throws {AccountError} 400; 409 for a taken address.
 */
function add(accounts: Accounts): RouteHandler {
  return async ({request}) => {
    const {password, ...account} = await parseBody(request, newAccount)
    const generated = password === undefined ? generatePassword() : undefined
    const user = await accounts.add({...account, password: password ?? generated ?? ''})
    return Response.json({...accountOf(user), ...(generated && {password: generated})}, {status: 201})
  }
}

/**
 * `PATCH /v…/accounts/:id` with any of `{email, name, role}` → the account. Another role signs the person out everywhere.
 *
 * @throws {AccountError} 404; 409 for the last administrator and for a taken address.
 */
function change(accounts: Accounts): RouteHandler {
  return async ({request, params}) =>
    Response.json(accountOf(accounts.update(params.id ?? '', await parseBody(request, changes))))
}

/** `DELETE /v…/accounts/:id` → `{id}`. The person is signed out. @throws {AccountError} 404; 409 for the last administrator. */
function remove(accounts: Accounts): RouteHandler {
  return ({params}) => {
    const {id = ''} = params
    accounts.remove(id)
    return Response.json({id})
  }
}

/** `POST /v…/accounts/:id/password` → `{password}`, made up and told this once. The person is signed out everywhere. */
function resetPassword(accounts: Accounts): RouteHandler {
  return async ({params}) => {
    const password = generatePassword()
    await accounts.setPassword({id: params.id ?? '', password})
    return Response.json({password})
  }
}

/**
 * `POST /v…/accounts/me/password` with `{current, next}` → `{id}`. Every other sign-in of the person ends; this one stays.
 * Guesses at `current` are counted as guesses on the sign-in page are.
 *
 * @throws {AccountError} 400 when `current` is wrong or `next` too short; {@link TooManyAttemptsError} 429.
 */
function changeOwnPassword(accounts: Accounts): RouteHandler {
  return async ({request, identity, lake}) => {
    const {id, email} = requireUser(identity)
    const {current, next} = await parseBody(request, ownPassword)
    const result = await accounts.signIn({
      email,
      password: current,
      address: clientAddress(request.headers),
      device: cookiesFor(lake.publicUrl).device(request),
    })
    if ('waitMs' in result) throw new TooManyAttemptsError(result.waitMs)
    if ('refused' in result) throw new AccountError('That is not your current password', 400, 'wrongPasswordError')
    const keep = accounts.sessionOf(requestSecret(request, lake.publicUrl) ?? '')
    await accounts.setPassword({id, password: next, keep})
    return Response.json({id})
  }
}

function accountOf({id, email, name, role, createdAt, lastSeenAt}: User) {
  return {id, email, name, role, createdAt, lastSeenAt}
}
