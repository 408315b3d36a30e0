import type {Commit, LakeDocument} from './document.ts'

import {publishedIdOf} from './ids.ts'
import {compareIds, createOrderIndexes, type DocumentOrder} from './orderIndexes.ts'
import {referencedIds} from './references.ts'
import {placeOf, sortedList, type SortedList} from './sortedList.ts'

/** Which document, if any, stands for `id` in a view. Reads the store, so its answer changes with it. */
export type Choose = (id: string, read: (id: string) => LakeDocument | undefined) => LakeDocument | undefined

/** Which id of the view a stored id may change: itself in raw, the published one elsewhere. */
export type Address = (storedId: string) => string

/** The documents that a query may see, indexed by what queries ask for. Lists are in order of `_id`. */
export interface View {
  all(): readonly LakeDocument[]
  byId(id: string): LakeDocument | undefined
  /** Documents whose id begins with `prefix`; with an empty one, all. */
  byIdPrefix(prefix: string): readonly LakeDocument[]
  byType(type: string): readonly LakeDocument[]
  bySlug(slug: string): readonly LakeDocument[]
  /** Documents with a reference to `id` anywhere. */
  referrers(id: string): readonly LakeDocument[]
  /** How many documents a list has, without reading it. */
  count(list: 'type' | 'slug' | 'reference', key: string): number
  /** The documents of some types, or with `null` all, in another order than that of `_id`. */
  ordered(order: DocumentOrder, types: readonly string[] | null): readonly LakeDocument[]
  /** Follows a commit of the store. */
  update(commit: Commit): void
}

export function createView(stored: ReadonlyMap<string, LakeDocument>, choose: Choose, address: Address): View {
  const documents = new Map<string, LakeDocument>()
  const all = sortedList<LakeDocument>([], compareIds)
  const indexes = {type: index(), slug: index(), reference: index()}
  const orders = createOrderIndexes()
  const read = (id: string) => stored.get(id)

  function refresh(id: string): void {
    const [before, after] = [documents.get(id), choose(id, read)]
    const keys = after ? keysOf(after) : []
    for (const [list, key] of before ? keysOf(before) : []) {
      if (!keys.some(([other, kept]) => other === list && kept === key)) list.remove(key, before)
    }
    for (const [list, key] of keys) list.add(key, after)
    orders.change(before, after)
    if (after) {
      documents.set(id, after)
      all.add(after)
    } else if (before) {
      documents.delete(id)
      all.remove(before)
    }
  }

  function keysOf(document: LakeDocument): [Index, string][] {
    const slug = slugOf(document)
    return [
      [indexes.type, document._type],
      ...(slug === undefined ? [] : [[indexes.slug, slug] satisfies [Index, string]]),
      ...[...referencedIds(document)].map((id): [Index, string] => [indexes.reference, id]),
    ]
  }

  for (const id of new Set([...stored.keys()].map(address).sort())) refresh(id)

  return {
    all: () => all.items,
    byId: (id) => documents.get(id),
    byIdPrefix: (prefix) => withPrefix(all.items, prefix),
    byType: (type) => indexes.type.get(type),
    bySlug: (slug) => indexes.slug.get(slug),
    referrers: (id) => indexes.reference.get(id),
    count: (list, key) => indexes[list].get(key).length,
    ordered: (order, types) =>
      orders.get(order, types, () => (types ? union(types.map((type) => indexes.type.get(type))) : all.items)),
    update({changes}) {
      for (const id of new Set(changes.map(({documentId}) => address(documentId)))) refresh(id)
    },
  }
}

/** For views in which an id is that of a published document. */
export const byPublishedId: Address = publishedIdOf

/** `slug.current`, when it is a string. */
export function slugOf({slug}: LakeDocument): string | undefined {
  const current = typeof slug === 'object' && slug !== null && 'current' in slug ? slug.current : undefined
  return typeof current === 'string' ? current : undefined
}

/** Every document of some lists once, in order of `_id`, in which the lists are. */
export function union(lists: readonly (readonly LakeDocument[])[]): readonly LakeDocument[] {
  const [first = [], ...others] = lists
  return others.reduce(merged, first)
}

function merged(left: readonly LakeDocument[], right: readonly LakeDocument[]): readonly LakeDocument[] {
  const result: LakeDocument[] = []
  let place = 0
  for (const document of left) {
    for (let other = right[place]; other && other._id <= document._id; other = right[++place])
      if (other._id < document._id) result.push(other)
    result.push(document)
  }
  for (const other of right.slice(place)) result.push(other)
  return result
}

function withPrefix(items: readonly LakeDocument[], prefix: string): readonly LakeDocument[] {
  if (prefix === '') return items
  const start = placeOf(items, ({_id}) => _id < prefix)
  return items.slice(
    start,
    placeOf(items, ({_id}) => _id < prefix || _id.startsWith(prefix)),
  )
}

type Index = ReturnType<typeof index>

function index() {
  const lists = new Map<string, SortedList<LakeDocument>>()
  return {
    get: (key: string): readonly LakeDocument[] => lists.get(key)?.items ?? [],
    add(key: string, document: LakeDocument | undefined) {
      if (!document) return
      const list = lists.get(key) ?? sortedList<LakeDocument>([], compareIds)
      lists.set(key, list)
      list.add(document)
    },
    remove(key: string, document: LakeDocument | undefined) {
      const list = lists.get(key)
      if (document) list?.remove(document)
      if (list?.items.length === 0) lists.delete(key)
    },
  }
}
