import {z} from 'zod'

import {isWithin, type JsonObject} from '../documents/json.ts'
import {parsePerspective, type Perspective} from '../documents/perspective.ts'
import {BadRequestError, DatasetNotFoundError} from '../errors.ts'
import type {Identity} from '../identity.ts'
import type {QueryTiming} from '../queries/queries.ts'
import type {RouteContext, RouteHandler} from './route.ts'

import {readJson} from './body.ts'
import {clientKey} from './clientKey.ts'

/** As deep as a document. Much deeper ones cannot be handed to the process that evaluates. */
const MAX_PARAM_DEPTH = 64
/** Handing over is our work, and each value takes its time. */
const MAX_PARAM_VALUES = 20_000

/** Anybody may send one, and parsing holds up everybody else. */
const MAX_BODY_BYTES = 1024 * 1024
const postBody = z.object({query: z.string(), params: z.record(z.string(), z.unknown()).default({})})

/**
 * `GET /v{date}/data/query/{dataset}?query=…&$param=…`, or POST with `{query, params}` → `{query, result, syncTags, ms}`, and
 * `resultSourceMap` with `resultSourceMap=withKeyArraySelector`.
 *
 * `perspective` is `published`, `drafts`, `raw` or a list of releases; anonymous readers see published documents
 * whatever they ask for. `ms` is evaluation time in whole milliseconds. `$` parameters are JSON values. The header
 * `server-timing` tells how long the query waited, and its parsing, evaluation and encoding took.
 *
 * @throws {BadRequestError} 400, when a parameter is not JSON or is too large. @throws {QueryParseError} 400.
 * @throws {QueryEvaluationError} 400. @throws {DatasetNotFoundError} 404. @throws {TooManyQueriesError} 429 or 503.
 * @see https://www.sanity.io/docs/http-reference/query
 */
export const query: RouteHandler = async (context) => {
  const {request, url, params, identity, lake} = context
  const dataset = params.dataset ?? ''
  const asked = await readQuery(context)
  if (!lake.store.documents(dataset)) throw new DatasetNotFoundError(dataset)
  const {timeoutMs, anonymousTimeoutMs} = lake.queryLimits
  const client = {
    key: clientKey(identity, request.headers),
    isSignedIn: identity !== null,
    signal: request.signal,
  }
  const {body, timing} = await lake.queries.run(
    {
      ...asked,
      dataset,
      perspective: visible(url, params.version, identity),
      projectId: lake.projectId,
      identity: identity?.id ?? '<anonymous>',
      timestamp: lake.now(),
      timeoutMs: identity ? timeoutMs : anonymousTimeoutMs,
      isTraced: /^(true|withKeyArraySelector)$/.test(url.searchParams.get('resultSourceMap') ?? ''),
      returnsQuery: url.searchParams.get('returnQuery') !== 'false',
    },
    client,
  )
  const headers = {
    'content-type': 'application/json',
    'content-length': String(body.byteLength),
    'server-timing': serverTiming(timing),
  }
  return new Response(lake.answers.hold(body, client), {headers})
}

/** @see https://www.w3.org/TR/server-timing/ */
function serverTiming(timing: QueryTiming): string {
  return Object.entries(timing)
    .map(([name, ms]) => `${name};dur=${ms.toFixed(1)}`)
    .join(', ')
}

/** The perspective of a request, cut down to what its identity may see. */
export function visible(url: URL, version = 'vX', identity: Identity | null): Perspective {
  const asked = parsePerspective(url.searchParams.getAll('perspective').join(',') || null, version)
  return identity ? asked : 'anonymous'
}

async function readQuery({request, url}: RouteContext): Promise<{query: string; params: JsonObject}> {
  if (request.method !== 'POST')
    return {query: url.searchParams.get('query') ?? '', params: decodeParams(url.searchParams)}
  const body = postBody.safeParse(await readJson(request, {maxBytes: MAX_BODY_BYTES}))
  if (!body.success) throw new BadRequestError('The body must be {query, params}')
  assertSmall(body.data.params)
  return body.data
}

/** Query parameters: those whose name begins with `$`, as JSON. @throws {BadRequestError} 400. */
export function decodeParams(search: URLSearchParams): JsonObject {
  const dollar = [...search].filter(([name]) => name.startsWith('$'))
  const params = Object.fromEntries(dollar.map(([name, json]) => [name.slice(1), decodeJson(name, json)]))
  assertSmall(params)
  return params
}

function assertSmall(params: JsonObject): void {
  if (isWithin(params, {levels: MAX_PARAM_DEPTH + 1, values: MAX_PARAM_VALUES})) return
  throw new BadRequestError(`Parameters may nest ${MAX_PARAM_DEPTH} levels deep and have ${MAX_PARAM_VALUES} values`)
}

function decodeJson(name: string, json: string): unknown {
  try {
    return JSON.parse(json)
  } catch (cause) {
    throw new BadRequestError(`Parameter ${name} is not JSON: ${json}`, {cause})
  }
}
