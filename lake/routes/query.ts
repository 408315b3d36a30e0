import {z} from 'zod'

import {encodeResult, evaluateQuery, traceQuery} from '../groq/evaluate.ts'
import type {JsonObject} from '../documents/json.ts'
import {parsePerspective, type Perspective} from '../documents/perspective.ts'
import {BadRequestError} from '../errors.ts'
import type {Identity} from '../lake.ts'
import type {RouteContext, RouteHandler} from '../server.ts'

import {readJson} from './body.ts'

const postBody = z.object({query: z.string(), params: z.record(z.string(), z.unknown()).default({})})

/**
 * `GET /v{date}/data/query/{dataset}?query=…&$param=…`, or POST with `{query, params}` → `{query, result, syncTags, ms}`, and
 * `resultSourceMap` with `resultSourceMap=withKeyArraySelector`.
 *
 * `perspective` is `published`, `drafts`, `raw` or a list of releases; anonymous readers see published documents
 * whatever they ask for. `ms` is evaluation time in whole milliseconds. `$` parameters are JSON values.
 *
 * @throws {BadRequestError} 400, when a parameter is not JSON. @throws {QueryParseError} 400.
 * @throws {QueryEvaluationError} 400. @throws {DatasetNotFoundError} 404.
 * @see https://www.sanity.io/docs/http-reference/query
 */
export const query: RouteHandler = async (context) => {
  const startedAt = performance.now()
  const {url, params, identity, lake} = context
  const dataset = params.dataset ?? ''
  const asked = await readQuery(context)
  const evaluation = {
    ...asked,
    view: lake.views.of(dataset, visible(url, params.version, identity)),
    projectId: lake.projectId,
    dataset,
    identity: identity?.id ?? '<anonymous>',
    timestamp: new Date(lake.now()),
    timeoutMs: identity ? 2_000 : 1_000,
  }
  const isTraced = /^(true|withKeyArraySelector)$/.test(url.searchParams.get('resultSourceMap') ?? '')
  const body = isTraced
    ? traceQuery(evaluation)
    : evaluateQuery(evaluation, (result) => `{"result":${encodeResult(result, asked.query)},`)
  const rest = {
    ...(url.searchParams.get('returnQuery') === 'false' ? {} : {query: asked.query}),
    syncTags: [syncTag(dataset)],
    ms: Math.round(performance.now() - startedAt),
  }
  // The result is text already; encoding it once more would double the cost of large ones.
  return new Response(body + JSON.stringify(rest).slice(1), {
    headers: {'content-type': 'application/json'},
  })
}

/** What `live/events` names when anything in the dataset changes. */
export function syncTag(dataset: string): string {
  return `s1:${dataset}`
}

/** The perspective of a request, cut down to what its identity may see. */
export function visible(url: URL, version = 'vX', identity: Identity | null): Perspective {
  const asked = parsePerspective(url.searchParams.getAll('perspective').join(',') || null, version)
  return identity ? asked : 'anonymous'
}

async function readQuery({request, url}: RouteContext): Promise<{query: string; params: JsonObject}> {
  if (request.method === 'GET')
    return {query: url.searchParams.get('query') ?? '', params: decodeParams(url.searchParams)}
  const body = postBody.safeParse(await readJson(request))
  if (!body.success) throw new BadRequestError('The body must be {query, params}')
  return body.data
}

/** Query parameters: those whose name begins with `$`, as JSON. @throws {BadRequestError} 400. */
export function decodeParams(search: URLSearchParams): JsonObject {
  const dollar = [...search].filter(([name]) => name.startsWith('$'))
  return Object.fromEntries(dollar.map(([name, json]) => [name.slice(1), decodeJson(name, json)]))
}

function decodeJson(name: string, json: string): unknown {
  try {
    return JSON.parse(json)
  } catch (cause) {
    throw new BadRequestError(`Parameter ${name} is not JSON: ${json}`, {cause})
  }
}
