/** Remembers which deliveries have taken effect. Bounded: the oldest is forgotten first. */
export interface Deliveries {
  has: (key: string) => boolean
  add: (key: string) => void
}

export function createDeliveries({maxEntries}: {maxEntries: number}): Deliveries {
  const seen = new Set<string>()
  return {
    has: (key) => seen.has(key),
    add: (key) => {
      seen.add(key)
      const [oldest] = seen
      if (seen.size > maxEntries && oldest !== undefined) seen.delete(oldest)
    },
  }
}
