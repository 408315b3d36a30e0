import {answerQuery} from '../groq/evaluate.ts'
import type {QueryLimits} from '../groq/limits.ts'
import {tagsOfResult} from '../groq/syncTags.ts'
import type {Views} from '../views.ts'

import type {QueryAnswer, QueryRequest} from './queries.ts'

/** Evaluates a query here and now. @throws as `Queries.run`. */
export function answer(request: QueryRequest, views: Views, limits: QueryLimits): QueryAnswer {
  const {query, dataset, perspective, timestamp, isTraced, returnsQuery} = request
  const view = views.of(dataset, perspective)
  const {json, reads, timing} = answerQuery({...request, view, limits, timestamp: new Date(timestamp)}, isTraced)
  const isOverlaid = typeof perspective !== 'string' && perspective.length > 0
  const rest = {
    ...(returnsQuery ? {query} : {}),
    syncTags: tagsOfResult(dataset, reads, isOverlaid),
    ms: Math.round(timing.parse + timing.evaluate + timing.encode),
  }
  // The result is text already; encoding it once more would double the cost of large ones.
  const body = new TextEncoder().encode(`${json.slice(0, -1)},${JSON.stringify(rest).slice(1)}`)
  return {body, timing: {queue: 0, ...timing}}
}
