import type {ParsedReference} from '@/lib/bibliography/parsedEntry'
import {isSameWork, workKeys} from '@/lib/citations/works/sameWork'

export interface WorkFinder<Item> {
  /** The first that describes the same work, in the order in which they were added. */
  find: (record: ParsedReference) => Item | null
  add: (item: Item) => void
}

/** Finds works by their keys first, because comparing every row with every work of a library would be slow. */
export function createWorkFinder<Item extends {record: ParsedReference}>(items: readonly Item[]): WorkFinder<Item> {
  const byKey = new Map<string, Item[]>()
  const add = (item: Item) => {
    for (const key of workKeys(item.record)) {
      const known = byKey.get(key)
      if (known) known.push(item)
      else byKey.set(key, [item])
    }
  }
  items.forEach(add)
  return {
    add,
    find: (record) => {
      const candidates = workKeys(record).flatMap((key) => byKey.get(key) ?? [])
      return candidates.find((item) => isSameWork(item.record, record)) ?? null
    },
  }
}
