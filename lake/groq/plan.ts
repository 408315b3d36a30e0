import {conditionOf} from './conditionOf.ts'
import type {Condition} from './conditions.ts'
import {lookUp, select} from './lookUp.ts'
import {distinct, necessary, necessaryForScore} from './necessary.ts'
import {orderTerms, type OrderTerm} from './order.ts'
import type {Selection} from './selection.ts'
import {isNode, type GroqNode} from './tree.ts'

/** A filter of all documents, taken apart. */
interface Source {
  selection: Selection
  /** What the first condition asks for, evaluated where the filter is; absent when its keys are known. */
  key?: GroqNode
  /** What is left of the filter. */
  rest: GroqNode | null
}

/**
 * A node that reads from an index what it would otherwise look for among all documents, to the same answer; any other
 * node as it is. Nodes inside it have been through this before.
 */
export function indexed(node: GroqNode): GroqNode {
  return indexedFilter(node) ?? indexedScore(node) ?? indexedCount(node) ?? indexedPart(node) ?? node
}

/** `*[condition && …]`: the parts of the condition that an index answers exactly are left out. */
function indexedFilter(node: GroqNode): GroqNode | null {
  const {type, base, expr} = node
  if (type !== 'Filter' || !isNode(base) || base.type !== 'Everything' || !isNode(expr)) return null
  const parts = conjuncts(expr).map((part) => ({part, found: conditionOf(part)}))
  const keyed = parts.find(({found}) => found?.key)
  const used = [...(keyed ? [keyed] : []), ...parts.filter(({found}) => found && !found.key)]
  const rest = parts.filter((entry) => !used.includes(entry)).map(({part}) => part)
  const conditions = [
    ...used.flatMap(({found}) => found?.condition ?? []),
    ...rest.flatMap((part) => necessary(part) ?? []),
  ]
  if (conditions.length === 0) return null
  const source: Source = {selection: {conditions}, key: keyed?.found?.key, rest: conjunction(rest)}
  return {...filtered(select(source.selection, source.key), source.rest), source}
}

/** `*[…] | score(…) [_score > 0]`: documents that get no points need none computed. */
function indexedScore({type, base, expr}: GroqNode): GroqNode | null {
  if (type !== 'Filter' || !isNode(base) || base.type !== 'PipeFuncCall' || base.name !== 'score') return null
  const source = isNode(base.base) ? sourceOf(base.base) : null
  const scores = Array.isArray(base.args) ? base.args.map(necessaryForScore) : []
  if (!source || !isNode(expr) || !conjuncts(expr).some(isPositive) || scores.includes(null)) return null
  const points: Condition = {
    kind: 'any',
    conditions: distinct([...scores.flatMap((score) => score ?? []), {kind: 'attributes', keys: ['_score']}]),
  }
  const selection = {...source.selection, conditions: [...source.selection.conditions, points]}
  return {type, base: {...base, base: filtered(select(selection, source.key), source.rest)}, expr}
}

function isPositive({type, op, left, right}: GroqNode): boolean {
  if (type !== 'OpCall' || op !== '>' || !isNode(left) || !isNode(right)) return false
  return left.type === 'AccessAttribute' && left.name === '_score' && left.base === undefined && right.value === 0
}

/** `count(*[…])`: lists know their length. */
function indexedCount(node: GroqNode): GroqNode | null {
  if (node.type !== 'FuncCall' || node.name !== 'count' || !Array.isArray(node.args)) return null
  const [list] = node.args
  return isNode(list) && sourceOf(list) ? {...node, name: 'length'} : null
}

/** `*[…] | order(…) [from...to]` or `[index]`, with filters and projections in between. */
function indexedPart(node: GroqNode): GroqNode | null {
  const limit = limitOf(node)
  const chain = limit !== null && isNode(node.base) ? chainOf(node.base) : null
  if (limit === null || !chain) return null
  const {source, order, steps} = chain
  const lastFilter = steps.findLastIndex(({type}) => type === 'Filter')
  const counter = lastFilter === -1 && !source.rest ? undefined : ++counters
  const passing = (expr: GroqNode | null, place: number) =>
    expr && counter !== undefined && place === lastFilter ? counted(expr, counter) : expr
  const begin = filtered(select({...source.selection, order, limit, counter}, source.key), passing(source.rest, -1))
  const planned = steps.reduce<GroqNode>(
    (base, step, place) => ({...step, base, expr: passing(isNode(step.expr) ? step.expr : null, place)}),
    begin,
  )
  return {...node, base: planned}
}

/** Sites where something passes a filter; each needs a number of its own within one query. */
let counters = 0

/** How many elements of its base decide what a slice or an element is; null when it depends on their number. */
function limitOf({type, left, right, index, isInclusive}: GroqNode): number | null {
  if (type === 'AccessElement') return typeof index === 'number' && index >= 0 ? index + 1 : null
  if (type !== 'Slice' || typeof left !== 'number' || typeof right !== 'number' || left < 0 || right < 0) return null
  return isInclusive === true ? right + 1 : right
}

interface Chain {
  source: Source
  order?: OrderTerm[]
  /** Filters and projections, each of which is given the one before as its base. */
  steps: GroqNode[]
}

/** What a list is made of, when it begins with documents and each element comes from one of them. */
function chainOf(node: GroqNode): Chain | null {
  const source = sourceOf(node)
  if (source) return {source, steps: []}
  if (!isNode(node.base)) return null
  const chain = chainOf(node.base)
  if (!chain || node.type === 'Group') return chain
  if (node.type === 'Map' || node.type === 'Filter') return {...chain, steps: [...chain.steps, node]}
  const order = node.type === 'PipeFuncCall' && node.name === 'order' ? orderTerms(node.args) : null
  // What follows a projection or another order is in order of something else than documents.
  return order && !chain.order && chain.steps.every(({type}) => type === 'Filter') ? {...chain, order} : null
}

function sourceOf(node: GroqNode): Source | null {
  if (node.type === 'Group' && isNode(node.base)) return sourceOf(node.base)
  if (node.type === 'Everything') return {selection: {conditions: []}, rest: null}
  return isSource(node.source) ? node.source : null
}

function isSource(value: unknown): value is Source {
  return typeof value === 'object' && value !== null && 'selection' in value
}

function counted(expr: GroqNode, counter: number): GroqNode {
  const value = lookUp('passed', {type: 'Value', value: String(counter)})
  return {type: 'Select', alternatives: [{type: 'SelectAlternative', condition: expr, value}]}
}

function filtered(base: GroqNode, expr: GroqNode | null): GroqNode {
  return expr ? {type: 'Filter', base, expr} : base
}

function conjunction([first, ...others]: GroqNode[]): GroqNode | null {
  return first ? others.reduce((left, right) => ({type: 'And', left, right}), first) : null
}

function conjuncts(node: GroqNode): GroqNode[] {
  if (node.type === 'Group' && isNode(node.base)) return conjuncts(node.base)
  if (node.type !== 'And' || !isNode(node.left) || !isNode(node.right)) return [node]
  return [...conjuncts(node.left), ...conjuncts(node.right)]
}
