import type {LakeDocument} from '../documents/document.ts'
import {inOrder} from '../documents/orderIndexes.ts'
import type {View} from '../documents/view.ts'

import {documentsFor, sizeOf, testOf, type Condition} from './conditions.ts'
import {documentOrder, type OrderTerm} from './order.ts'

/** What a query wants of all documents: those that meet every condition, in an order, perhaps only so many. */
export interface Selection {
  conditions: readonly Condition[]
  /** Absent: in order of `_id`. */
  order?: readonly OrderTerm[]
  /** How many are wanted, of those that pass the filter that follows. */
  limit?: number
  /** Tells apart the selections whose filter says what it lets pass; absent when none follows. */
  counter?: number
}

/** How a selection was made, for tests to see that every way has been gone. */
export type Strategy = 'list' | 'intersection' | 'all' | 'sorted list' | 'order index' | 'filtered order index'

/** The documents of a selection, regardless of its limit. Not to be changed. */
export function documentsOf(
  {conditions, order, limit}: Selection,
  view: View,
  onStrategy?: (strategy: Strategy) => void,
): Iterable<LakeDocument> {
  const types = typesOf(conditions)
  if (order && conditions.length === (types ? 1 : 0)) {
    onStrategy?.('order index')
    return view.ordered(documentOrder(order), types)
  }
  const sized = conditions.map((condition) => ({condition, size: sizeOf(condition, view)}))
  const [shortest, ...others] = sized.sort((left, right) => left.size - right.size)
  if (!shortest) {
    onStrategy?.('all')
    return view.byIdPrefix('')
  }
  if (order && isScanShorter(shortest.size, view.all().length, limit)) {
    onStrategy?.('filtered order index')
    const tests = conditions.map((condition) => testOf(condition, view))
    return filtered(view.ordered(documentOrder(order), types), tests)
  }
  // Only the list that is read counts as what the result depends on.
  const list = documentsFor(shortest.condition, view)
  onStrategy?.(order ? 'sorted list' : others.length > 0 ? 'intersection' : 'list')
  const tests = others.map(({condition}) => testOf(condition, view))
  const documents = tests.length === 0 ? list : list.filter((document) => tests.every((test) => test(document)))
  return order ? inOrder(documentOrder(order), documents) : documents
}

/** Whether the first `limit` of `matches` come sooner from an index of all than from sorting the matches. */
function isScanShorter(matches: number, all: number, limit = Infinity): boolean {
  return limit * all < matches * matches
}

function typesOf(conditions: readonly Condition[]): readonly string[] | null {
  for (const condition of conditions) if (condition.kind === 'type') return condition.keys
  return null
}

function* filtered(
  documents: Iterable<LakeDocument>,
  tests: readonly ((document: LakeDocument) => boolean)[],
): Generator<LakeDocument> {
  for (const document of documents) if (tests.every((test) => test(document))) yield document
}
