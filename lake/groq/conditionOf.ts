import type {Condition} from './conditions.ts'
import {isNode, type GroqNode} from './tree.ts'

/** A part of a filter as a condition. `key`, evaluated outside the filter, is what it asks for when that is not known. */
export interface Found {
  condition: Condition
  key?: GroqNode
}

/** The condition that a part of a filter of all documents comes to, if an index answers it. */
export function conditionOf(part: GroqNode): Found | null {
  for (const rule of [byEquality, byMembership, byPath, byReference]) {
    const found = rule(part)
    if (found) return found
  }
  return null
}

type Rule = (part: GroqNode) => Found | null

const byEquality: Rule = ({type, op, left, right}) => {
  if (type !== 'OpCall' || op !== '==' || !isNode(left) || !isNode(right)) return null
  const kind = fieldOf(left) ?? fieldOf(right)
  return kind && keyed(kind, fieldOf(left) ? right : left)
}

const byMembership: Rule = ({type, op, left, right}) => {
  if (type !== 'OpCall' || op !== 'in' || !isNode(left) || !isNode(right)) return null
  const [kind, keys] = [fieldOf(left), constantStrings(right)]
  return kind && keys ? {condition: {kind, keys}} : null
}

/** `_id in path("drafts.**")`. */
const byPath: Rule = ({type, op, left, right}) => {
  if (type !== 'OpCall' || op !== 'in' || !isNode(left) || fieldOf(left) !== 'id' || !isNode(right)) return null
  const [pattern] = isFunction(right, 'path') ? right.args : []
  const [, prefix] = /^([^*]+\.)\*\*$/.exec((isNode(pattern) && constantString(pattern)) || '') ?? []
  return prefix === undefined ? null : {condition: {kind: 'prefix', keys: [prefix]}}
}

const byReference: Rule = (part) => {
  if (!isFunction(part, 'references')) return null
  const targets = part.args.map((target) => (isNode(target) ? (constantStrings(target) ?? target) : target))
  const [target] = targets
  if (targets.length === 1 && isNode(target)) return keyed('reference', target)
  const keys = targets.flat()
  return keys.every((key) => typeof key === 'string') ? {condition: {kind: 'reference', keys}} : null
}

function keyed(kind: 'id' | 'slug' | 'reference' | 'type', node: GroqNode): Found | null {
  const constant = constantString(node)
  if (constant !== null) return {condition: {kind, keys: [constant]}}
  // Documents without a slug have one that equals null; each has an id and a type.
  const key = kind === 'slug' ? null : outside(node)
  return key && {condition: {kind, keys: []}, key}
}

/** The attribute of the outer document that `^.path` names, as it is called outside the filter. */
function outside({type, base, ...rest}: GroqNode): GroqNode | null {
  if (type !== 'AccessAttribute' || !isNode(base)) return null
  if (base.type === 'Parent') return base.n === 1 ? {type, ...rest} : null
  const outer = outside(base)
  return outer && {type, ...rest, base: outer}
}

function fieldOf({type, name, base}: GroqNode): 'id' | 'type' | 'slug' | null {
  if (type !== 'AccessAttribute') return null
  if (base === undefined) return name === '_id' ? 'id' : name === '_type' ? 'type' : null
  const isSlug = isNode(base) && base.type === 'AccessAttribute' && base.name === 'slug' && base.base === undefined
  return isSlug && name === 'current' ? 'slug' : null
}

function isFunction(node: GroqNode, name: string): node is GroqNode & {args: unknown[]} {
  return node.type === 'FuncCall' && node.namespace === 'global' && node.name === name && Array.isArray(node.args)
}

function constantString({type, value}: GroqNode): string | null {
  return type === 'Value' && typeof value === 'string' ? value : null
}

function constantStrings({type, value, elements}: GroqNode): string[] | null {
  const values =
    type === 'Array' && Array.isArray(elements)
      ? elements.map(({isSplat, value: item}) => (!isSplat && item.type === 'Value' ? item.value : null))
      : value
  return Array.isArray(values) && values.every((item) => typeof item === 'string') ? values : null
}
