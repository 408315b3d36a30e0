/** A map that forgets what was asked for longest ago. */
export interface LeastRecent<V> {
  get(key: string): V | undefined
  set(key: string, value: V): void
  delete(key: string): void
  has(key: string): boolean
  values(): Iterable<V>
}

export function leastRecent<V>(maxEntries: number): LeastRecent<V> {
  const entries = new Map<string, V>()
  return {
    get(key) {
      const value = entries.get(key)
      if (value !== undefined) {
        entries.delete(key)
        entries.set(key, value)
      }
      return value
    },
    set(key, value) {
      entries.delete(key)
      entries.set(key, value)
      const [oldest] = entries.keys()
      if (entries.size > maxEntries && oldest !== undefined) entries.delete(oldest)
    },
    delete: (key) => void entries.delete(key),
    has: (key) => entries.has(key),
    values: () => entries.values(),
  }
}
