import type {LakeDocument} from '../documents/document.ts'
import {isNode, type GroqNode} from '../groq/tree.ts'

export type Predicate = (document: LakeDocument) => boolean

/**
 * Decides a condition without evaluating it as GROQ, where it says no more than which ids and types a document may
 * have: `_id == "a"`, `_type in ["a", "b"]`, and any `&&` and `||` of these. Null for any other condition.
 */
export function simpleFilter(condition: GroqNode): Predicate | null {
  const {type, base, left, right} = condition
  if (type === 'Group' && isNode(base)) return simpleFilter(base)
  if (!isNode(left) || !isNode(right)) return null
  if (type === 'And') return both(left, right, (a, b) => (document) => a(document) && b(document))
  if (type === 'Or') return both(left, right, (a, b) => (document) => a(document) || b(document))
  return type === 'OpCall' ? comparison(String(condition.op), left, right) : null
}

function both(left: GroqNode, right: GroqNode, join: (a: Predicate, b: Predicate) => Predicate): Predicate | null {
  const [a, b] = [simpleFilter(left), simpleFilter(right)]
  return a && b && join(a, b)
}

function comparison(op: string, left: GroqNode, right: GroqNode): Predicate | null {
  if (op === '==') {
    const name = attributeOf(left) ?? attributeOf(right)
    const value = attributeOf(left) ? stringOf(right) : stringOf(left)
    return name && value !== null ? (document) => document[name] === value : null
  }
  const [name, values] = [attributeOf(left), stringsOf(right)]
  if (op !== 'in' || !name || !values) return null
  const set = new Set<unknown>(values)
  return (document) => set.has(document[name])
}

/** No other attribute is sure to be a string. */
function attributeOf({type, name, base}: GroqNode): '_id' | '_type' | null {
  if (type !== 'AccessAttribute' || base !== undefined) return null
  return name === '_id' || name === '_type' ? name : null
}

function stringOf({type, value}: GroqNode): string | null {
  return type === 'Value' && typeof value === 'string' ? value : null
}

function stringsOf({type, value, elements}: GroqNode): string[] | null {
  const values = type === 'Array' && Array.isArray(elements) ? elements.map(elementOf) : type === 'Value' ? value : null
  return Array.isArray(values) && values.every((item) => typeof item === 'string') ? values : null
}

function elementOf({isSplat, value}: {isSplat: unknown; value: unknown}): string | null {
  return !isSplat && isNode(value) ? stringOf(value) : null
}
