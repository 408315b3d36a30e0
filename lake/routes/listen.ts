import {createListening, eventId, type MutationMessage} from '../documents/listening.ts'
import {LakeError} from '../errors.ts'
import type {RouteHandler} from '../server.ts'
import type {Commit} from '../store/store.ts'

import {eventStream, type ServerEvent} from './eventStream.ts'
import {decodeParams} from './query.ts'

/**
 * `GET /v{date}/data/listen/{dataset}?query=…&$param=…` → an event stream: `welcome`, then `mutation` for every document
 * that the query holds before or after a transaction. Anonymous readers hear of published documents only.
 *
 * With `enableResume=true`, a `Last-Event-ID` that is remembered gets `welcomeback` and what was missed, at least once;
 * one that is not gets `reset`.
 *
 * @throws {QueryParseError} 400. @throws {DatasetNotFoundError} 404.
 * @see https://www.sanity.io/docs/http-reference/listen
 */
export const listen: RouteHandler = (context) => {
  const {request, url, params, identity, lake} = context
  const dataset = params.dataset ?? ''
  const {searchParams} = url
  const messagesOf = createListening({
    query: searchParams.get('query') ?? '*',
    params: decodeParams(searchParams),
    view: lake.views.of(dataset, identity ? 'raw' : 'anonymous'),
    projectId: lake.projectId,
    dataset,
    identity: identity?.id ?? '<anonymous>',
    isAnonymous: identity === null,
    includeResult: searchParams.get('includeResult') === 'true',
    includePreviousRevision: searchParams.get('includePreviousRevision') === 'true',
    includeMutations: searchParams.get('includeMutations') !== 'false',
    includeAllVersions: searchParams.get('includeAllVersions') === 'true',
    includeEffects: searchParams.get('effectFormat') === 'mendoza',
  })
  const lastEventId = searchParams.get('enableResume') === 'true' ? request.headers.get('last-event-id') : null

  return eventStream(context, (send) => {
    const tell = (commit: Commit) => messagesOf(commit).forEach((message) => send(mutationEvent(message)))
    const missed = lastEventId === null ? [] : lake.recent.since(dataset, lastEventId)
    const greeting = lastEventId === null ? 'welcome' : missed ? 'welcomeback' : 'reset'
    send({name: greeting, data: {listenerName: crypto.randomUUID()}})
    missed?.forEach(tell)
    const stop = lake.store.onCommit((commit) => {
      if (commit.dataset !== dataset) return
      try {
        tell(commit)
      } catch (error) {
        // A query that fails on a document fails on the next one, too.
        stop()
        send({
          name: 'channelError',
          data: {message: error instanceof LakeError ? error.message : 'The listener failed'},
        })
      }
    })
    return stop
  })
}

function mutationEvent(message: MutationMessage): ServerEvent {
  return {name: 'mutation', id: eventId(message.transactionId, message.documentId), data: message}
}
