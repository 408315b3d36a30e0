/** Items in an order of their own, no two of them equal in it. */
export interface SortedList<T> {
  readonly items: readonly T[]
  /** Puts an item in. It takes the place of an equal one. */
  add(item: T): void
  /** Takes out the item that is equal to this one, if any. */
  remove(item: T): void
}

/**
 * @param items already in order; the list keeps and changes it.
 * @param compare as for `Array.sort`; 0 means the same item.
 */
export function sortedList<T>(items: T[], compare: (left: T, right: T) => number): SortedList<T> {
  return {
    items,
    add(item) {
      const last = items.at(-1)
      if (last === undefined || compare(last, item) < 0) return void items.push(item)
      const place = placeOf(items, (other) => compare(other, item) < 0)
      const isThere = isEqualAt(place, item)
      items.splice(place, isThere ? 1 : 0, item)
    },
    remove(item) {
      const place = placeOf(items, (other) => compare(other, item) < 0)
      if (isEqualAt(place, item)) items.splice(place, 1)
    },
  }

  function isEqualAt(place: number, item: T): boolean {
    const other = items[place]
    return other !== undefined && compare(other, item) === 0
  }
}

/** The first index whose item does not come before: `isBefore` holds for a beginning of the list and nothing else. */
export function placeOf<T>(items: readonly T[], isBefore: (item: T) => boolean): number {
  let [low, high] = [0, items.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    const item = items[middle]
    if (item !== undefined && isBefore(item)) low = middle + 1
    else high = middle
  }
  return low
}
