import {documentEvents, publishedVersionIds, relatedIds} from '../documents/documentEvents.ts'
import {documentAt} from '../documents/revision.ts'
import {BadRequestError, DatasetNotFoundError} from '../errors.ts'
import type {RouteContext, RouteHandler} from './route.ts'
import type {HistoryEntry, HistoryRange} from '../store/store.ts'

const MAX_TRANSACTIONS = 1_000

/**
 * `GET /v{date}/data/history/{dataset}/transactions/{id,id…}` → NDJSON, one transaction a line:
 * `{id, author, timestamp, documentIDs, effects?, mutations?}`, oldest first, or newest first with `reverse=true`.
 *
 * `fromTransaction`, `toTransaction`, `fromTime` and `toTime` are inclusive; `limit` counts transactions, default 100.
 *
 * @see https://www.sanity.io/docs/http-reference/history
 */
export const transactions: RouteHandler = (context) => {
  const {searchParams} = context.url
  const limit = limitOf(searchParams, 100)
  const ids = idsOf(context)
  const entries = historyOf(context, {
    documentIds: ids,
    fromTransaction: searchParams.get('fromTransaction') || undefined,
    toTransaction: searchParams.get('toTransaction') || undefined,
    fromTime: searchParams.get('fromTime') || undefined,
    toTime: searchParams.get('toTime') || undefined,
    newestFirst: searchParams.get('reverse') === 'true',
    limit: limit * ids.length,
  })
  const groups = [...Map.groupBy(entries, (entry) => entry.transactionId).values()].slice(0, limit)
  const lines = groups.map((group) => `${JSON.stringify(transactionOf(group, searchParams))}\n`)
  return new Response(lines.join(''), {headers: {'content-type': 'application/x-ndjson'}})
}

/**
 * `GET /v{date}/data/history/{dataset}/documents/{id,id…}` → `{documents}` as they were at `time`, after the transaction
 * `revision`, or with `lastRevision=true` when they last existed. Those that did not exist then are left out.
 */
export const documents: RouteHandler = (context) => {
  const {params, url, lake} = context
  const stored = lake.store.documents(params.dataset ?? '')
  if (!stored) throw new DatasetNotFoundError(params.dataset ?? '')
  const found = idsOf(context).map((id) => {
    const entries = historyOf(context, {documentIds: [id], newestFirst: true})
    return documentAt(stored.get(id) ?? null, entries, reached(url.searchParams, context))
  })
  return Response.json({documents: found.filter((document) => document !== null)})
}

/**
 * `GET /v{date}/data/history/{dataset}/events/documents/{id}` → `{events: {[id]: […]}, nextCursor}`, newest first.
 * `limit` defaults to 100; `nextCursor` is empty when there are no more.
 */
export const events: RouteHandler = (context) => {
  const {params, url} = context
  const id = params.ids ?? ''
  const limit = limitOf(url.searchParams, 100)
  const offset = Number(url.searchParams.get('nextCursor') ?? 0)
  if (!Number.isSafeInteger(offset) || offset < 0) throw new BadRequestError('nextCursor is not one of ours')
  const own = historyOf(context, {documentIds: relatedIds(id), newestFirst: true})
  const versions = publishedVersionIds(id, own).filter((version) => version !== id)
  const all = documentEvents(id, [...own, ...historyOf(context, {documentIds: versions})])
  const nextCursor = all.length > offset + limit ? String(offset + limit) : ''
  return Response.json({events: {[id]: all.slice(offset, offset + limit)}, nextCursor})
}

function transactionOf(group: HistoryEntry[], search: URLSearchParams) {
  const [first] = group
  const isWithout = (name: string) => search.get(name) === 'true'
  const hidesMutations = isWithout('excludeContent') || isWithout('excludeMutations')
  return {
    id: first?.transactionId,
    timestamp: first?.timestamp,
    author: first?.author,
    documentIDs: group.map(({documentId}) => documentId),
    ...(hidesMutations ? {} : {mutations: group.flatMap(({mutations}) => mutations)}),
    ...(search.get('effectFormat') === 'mendoza'
      ? {effects: Object.fromEntries(group.map(({documentId, effects}) => [documentId, effects]))}
      : {}),
  }
}

/** Whether an entry is the one that a document is wanted after. */
function reached(search: URLSearchParams, context: RouteContext): (entry: HistoryEntry) => boolean {
  const [revision, time] = [search.get('revision'), search.get('time')]
  if (search.get('lastRevision') === 'true') return ({resultRev}) => resultRev !== null
  if (time !== null) return ({timestamp}) => Date.parse(timestamp) <= Date.parse(time)
  if (revision === null) throw new BadRequestError('Say which documents: revision, time or lastRevision')
  const sequence = context.lake.store.sequenceOf(context.params.dataset ?? '', revision)
  return (entry) => sequence !== null && entry.sequence <= sequence
}

function historyOf({params, lake}: RouteContext, range: HistoryRange): HistoryEntry[] {
  const dataset = params.dataset ?? ''
  if (!lake.store.documents(dataset)) throw new DatasetNotFoundError(dataset)
  return lake.store.history(dataset, range)
}

function idsOf({params}: RouteContext): string[] {
  return (params.ids ?? '').split(',').filter(Boolean).slice(0, 100)
}

function limitOf(search: URLSearchParams, otherwise: number): number {
  const limit = Number(search.get('limit') ?? otherwise)
  return Number.isSafeInteger(limit) && limit > 0 ? Math.min(limit, MAX_TRANSACTIONS) : otherwise
}
