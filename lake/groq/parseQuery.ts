import {GroqSyntaxError} from 'groq-js'

import type {JsonObject} from '../documents/json.ts'
import {QueryEvaluationError, QueryParseError} from '../errors.ts'

import {rewriteDifference} from './difference.ts'
import {defaultLimits, type QueryLimits} from './limits.ts'
import {nesting} from './nesting.ts'
import {parseCached} from './parseCached.ts'
import {rewritePath} from './pathMembership.ts'
import {indexed} from './plan.ts'
import {rewriteTextQuery} from './textQuery.ts'
import {mapTree, visitTree, type GroqNode} from './tree.ts'
import {isTermination} from './within.ts'

/** groq-js parses these, and throws when it meets them. */
const UNSUPPORTED = /^(geo::.+|documents::.+|delta::.+|media::.+|user::.+|text::.+|global::anywhere)$/

/**
 * The tree of a query, with `text::query` made into a `match` and filters that name a type, an id, a slug or a
 * reference reading from an index.
 *
 * @throws {QueryParseError} 400, with the offset of the first offending character, or of a parameter without a value.
 * @throws {QueryEvaluationError} 400, naming a function that is not implemented.
 */
export function parseQuery(query: string, params: JsonObject, limits = defaultLimits): GroqNode {
  return mapTree(parseUnindexed(query, params, limits), indexed)
}

/** As `parseQuery`, for datasets that have no index. */
export function parseUnindexed(query: string, params: JsonObject, limits = defaultLimits): GroqNode {
  refuseUnbounded(query, limits)
  const tree = mapTree(parseTree(query, params), (node) => rewritten(withConstant(node, params)))
  refuseUnsupported(tree, query)
  refuseUnknownParams(tree, query, params)
  return tree
}

function rewritten(node: GroqNode): GroqNode {
  return rewritePath(rewriteDifference(rewriteTextQuery(node)))
}

function refuseUnbounded(query: string, {maxLength, maxDepth}: QueryLimits): void {
  const start = query.slice(0, 100)
  if (query.length > maxLength)
    throw new QueryEvaluationError(start, `The query is longer than ${maxLength} characters`)
  if (nesting(query) > maxDepth) throw new QueryEvaluationError(start, `The query is nested deeper than ${maxDepth}`)
}

function parseTree(query: string, params: JsonObject): GroqNode {
  // groq-js takes a comment for an expression when the query ends with it.
  const endsInComment = query.includes('//', query.lastIndexOf('\n') + 1)
  try {
    return parseCached(endsInComment ? `${query}\n` : query, params)
  } catch (error) {
    if (!(error instanceof Error) || error instanceof RangeError || isTermination(error)) throw error
    const start = error instanceof GroqSyntaxError ? error.position : 0
    throw new QueryParseError(query, {start, end: query.length}, error.message)
  }
}

/** A parameter that is a string or a list of them becomes a value, so that an index can be chosen by it. */
function withConstant(node: GroqNode, params: JsonObject): GroqNode {
  const value = node.type === 'Parameter' ? params[String(node.name)] : undefined
  return typeof value === 'string' || isStrings(value) ? {type: 'Value', value} : node
}

function isStrings(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string')
}

function refuseUnsupported(node: GroqNode, query: string): void {
  visitTree(node, ({type, namespace, name}) => {
    if (type === 'SelectorFuncCall') throw new QueryEvaluationError(query, `${name}() is not implemented here`)
    if (type === 'FuncCall' && UNSUPPORTED.test(`${namespace}::${name}`)) {
      throw new QueryEvaluationError(query, `${namespace}::${name}() is not implemented here`)
    }
  })
}

/** groq-js would evaluate it to null, and a forgotten parameter would look like an empty dataset. */
function refuseUnknownParams(tree: GroqNode, query: string, params: JsonObject): void {
  visitTree(tree, ({type, name}) => {
    if (type !== 'Parameter' || Object.hasOwn(params, String(name))) return
    const start = Math.max(0, query.search(new RegExp(`\\$${String(name)}\\b`)))
    const span = {start, end: start + String(name).length + 1}
    throw new QueryParseError(query, span, `param $${String(name)} referenced, but not provided`)
  })
}
