import {LakeError, QueryEvaluationError, QueryTimeoutError} from '../errors.ts'
import type {QueryLimits} from '../groq/limits.ts'

import {QueriesUnavailableError} from './errors.ts'
import type {Outcome} from './lane.ts'
import type {QueryAnswer, QueryRequest} from './queries.ts'

/** @param totalMs from when the query was asked to when it was answered. */
export function answerOf({body, timing}: Extract<Outcome, {kind: 'answer'}>, totalMs: number): QueryAnswer {
  const {parse, evaluate, encode} = timing
  return {body, timing: {...timing, queue: Math.max(0, totalMs - parse - evaluate - encode)}}
}

/** What to tell whoever asked a query that was not answered. */
export function errorOf(
  outcome: Exclude<Outcome, {kind: 'answer'}>,
  {query, timeoutMs}: QueryRequest,
  {memoryMb}: QueryLimits,
): Error {
  if (outcome.kind === 'refusal') return new LakeError(outcome.status, outcome.envelope)
  if (outcome.kind === 'failure') return new Error(`A query failed: ${outcome.message}`)
  if (outcome.end === 'outOfMemory')
    return new QueryEvaluationError(query, `The query needs more than ${memoryMb} MB of memory`)
  if (outcome.end === 'hung') return new QueryTimeoutError(query, timeoutMs)
  return new QueriesUnavailableError()
}
