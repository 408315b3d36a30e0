import {evaluateSync, toJS} from 'groq-js'

import type {JsonObject} from '../documents/json.ts'
import type {View} from '../documents/view.ts'

import {encodeResult} from './encode.ts'
import {defaultLimits, type QueryLimits} from './limits.ts'
import {createDereference} from './lookUp.ts'
import {parseQuery} from './parseQuery.ts'
import {recordReads} from './reads.ts'
import {instrumented, traced} from './sourceMap.ts'
import type {GroqNode} from './tree.ts'
import {within} from './within.ts'

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
  limits?: QueryLimits
}

/**
 * Runs `finish` on the result of a query and its tree, all within the time limit.
 *
 * @throws {QueryParseError} 400, {@link QueryEvaluationError} 400.
 */
export function evaluateQuery<T>(query: Query, finish: (result: unknown, tree: GroqNode) => T): T {
  return within(query.timeoutMs ?? defaultLimits.timeoutMs, query.query, () => {
    const tree = parseQuery(query.query, query.params, query.limits)
    return finish(evaluateTree(tree, query), tree)
  })
}

export interface Answer {
  /** A JSON object with `result`, and `resultSourceMap` when it was asked for. */
  json: string
  /** What of the dataset the result depends on; see `reads.ts`. */
  reads: ReadonlySet<string>
  /** Milliseconds. */
  timing: {parse: number; evaluate: number; encode: number}
}

/** Parses, evaluates and encodes within the time limit. @throws as `evaluateQuery`. */
export function answerQuery(query: Query, isTraced: boolean): Answer {
  const {limits = defaultLimits} = query
  return within(query.timeoutMs ?? limits.timeoutMs, query.query, () => {
    const times = [performance.now()]
    const parsed = parseQuery(query.query, query.params, limits)
    const {tree, objects} = isTraced ? instrumented(parsed) : {tree: parsed, objects: []}
    times.push(performance.now())
    const {view, reads} = recordReads(query.view, tree)
    const value = evaluateTree(tree, {...query, view})
    times.push(performance.now())
    const {result, resultSourceMap} = isTraced ? traced(value, objects, query.view) : {result: value}
    const map = resultSourceMap ? `,"resultSourceMap":${JSON.stringify(resultSourceMap)}` : ''
    const json = `{"result":${encodeResult(result, query.query, limits.maxResultLength)}${map}}`
    times.push(performance.now())
    const [parse = 0, evaluate = 0, encode = 0] = times.slice(1).map((time, index) => time - (times[index] ?? 0))
    return {json, reads, timing: {parse, evaluate, encode}}
  })
}

/** The value of a query's tree, without a time limit. */
export function evaluateTree(tree: unknown, {params, view, projectId, dataset, identity, timestamp}: Query): unknown {
  const options = {dataset: view.all(), params, identity, timestamp, sanity: {projectId, dataset}}
  const evaluate = (expr: GroqNode, root: unknown) => evaluateSync(expr, {...options, root}).data
  const find = createDereference(view, {evaluate})
  const value = evaluateSync(tree, {...options, dereference: ({_ref}: {_ref: string}) => find(_ref)})
  return toJS(value) ?? null
}
