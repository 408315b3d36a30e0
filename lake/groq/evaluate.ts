import {createContext, Script} from 'node:vm'

import {evaluateSync, toJS} from 'groq-js'

import {LakeError, QueryEvaluationError} from '../errors.ts'

import {isTermination, parseQuery, type GroqNode} from './tree.ts'
import {createDereference} from './lookUp.ts'
import type {JsonObject} from '../documents/json.ts'
import {instrumented, traced} from './sourceMap.ts'
import type {View} from '../documents/view.ts'

export interface Query {
  query: string
  params: JsonObject
  view: View
  projectId: string
  dataset: string
  /** What `identity()` answers. */
  identity: string
  timestamp: Date
  /** Parsing, evaluating and encoding together. Default: 2,000. */
  timeoutMs?: number
}

/**
 * Runs `finish` on the result of a query and its tree, all within the time limit.
 *
 * @throws {QueryParseError} 400, {@link QueryEvaluationError} 400.
 */
export function evaluateQuery<T>(query: Query, finish: (result: unknown, tree: GroqNode) => T): T {
  return within(query.timeoutMs ?? 2_000, query.query, () => {
    const tree = parseQuery(query.query, query.params)
    return finish(evaluateTree(tree, query), tree)
  })
}

/** The beginning of a JSON object with `result` and `resultSourceMap`, for the caller to go on with. @throws as `evaluateQuery`. */
export function traceQuery(query: Query): string {
  return within(query.timeoutMs ?? 2_000, query.query, () => {
    const {tree, objects} = instrumented(parseQuery(query.query, query.params))
    const {result, resultSourceMap} = traced(evaluateTree(tree, query), objects, query.view)
    return `{"result":${encodeResult(result, query.query)},"resultSourceMap":${JSON.stringify(resultSourceMap)},`
  })
}

/** The result as JSON. @throws {QueryEvaluationError} 400, when it is longer than 64 MB. */
export function encodeResult(result: unknown, query: string): string {
  const json = JSON.stringify(result)
  if (json.length <= MAX_RESULT_LENGTH) return json
  throw new QueryEvaluationError(query, `The result is longer than ${MAX_RESULT_LENGTH} characters`)
}

/** The value of a part of a query. `self` is what `@` stands for in it. */
export function evaluateTree(tree: unknown, {params, view, projectId, dataset, identity, timestamp}: Query): unknown {
  const options = {dataset: view.all(), params, identity, timestamp, sanity: {projectId, dataset}}
  const evaluate = (expr: GroqNode, root: unknown) => evaluateSync(expr, {...options, root}).data
  const find = createDereference(view, {evaluate})
  const value = evaluateSync(tree, {...options, dereference: ({_ref}: {_ref: string}) => find(_ref)})
  return toJS(value) ?? null
}

const MAX_RESULT_LENGTH = 64 * 1024 * 1024

const sandbox = {run: () => {}}
const context = createContext(sandbox)
const script = new Script('run()')

/**
 * Runs work on behalf of a query. Node stops a script that runs too long, and everything it calls with it. Not to be nested.
 *
 * @throws {QueryEvaluationError} 400, after `timeoutMs` and for whatever groq-js throws.
 */
export function within<T>(timeoutMs: number, query: string, work: () => T): T {
  let outcome: {value: T} | null = null
  sandbox.run = () => {
    outcome = {value: work()}
  }
  try {
    script.runInContext(context, {timeout: timeoutMs})
  } catch (error) {
    throw explained(error, query, timeoutMs)
  }
  return valueOf<T>(outcome)
}

/** The compiler does not see that the script has set it. */
function valueOf<T>(outcome: {value: T} | null): T {
  if (!outcome) throw new Error('evaluateQuery(): the query ended without a result')
  return outcome.value
}

function explained(error: unknown, query: string, timeoutMs: number): unknown {
  if (error instanceof LakeError) return error
  if (isTermination(error)) return new QueryEvaluationError(query, `The query took longer than ${timeoutMs} ms`)
  if (!(error instanceof Error)) return new QueryEvaluationError(query, 'The query failed', {cause: error})
  if (error instanceof RangeError)
    return new QueryEvaluationError(query, 'The query is nested too deep or its result is too large')
  return new QueryEvaluationError(query, error.message, {cause: error})
}
