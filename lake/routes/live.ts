import {DatasetNotFoundError, ForbiddenError} from '../errors.ts'
import type {Identity} from '../identity.ts'
import {toPieces} from '../listening/pieces.ts'
import type {RouteHandler} from './route.ts'
import {isSameOrigin} from '../origin.ts'

import {clientKey} from './clientKey.ts'
import {eventStream, formatEvent} from './eventStream.ts'

const TRY_AGAIN_MS = 30_000

/**
 * `GET /v{date}/data/live/events/{dataset}` → an event stream: `welcome`, then a `message` with the `tags` to ask again
 * for after every commit that the reader may hear of. `includeDrafts=true` needs an identity; without it, drafts and
 * versions are not heard of.
 *
 * With a `Last-Event-ID` the stream goes on after it; `restart` in the place of `welcome` says that it cannot. When too
 * many streams are open, the only event is `goaway`.
 *
 * @throws {DatasetNotFoundError} 404. @throws {ForbiddenError} 403.
 * @see https://www.sanity.io/docs/http-reference/live
 */
export const live: RouteHandler = (context) => {
  const {request, url, params, identity, lake} = context
  const dataset = params.dataset ?? ''
  if (!lake.store.documents(dataset)) throw new DatasetNotFoundError(dataset)
  const includesDrafts = asksForDrafts(url, identity)
  const {admission, liveChannels} = lake.listening
  const position = liveChannels.position(dataset, includesDrafts)
  if (admission.isFull(clientKey(identity, request.headers))) return goAway(position)
  const lastEventId = request.headers.get('last-event-id')

  return eventStream(context, (reader) => {
    // A place further on than this reader may know of is none: whether it exists would tell of drafts.
    const isPlace = lastEventId !== null && /^\d+$/.test(lastEventId) && Number(lastEventId) <= position
    const missed = lastEventId === null ? [] : isPlace ? lake.recent.after(dataset, Number(lastEventId)) : null
    const id = missed && lastEventId !== null ? lastEventId : String(position)
    const greeting = formatEvent({name: missed ? 'welcome' : 'restart', id, data: {id}})
    const events = missed?.map((commit) => liveChannels.eventOf(commit, includesDrafts) ?? '') ?? []
    reader.send(toPieces(greeting + events.join('')))
    liveChannels.join(reader, dataset, includesDrafts)
  })
}

/** `GET /v{date}/check/cors` → whether the page that asks may, for a client that wonders why its stream fails. */
export const checkCors: RouteHandler = ({request, lake}) => {
  const isAllowed = !request.headers.has('origin') || isSameOrigin(request.headers, lake.publicUrl)
  return Response.json({result: {allowed: isAllowed, withCredentials: isAllowed}})
}

function asksForDrafts({searchParams}: URL, identity: Identity | null): boolean {
  const isAsked = ['includeDrafts', 'includeAllDocuments'].some((name) => searchParams.get(name) === 'true')
  if (isAsked && !identity) throw new ForbiddenError('Drafts are for people who have signed in')
  return isAsked
}

function goAway(position: number): Response {
  const event = formatEvent({name: 'goaway', id: String(position), data: {reason: 'connection limit reached'}})
  return new Response(`retry: ${TRY_AGAIN_MS}\n${event}`, {
    headers: {'content-type': 'text/event-stream', 'cache-control': 'no-store, no-transform'},
  })
}
