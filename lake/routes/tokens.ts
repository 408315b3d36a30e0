import {z} from 'zod'

import type {Accounts} from '../accounts/accounts.ts'
import type {Token} from '../accounts/tokens.ts'
import {BadRequestError} from '../errors.ts'
import {roles} from '../identity.ts'
import type {Route, RouteHandler} from './route.ts'
import {parseBody} from './body.ts'
import {requireProject} from './projects.ts'
import {roleOf} from './roles.ts'

const role = z.enum(roles)
const newToken = z.strictObject({label: z.string(), roleName: role.optional(), role: role.optional()})

/**
 * API tokens, at the hosted API's addresses.
 *
 * @see https://www.sanity.io/docs/http-reference/roles (robots)
 */
export function tokenRoutes(accounts: Accounts): Route[] {
  return [
    ['GET', '/v*/projects/:project/tokens', 'administrator', list(accounts)],
    ['POST', '/v*/projects/:project/tokens', 'administrator', add(accounts)],
    ['DELETE', '/v*/projects/:project/tokens/:id', 'administrator', remove(accounts)],
  ]
}

/** `GET /v…/projects/:project/tokens` → `[{id, label, role, roles, createdAt, lastUsedAt}]`, the oldest first. */
function list(accounts: Accounts): RouteHandler {
  return ({params, lake}) => {
    requireProject(lake, params)
    return Response.json(accounts.tokens().map(tokenOf))
  }
}

/** `POST /v…/projects/:project/tokens` with `{label, roleName}` → 201, the token, and this once its `key`. */
function add(accounts: Accounts): RouteHandler {
  return async ({request, params, lake}) => {
    requireProject(lake, params)
    const {label, roleName, role} = await parseBody(request, newToken)
    const wanted = roleName ?? role
    if (!wanted) throw new BadRequestError(`roleName must be one of ${roles.join(', ')}`)
    const {key, ...token} = accounts.addToken({label, role: wanted})
    return Response.json({...tokenOf(token), key}, {status: 201})
  }
}

/** `DELETE /v…/projects/:project/tokens/:id` → `{id}`. @throws {AccountError} 404; 409 for one of the configuration. */
function remove(accounts: Accounts): RouteHandler {
  return ({params, lake}) => {
    requireProject(lake, params)
    const {id = ''} = params
    accounts.revokeToken(id)
    return Response.json({id})
  }
}

function tokenOf({id, label, role, createdAt, lastUsedAt}: Token) {
  const {name, title} = roleOf(role)
  return {id, label, role, roles: [{name, title}], createdAt, lastUsedAt}
}
