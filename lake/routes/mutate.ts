import {z} from 'zod'

import {BadRequestError} from '../errors.ts'
import type {CommitOutcome} from '../lake.ts'
import type {RouteHandler} from './route.ts'

import {readJson} from './body.ts'

const body = z.object({
  mutations: z.array(z.record(z.string(), z.unknown())),
  transactionId: z.string().optional(),
  dryRun: z.boolean().optional(),
})

/**
 * `POST /v{date}/data/mutate/{dataset}` with `{mutations, transactionId}` → `{transactionId, results}`.
 *
 * `returnIds` adds `id` to each result and `returnDocuments` the document; `dryRun` checks and stores nothing;
 * `autoGenerateArrayKeys` gives objects in lists a `_key`. The whole request is one transaction. `transactionId` and
 * `dryRun` may be in the body or in the address.
 *
 * @throws {MutationError} 400, 404 or 409, and nothing is stored. @throws {DatasetNotFoundError} 404.
 * @see https://www.sanity.io/docs/http-reference/mutation
 */
export const mutate: RouteHandler = async ({request, url, params, identity, lake}) => {
  const parsed = body.safeParse(await readJson(request))
  if (!parsed.success) throw new BadRequestError('The body must be {mutations: […], transactionId?, dryRun?}')
  const {mutations, transactionId = url.searchParams.get('transactionId') || undefined, dryRun} = parsed.data
  const outcome = lake.commit({
    mutations,
    transactionId,
    dataset: params.dataset ?? '',
    author: identity?.id ?? '',
    identity,
    visibility: visibilityOf(url),
    dryRun: dryRun === true || isOn(url, 'dryRun'),
    autoGenerateArrayKeys: isOn(url, 'autoGenerateArrayKeys'),
  })
  return Response.json({transactionId: outcome.transactionId, results: results(outcome, url)})
}

function results({outcomes}: CommitOutcome, url: URL) {
  const [ids, documents] = [isOn(url, 'returnIds'), isOn(url, 'returnDocuments')]
  return outcomes.map(({id, operation, document}) => ({
    ...(ids || documents ? {id} : {}),
    operation,
    ...(documents && document ? {document} : {}),
  }))
}

/** Reads see every commit at once, so the three differ for listeners only. @throws {BadRequestError} 400. */
function visibilityOf(url: URL): string {
  const visibility = url.searchParams.get('visibility') ?? 'sync'
  if (/^(sync|async|deferred)$/.test(visibility)) return visibility
  throw new BadRequestError(`"${visibility}" is no visibility: sync, async or deferred`)
}

function isOn(url: URL, name: string): boolean {
  return url.searchParams.get(name) === 'true'
}
