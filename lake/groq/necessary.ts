import {conditionOf} from './conditionOf.ts'
import type {Condition} from './conditions.ts'
import {isSearched, patternTerms} from './searched.ts'
import {isNode, type GroqNode} from './tree.ts'

/** A condition that every document meets for which the expression is true; null when there is none that is known. */
export function necessary(node: GroqNode): Condition | null {
  const {type, base, left, right} = node
  if (type === 'Group') return isNode(base) ? necessary(base) : null
  if (type === 'And' || type === 'Or') return combined(type, left, right, necessary)
  const terms = termsOfMatch(node)
  if (terms) return {kind: 'words', keys: terms}
  const found = conditionOf(node)
  return found && !found.key ? found.condition : null
}

/** A condition that every document meets to which an argument of `score()` gives points. */
export function necessaryForScore(node: GroqNode): Condition | null {
  const {type, left, right, name, args} = node
  if (type === 'And' || type === 'Or') return combined(type, left, right, necessaryForScore)
  if (type === 'FuncCall' && name === 'boost' && Array.isArray(args)) return necessaryForScore(args[0])
  // For a filter each term has to match; here one is enough.
  const terms = termsOfMatch(node)
  return terms ? {kind: 'any', conditions: terms.map((term) => ({kind: 'words', keys: [term]}))} : necessary(node)
}

function combined(
  type: 'And' | 'Or',
  left: unknown,
  right: unknown,
  of: (node: GroqNode) => Condition | null,
): Condition | null {
  const [first, second] = [left, right].map((side) => (isNode(side) ? of(side) : null))
  if (type === 'And') return first && second ? {kind: 'every', conditions: [first, second]} : (first ?? second ?? null)
  return first && second ? {kind: 'any', conditions: distinct([first, second])} : null
}

/** The same words are often looked for in several places, which comes to the same condition. */
export function distinct(conditions: Condition[]): Condition[] {
  const flat = conditions.flatMap((condition) => (condition.kind === 'any' ? condition.conditions : [condition]))
  return [...new Map(flat.map((condition) => [JSON.stringify(condition), condition])).values()]
}

function termsOfMatch({type, op, left, right}: GroqNode): string[] | null {
  if (type !== 'OpCall' || op !== 'match' || !isNode(left) || !isNode(right) || !isSearched(left)) return null
  return patternTerms(right)
}
