import type {Identity, Role} from '../identity.ts'
import type {Lake} from '../lake.ts'

export interface RouteContext {
  request: Request
  url: URL
  /** The `:names` of the route's path, decoded. */
  params: Record<string, string>
  /** Null is anonymous: it sees published documents only. */
  identity: Identity | null
  lake: Lake
}

export type RouteHandler = (context: RouteContext) => Response | Promise<Response>

/** Who gets past the door: the role and those above it. `anyone` may be anonymous. */
export type Access = Role | 'anyone'

/** `/v*` at the start of a path stands for any API version. */
export type Route = [
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
  path: string,
  access: Access,
  handler: RouteHandler,
]
