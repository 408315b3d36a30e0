import type {LakeDocument} from './document.ts'

/** Documents in order of `_id`, each id once. */
export interface SortedList {
  readonly items: readonly LakeDocument[]
  add(document: LakeDocument): void
  remove(document: LakeDocument): void
}

export function sortedList(): SortedList {
  const items: LakeDocument[] = []
  return {
    items,
    add(document) {
      const last = items.at(-1)
      if (!last || last._id < document._id) items.push(document)
      else items.splice(placeOf(items, document._id), 0, document)
    },
    remove(document) {
      const place = placeOf(items, document._id)
      if (items[place]?._id === document._id) items.splice(place, 1)
    },
  }
}

/** The first index whose id is not less than `id`. */
function placeOf(items: readonly LakeDocument[], id: string): number {
  let [low, high] = [0, items.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    const item = items[middle]
    if (item && item._id < id) low = middle + 1
    else high = middle
  }
  return low
}
