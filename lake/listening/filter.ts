import type {LakeDocument} from '../documents/document.ts'
import {isPrivateId} from '../documents/ids.ts'
import type {JsonObject} from '../documents/json.ts'
import type {View} from '../documents/view.ts'
import {evaluateTree} from '../groq/evaluate.ts'
import {defaultLimits} from '../groq/limits.ts'
import {parseUnindexed} from '../groq/parseQuery.ts'
import {isNode, visitTree, type GroqNode} from '../groq/tree.ts'

import {simpleFilter} from './simpleFilter.ts'

export interface FilterOptions {
  query: string
  params: JsonObject
  projectId: string
  dataset: string
  isAnonymous: boolean
  /** What a reference in the filter leads to. */
  read(id: string): LakeDocument | undefined
}

/** Of a URL, which is where a listener's query is. */
const limits = {...defaultLimits, maxLength: 16 * 1024, maxDepth: 64}

/** The part of a listener's query that says which documents it is about. */
export interface Filter {
  /** Decided without GROQ, at no cost worth counting. */
  isSimple: boolean
  /** Whether the answer depends on who asks. */
  namesIdentity: boolean
  holds(document: LakeDocument, now: Moment): boolean
}

export interface Moment {
  timestamp: Date
  /** What `identity()` answers. */
  identity: string
}

/**
 * The filter of `*[…]`. What follows it — order, slices, projections, `count()` around it — is ignored, as in the hosted
 * lake. `*` within it is the one document; what that refers to can still be followed.
 *
 * @throws {QueryParseError} 400, {@link QueryEvaluationError} 400.
 */
export function parseFilter(options: FilterOptions): Filter {
  const tree = parseUnindexed(options.query, options.params, limits)
  const conditions = conditionsOf(tree)
  const simple = conditions?.map(simpleFilter)
  const predicates = simple?.filter((predicate) => predicate !== null)
  if (simple && predicates && simple.length === predicates.length) {
    const holds = (document: LakeDocument) => predicates.every((predicate) => predicate(document))
    return {isSimple: true, namesIdentity: false, holds}
  }
  const filter = conditions ? conditions.reduce<GroqNode>(narrowed, {type: 'Everything'}) : tree
  return {
    isSimple: false,
    namesIdentity: hasIdentity(filter),
    holds: (document, now) => isMatch(evaluateTree(filter, {...options, ...now, view: viewOf(document, options)})),
  }
}

/** The conditions of `*[a][b]`, however the query goes on; null when it does not begin with `*`. */
function conditionsOf(node: GroqNode): GroqNode[] | null {
  const {type, base, expr, args} = node
  if (type === 'Everything') return []
  if (type === 'FuncCall') return Array.isArray(args) && isNode(args[0]) ? conditionsOf(args[0]) : null
  const before = isNode(base) ? conditionsOf(base) : null
  // Past a projection or an order, conditions are about something else than documents.
  const isOfDocuments = isNode(base) && (base.type === 'Filter' || base.type === 'Everything')
  return before && isOfDocuments && type === 'Filter' && isNode(expr) ? [...before, expr] : before
}

function narrowed(base: GroqNode, expr: GroqNode): GroqNode {
  return {type: 'Filter', base, expr}
}

function hasIdentity(tree: GroqNode): boolean {
  let isFound = false
  visitTree(tree, ({type, name}) => {
    if (type === 'FuncCall' && name === 'identity') isFound = true
  })
  return isFound
}

/** The dataset as if it held the one document. */
function viewOf(document: LakeDocument, {isAnonymous, read}: FilterOptions): View {
  const byId = (id: string) => {
    if (id === document._id) return document
    return isAnonymous && isPrivateId(id) ? undefined : read(id)
  }
  const none = () => []
  const unindexed = {byIdPrefix: none, byType: none, bySlug: none, referrers: none, count: () => 0, ordered: none}
  return {...unindexed, all: () => [document], byId, update: none}
}

function isMatch(result: unknown): boolean {
  return Array.isArray(result) ? result.length > 0 : typeof result === 'object' ? result !== null : result === true
}
