export interface BoundedCache<Value> {
  get: (key: string, make: () => Value) => Value
}

/** Keeps the `max` values asked for last; the least recently used goes first. */
export function boundedCache<Value>(max: number): BoundedCache<Value> {
  const values = new Map<string, Value>()
  return {
    get(key, make) {
      const value = values.get(key) ?? make()
      values.delete(key)
      values.set(key, value)
      const [oldest] = values.keys()
      if (values.size > max && oldest !== undefined) values.delete(oldest)
      return value
    },
  }
}
