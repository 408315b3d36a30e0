import {isPublishedByDefault} from '../documents/perspective.ts'
import {QueryEvaluationError, QueryParseError} from '../errors.ts'
import type {Scope} from '../listening/audiences.ts'
import type {Channel} from '../listening/channels.ts'
import {toPieces} from '../listening/pieces.ts'
import type {RouteContext, RouteHandler} from './route.ts'

import {clientKey} from './clientKey.ts'
import {eventStream, eventStreamHeaders, formatEvent} from './eventStream.ts'
import {decodeParams} from './query.ts'

/** Somebody who missed more is better served by a fresh start. */
const MAX_RESUMED_LENGTH = 8 * 1024 * 1024

/**
 * `GET /v{date}/data/listen/{dataset}?query=…&$param=…` → an event stream: `welcome`, then `mutation` for every document
 * that the query's filter holds before or after a transaction; `channelError` when the query is none or cannot go on.
 *
 * Anonymous readers hear of published documents only. Others hear of published documents, with
 * `includeAllVersions=true` of drafts and versions, too; before API version 2025-02-19, of drafts anyway.
 *
 * With `enableResume=true`, a `Last-Event-ID` that the lake can go on from gets `welcomeback` and what was missed, at
 * least once; any other gets `reset`.
 *
 * @throws {DatasetNotFoundError} 404. @throws {TooManyStreamsError} 429.
 * @see https://www.sanity.io/docs/http-reference/listen
 */
export const listen: RouteHandler = (context) => {
  try {
    return streamOf(context, channelOf(context))
  } catch (error) {
    if (error instanceof QueryParseError || error instanceof QueryEvaluationError) return refusal(error)
    throw error
  }
}

function channelOf({request, url, params, identity, lake}: RouteContext): Channel {
  const {searchParams} = url
  const isWanted = (name: string) => searchParams.get(name) === 'true'
  return lake.listening.channels.open({
    dataset: params.dataset ?? '',
    query: searchParams.get('query') ?? '*',
    params: decodeParams(searchParams),
    scope: identity ? scopeOf(params.version, isWanted('includeAllVersions')) : 'public',
    identity: identity?.id ?? '<anonymous>',
    client: clientKey(identity, request.headers),
    options: {
      includeResult: isWanted('includeResult'),
      includePreviousRevision: isWanted('includePreviousRevision'),
      includeMutations: searchParams.get('includeMutations') !== 'false',
      includeEffects: searchParams.get('effectFormat') === 'mendoza',
    },
  })
}

function streamOf(context: RouteContext, channel: Channel): Response {
  const {request, url, params, lake} = context
  const isResumable = url.searchParams.get('enableResume') === 'true'
  const lastEventId = isResumable ? request.headers.get('last-event-id') : null
  return eventStream(context, (reader) => {
    const commits = lastEventId === null ? null : lake.recent.since(params.dataset ?? '', lastEventId)
    const missed = commits && channel.past(commits)
    const isResumed = missed !== null && missed.length <= MAX_RESUMED_LENGTH
    const name = isResumed ? 'welcomeback' : lastEventId === null ? 'welcome' : 'reset'
    const greeting = formatEvent({name, data: {listenerName: crypto.randomUUID()}})
    reader.send(toPieces(isResumed ? greeting + missed : greeting))
    channel.join(reader)
  })
}

/** An `EventSource` hides the body of a 400: only on the stream can the client read what is wrong with its query. */
function refusal({envelope}: QueryParseError | QueryEvaluationError): Response {
  const event = formatEvent({name: 'channelError', data: {error: envelope}})
  return new Response(event, {headers: eventStreamHeaders})
}

function scopeOf(version = 'vX', includesAllVersions: boolean): Scope {
  if (includesAllVersions) return 'all'
  return isPublishedByDefault(version) ? 'published' : 'drafts'
}
