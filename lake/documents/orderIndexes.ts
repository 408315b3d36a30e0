import {leastRecent} from '../leastRecent.ts'
import type {LakeDocument} from './document.ts'

import {sortedList, type SortedList} from './sortedList.ts'

/** An order that documents can be kept in. Documents that it does not tell apart come in order of `_id`. */
export interface DocumentOrder {
  /** Tells orders apart. */
  name: string
  /** What a document is ordered by. Depends on nothing else. */
  keysOf(document: LakeDocument): unknown[]
  compare(left: unknown[], right: unknown[]): number
}

/** Each holds a list as long as the documents it orders; the least recently asked for is forgotten. */
const MAX_INDEXES = 16

/** Lists in orders that have been asked for, following changes. */
export interface OrderIndexes {
  /** The documents of some types — `null`: of all — in an order. `read` gives them in order of `_id`. */
  get(
    order: DocumentOrder,
    types: readonly string[] | null,
    read: () => readonly LakeDocument[],
  ): readonly LakeDocument[]
  change(before: LakeDocument | undefined, after: LakeDocument | undefined): void
}

export function createOrderIndexes(): OrderIndexes {
  const indexes = leastRecent<{list: SortedList<LakeDocument>; types: ReadonlySet<string> | null}>(MAX_INDEXES)
  return {
    get(order, types, read) {
      const name = JSON.stringify([order.name, types])
      // A query that is stopped half-way leaves no index behind, rather than half of one.
      const index = indexes.get(name) ?? {list: orderedList(order, read()), types: types && new Set(types)}
      indexes.set(name, index)
      return index.list.items
    },
    change(before, after) {
      for (const {list, types} of indexes.values()) {
        const holds = (document: LakeDocument) => !types || types.has(document._type)
        if (before && holds(before)) list.remove(before)
        if (after && holds(after)) list.add(after)
      }
    },
  }
}

/** Some documents in an order. */
export function inOrder(order: DocumentOrder, documents: readonly LakeDocument[]): LakeDocument[] {
  const keyed = documents.map((document) => ({document, keys: order.keysOf(document)}))
  keyed.sort((left, right) => order.compare(left.keys, right.keys) || compareIds(left.document, right.document))
  return keyed.map(({document}) => document)
}

function orderedList(order: DocumentOrder, documents: readonly LakeDocument[]): SortedList<LakeDocument> {
  return sortedList(
    inOrder(order, documents),
    (left, right) => order.compare(order.keysOf(left), order.keysOf(right)) || compareIds(left, right),
  )
}

/** The order of results that ask for none. */
export function compareIds(left: LakeDocument, right: LakeDocument): number {
  return left._id < right._id ? -1 : Number(left._id > right._id)
}
