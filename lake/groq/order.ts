import {DateTime, evaluateSync} from 'groq-js'

import {isObject} from '../documents/json.ts'
import type {DocumentOrder} from '../documents/orderIndexes.ts'

import {isNode, type GroqNode} from './tree.ts'

/** One argument of `order()`: an expression, ascending or not. */
export interface OrderTerm {
  expr: GroqNode
  isDescending: boolean
}

/** Functions that answer the same for the same document. */
const PURE = new Set(['coalesce', 'dateTime', 'defined', 'length', 'lower', 'round', 'string', 'upper'])

/** The terms of `order()`, when nothing but the document itself decides them; else null. */
export function orderTerms(args: unknown): OrderTerm[] | null {
  const terms = (Array.isArray(args) ? args : []).map(termOf)
  return terms.every(({expr}) => isOwn(expr)) ? terms : null
}

function termOf(node: GroqNode): OrderTerm {
  const isDirection = node.type === 'Desc' || node.type === 'Asc'
  return {expr: isDirection && isNode(node.base) ? node.base : node, isDescending: node.type === 'Desc'}
}

/** Whether a document alone decides what the expression is. */
function isOwn({type, base, args, name}: GroqNode): boolean {
  const isBaseOwn = base === undefined || (isNode(base) && isOwn(base))
  if (type === 'AccessAttribute' || type === 'AccessElement' || type === 'Group') return isBaseOwn
  if (type === 'FuncCall') return PURE.has(String(name)) && Array.isArray(args) && args.every(isOwn)
  return type === 'Value' || type === 'This'
}

/** What a list ordered by these terms is in order of, for an index to keep. */
export function documentOrder(terms: readonly OrderTerm[]): DocumentOrder {
  const readers = terms.map(({expr}) => reader(expr))
  return {
    name: JSON.stringify(terms),
    keysOf: (document) => readers.map((read) => read(document)),
    compare(left, right) {
      for (const [index, {isDescending}] of terms.entries()) {
        const order = compareValues(left[index], right[index])
        if (order !== 0) return isDescending ? -order : order
      }
      return 0
    },
  }
}

function reader(expr: GroqNode): (document: unknown) => unknown {
  const path = attributePath(expr)
  if (!path) return (document) => evaluateSync(expr, {root: document}).data
  return (document) =>
    path.reduce<unknown>(
      (value, name) => (isObject(value) && Object.hasOwn(value, name) ? value[name] : null),
      document,
    )
}

function attributePath({type, name, base}: GroqNode): string[] | null {
  if (type !== 'AccessAttribute') return null
  const path = base === undefined ? [] : isNode(base) ? attributePath(base) : null
  return path && [...path, String(name)]
}

/** The order of groq-js: times, numbers, strings by code unit, false before true, and all else, as equals. */
function compareValues(left: unknown, right: unknown): number {
  const byType = rankOf(left) - rankOf(right)
  if (byType !== 0) return byType
  if (typeof left === 'string' && typeof right === 'string') return left < right ? -1 : Number(left > right)
  if (isTime(left) && isTime(right)) return left.compareTo(right)
  return rankOf(left) === LAST ? 0 : Number(left) - Number(right)
}

const LAST = 5

function isTime(value: unknown): value is {compareTo(other: unknown): number} {
  return value instanceof DateTime
}

function rankOf(value: unknown): number {
  if (isTime(value)) return 1
  return {number: 2, string: 3, boolean: 4}[String(typeof value)] ?? LAST
}
