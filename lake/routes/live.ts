import {isPrivateId} from '../documents/ids.ts'
import {DatasetNotFoundError, ForbiddenError} from '../errors.ts'
import {tagsOfCommit} from '../groq/syncTags.ts'
import type {RouteHandler} from '../server.ts'

import {eventStream} from './eventStream.ts'

/**
 * `GET /v{date}/data/live/events/{dataset}` → an event stream: `welcome`, then a `message` with the `tags` to ask again
 * for after every commit that the reader may see; `restart` when the reader was away and may have missed some.
 * `includeDrafts=true` needs an identity.
 *
 * @throws {DatasetNotFoundError} 404. @throws {ForbiddenError} 403.
 * @see https://www.sanity.io/docs/http-reference/live
 */
export const live: RouteHandler = (context) => {
  const {request, url, params, identity, lake} = context
  const dataset = params.dataset ?? ''
  if (!lake.store.documents(dataset)) throw new DatasetNotFoundError(dataset)
  const includesDrafts = url.searchParams.get('includeDrafts') === 'true'
  if (includesDrafts && !identity) throw new ForbiddenError('Drafts are for people who have signed in')
  const lastEventId = request.headers.get('last-event-id')

  return eventStream(context, (send) => {
    const id = String(lake.store.lastSequence())
    const isBehind = lastEventId !== null && lastEventId !== id
    send({name: isBehind ? 'restart' : 'welcome', id, data: {id}})
    return lake.store.onCommit((commit) => {
      if (commit.dataset !== dataset) return
      const audible = commit.changes.filter(({documentId}) => includesDrafts || !isPrivateId(documentId))
      if (audible.length === 0) return
      send({name: 'message', id: String(commit.sequence), data: {tags: tagsOfCommit(dataset, audible)}})
    })
  })
}
