import {randomUUID} from 'node:crypto'

import {parse} from 'groq-js'

import type {JsonObject} from '../documents/json.ts'

import {leastRecent} from '../leastRecent.ts'
import {isNode, mapTree, type GroqNode} from './tree.ts'

/** Longer ones are rare, and would fill the memory. */
const MAX_CACHED_LENGTH = 16 * 1024
/** Random, so that no query can hold one. */
const MARK = `${randomUUID()}$`

const trees = leastRecent<GroqNode | 'differs by value'>(1_000)

/**
 * What groq-js makes of a query, parsed once for all values of its parameters. Numbers are told apart, because the
 * parser itself computes indexes and slices; a query that has another parameter there is parsed anew for each.
 *
 * @throws what groq-js throws.
 */
export function parseCached(query: string, params: JsonObject): GroqNode {
  if (query.length > MAX_CACHED_LENGTH) return parse(query, {params})
  const names = Object.keys(params)
  const marks = Object.fromEntries(names.map((name) => [name, isNumber(params[name]) ? params[name] : MARK + name]))
  const key = JSON.stringify([query, marks])
  const tree = trees.get(key) ?? parseMarked(query, marks)
  trees.set(key, tree)
  return tree === 'differs by value' ? parse(query, {params}) : withValues(tree, params)
}

function parseMarked(query: string, marks: JsonObject): GroqNode | 'differs by value' {
  const tree: GroqNode = parse(query, {params: marks})
  return isMarkedElsewhere(tree) ? 'differs by value' : tree
}

/** Whether a mark stands where groq-js has computed something from it. */
function isMarkedElsewhere(value: unknown): boolean {
  if (typeof value === 'string') return value.includes(MARK)
  if (Array.isArray(value)) return value.some(isMarkedElsewhere)
  if (!isNode(value)) return false
  if (value.type === 'Value') return typeof value.value === 'string' && value.value.lastIndexOf(MARK) > 0
  return Object.values(value).some(isMarkedElsewhere)
}

function withValues(tree: GroqNode, params: JsonObject): GroqNode {
  return mapTree(tree, (node) => {
    const {type, value} = node
    if (type !== 'Value' || typeof value !== 'string' || !value.startsWith(MARK)) return node
    return {type, value: params[value.slice(MARK.length)]}
  })
}

function isNumber(value: unknown): boolean {
  return typeof value === 'number'
}
