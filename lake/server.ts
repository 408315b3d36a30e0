import {Hono} from 'hono'

import {ForbiddenError, LakeError, UnauthorizedError} from './errors.ts'
import {reaches, type Identity} from './identity.ts'
import type {Lake} from './lake.ts'
import type {Log} from './log.ts'
import {currentRequest, observed} from './requests.ts'
import {actions} from './routes/actions.ts'
import {doc} from './routes/doc.ts'
import {health} from './routes/health.ts'
import {documents, events, transactions} from './routes/history.ts'
import {listen} from './routes/listen.ts'
import {checkCors, live} from './routes/live.ts'
import {mutate} from './routes/mutate.ts'
import {query} from './routes/query.ts'
import type {Access, Route} from './routes/route.ts'
import {isSameOrigin} from './origin.ts'

/** Answers that take longer are logged; uploads and large exports may. */
const SLOW_MS = 5_000

/** The content API, whole. Add an endpoint here and in `routes/`. */
export const contentRoutes: readonly Route[] = [
  ['GET', '/health', 'anyone', health],
  ['GET', '/v*/data/query/:dataset', 'anyone', query],
  ['POST', '/v*/data/query/:dataset', 'anyone', query],
  ['GET', '/v*/data/doc/:dataset/:ids', 'anyone', doc],
  ['POST', '/v*/data/mutate/:dataset', 'contributor', mutate],
  ['POST', '/v*/data/actions/:dataset', 'contributor', actions],
  ['GET', '/v*/data/listen/:dataset', 'anyone', listen],
  ['GET', '/v*/data/live/events/:dataset', 'anyone', live],
  ['GET', '/v*/check/cors', 'anyone', checkCors],
  ['GET', '/v*/data/history/:dataset/transactions/:ids', 'viewer', transactions],
  ['GET', '/v*/data/history/:dataset/documents/:ids', 'viewer', documents],
  ['GET', '/v*/data/history/:dataset/events/documents/:ids', 'viewer', events],
]

/** The lake as one function. `routes` are those of accounts and assets, which keep state of their own. */
export function createFetch(lake: Lake, routes: readonly Route[] = []) {
  const app = new Hono()
  for (const [method, path, access, handler] of [...contentRoutes, ...routes]) {
    app.on(method, path.replace(/^\/v\*/, '/:version{v[\\w.-]+}'), async (context) => {
      const request = context.req.raw
      const trace = currentRequest()
      if (trace) trace.route = path
      const identity = await authorize(lake, request, access)
      if (trace) trace.identity = identity?.id ?? null
      const response = await handler({request, url: new URL(request.url), params: context.req.param(), identity, lake})
      if (!response.headers.has('cache-control')) response.headers.set('cache-control', 'no-store')
      return response
    })
  }
  app.notFound(({req}) =>
    new LakeError(404, {type: 'routeNotFound', description: `No route for ${req.method} ${req.path}`}).toResponse(),
  )
  app.onError((error) => errorResponse(error, lake.log))
  return observed(async (request) => app.fetch(request), {log: lake.log, slowMs: SLOW_MS})
}

async function authorize(lake: Lake, request: Request, access: Access): Promise<Identity | null> {
  const identity = await lake.identify(request)
  // A revoked token must not look like an empty dataset.
  if (!identity && request.headers.has('authorization')) throw new UnauthorizedError('Session not found')
  refuseForgedCookieRequest(lake, request, identity)
  if (access === 'anyone') return identity
  if (!identity) throw new UnauthorizedError()
  if (!reaches(identity.role, access)) throw new ForbiddenError(`The role ${identity.role} may not do this`)
  return identity
}

/** A browser adds the cookie to a foreign page's form, too; its Origin tells. */
function refuseForgedCookieRequest(lake: Lake, request: Request, identity: Identity | null): void {
  if (!identity || request.method === 'GET' || request.method === 'HEAD') return
  if (request.headers.has('authorization')) return
  if (!isSameOrigin(request.headers, lake.publicUrl)) throw new ForbiddenError('The request comes from another site')
}

function errorResponse(error: Error, log: Log): Response {
  // Without a cause, a 503 says that the lake is busy: the line of the request is enough.
  const isOurs = !(error instanceof LakeError) || (error.status >= 500 && error.cause !== undefined)
  if (isOurs) log.error('fault', {message: 'A request failed', error})
  if (error instanceof LakeError) return error.toResponse()
  const description = 'The lake failed; its log says why'
  return new LakeError(500, {type: 'internalError', description, requestId: currentRequest()?.id}).toResponse()
}
