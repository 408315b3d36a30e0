import type {Commit, LakeDocument} from './document.ts'

import {publishedIdOf} from './ids.ts'
import {referencedIds} from './references.ts'
import {sortedList, type SortedList} from './sortedList.ts'

/** Which document, if any, stands for `id` in a view. Reads the store, so its answer changes with it. */
export type Choose = (id: string, read: (id: string) => LakeDocument | undefined) => LakeDocument | undefined

/** Which id of the view a stored id may change: itself in raw, the published one elsewhere. */
export type Address = (storedId: string) => string

/** The documents that a query may see, indexed by what queries ask for. Lists are in order of `_id`. */
export interface View {
  all(): readonly LakeDocument[]
  byId(id: string): LakeDocument | undefined
  byType(type: string): readonly LakeDocument[]
  bySlug(slug: string): readonly LakeDocument[]
  /** Documents with a reference to `id` anywhere. */
  referrers(id: string): readonly LakeDocument[]
  /** Follows a commit of the store. */
  update(commit: Commit): void
}

export function createView(stored: ReadonlyMap<string, LakeDocument>, choose: Choose, address: Address): View {
  const documents = new Map<string, LakeDocument>()
  const all = sortedList()
  const indexes = {type: index(), slug: index(), reference: index()}
  const read = (id: string) => stored.get(id)

  function refresh(id: string): void {
    const [before, after] = [documents.get(id), choose(id, read)]
    if (before) {
      all.remove(before)
      for (const [list, key] of keysOf(before)) list.remove(key, before)
    }
    if (!after) {
      documents.delete(id)
      return
    }
    documents.set(id, after)
    all.add(after)
    for (const [list, key] of keysOf(after)) list.add(key, after)
  }

  function keysOf(document: LakeDocument): [Index, string][] {
    const {slug} = document
    const current = typeof slug === 'object' && slug !== null && 'current' in slug ? slug.current : undefined
    return [
      [indexes.type, document._type],
      ...(typeof current === 'string' ? [[indexes.slug, current] satisfies [Index, string]] : []),
      ...[...referencedIds(document)].map((id): [Index, string] => [indexes.reference, id]),
    ]
  }

  for (const id of new Set([...stored.keys()].map(address).sort())) refresh(id)

  return {
    all: () => all.items,
    byId: (id) => documents.get(id),
    byType: (type) => indexes.type.get(type),
    bySlug: (slug) => indexes.slug.get(slug),
    referrers: (id) => indexes.reference.get(id),
    update({changes}) {
      for (const id of new Set(changes.map(({documentId}) => address(documentId)))) refresh(id)
    },
  }
}

/** For views in which an id is that of a published document. */
export const byPublishedId: Address = publishedIdOf

type Index = ReturnType<typeof index>

function index() {
  const lists = new Map<string, SortedList>()
  return {
    get: (key: string): readonly LakeDocument[] => lists.get(key)?.items ?? [],
    add(key: string, document: LakeDocument) {
      const list = lists.get(key) ?? sortedList()
      lists.set(key, list)
      list.add(document)
    },
    remove(key: string, document: LakeDocument) {
      const list = lists.get(key)
      list?.remove(document)
      if (list?.items.length === 0) lists.delete(key)
    },
  }
}
