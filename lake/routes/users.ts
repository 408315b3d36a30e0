import type {Accounts} from '../accounts/accounts.ts'
import {keyValue} from '../accounts/keyValues.ts'
import type {User} from '../accounts/users.ts'
import {BadRequestError, NotFoundError} from '../errors.ts'
import type {Identity} from '../identity.ts'
import type {RouteHandler} from './route.ts'
import {parseBody} from './body.ts'
import {roleOf} from './roles.ts'

const MAX_IDS = 400
const pairs = keyValue.array().max(100)

/** `GET /v…/users/me` → who is signed in, `{}` for nobody. */
export const me: RouteHandler = ({identity}) =>
  Response.json(identity ? currentUser(identity) : {}, {headers: {'cache-control': 'no-store'}})

/**
 * `GET /v…/users/:ids` → a user, or an array for ids with commas between; unknown ones are left out.
 * Names only: an e-mail address is for signing in, not for colleagues.
 *
 * @throws {NotFoundError} 404, for one unknown id.
 */
export function usersById(accounts: Accounts): RouteHandler {
  return ({params, identity}) => {
    const ids = (params.ids ?? '').split(',')
    if (ids.length > MAX_IDS) throw new BadRequestError(`At most ${MAX_IDS} users at a time`)
    const users = ids.flatMap((id) => {
      const user = accounts.user(id) ?? tokenUser(accounts, id)
      return user ? [publicUser(user, identity)] : []
    })
    if (ids.length > 1) return Response.json(users)
    if (!users[0]) throw new NotFoundError(`There is no user ${ids[0]}`)
    return Response.json(users[0])
  }
}

/** `GET /v…/users/me/keyvalue/:keys`: what the Studio remembers for this user. */
export function readKeyValues(accounts: Accounts): RouteHandler {
  return ({params, identity}) => {
    const keys = (params.keys ?? '').split(',').slice(0, 100)
    return Response.json(identity?.kind === 'user' ? accounts.keyValues(identity.id, keys) : [])
  }
}

/** `PUT /v…/users/me/keyvalue` with `[{key, value}]` → the same. @throws {BadRequestError} 400. */
export function writeKeyValues(accounts: Accounts): RouteHandler {
  return async ({request, identity}) => {
    const parsed = await parseBody(request, pairs)
    if (identity?.kind === 'user') accounts.setKeyValues(identity.id, parsed)
    return Response.json(parsed)
  }
}

function currentUser(identity: Identity) {
  const {id, name, email, role} = identity
  return {id, name, email, profileImage: null, role, roles: [roleOf(role)], provider: 'local'}
}

/** What a token wrote is shown as written by it, also when the token is long gone. */
function tokenUser(accounts: Accounts, id: string): Pick<User, 'id' | 'name' | 'createdAt'> | null {
  const token = accounts.token(id)
  const name = token?.label ?? /^token-([\w-]{1,64})$/.exec(id)?.[1]
  return name ? {id, name: `Token ${name}`, createdAt: token?.createdAt ?? new Date(0).toISOString()} : null
}

function publicUser({id, name, createdAt}: Pick<User, 'id' | 'name' | 'createdAt'>, identity: Identity | null) {
  return {
    id,
    displayName: name,
    imageUrl: null,
    createdAt,
    updatedAt: createdAt,
    isCurrentUser: id === identity?.id,
  }
}
