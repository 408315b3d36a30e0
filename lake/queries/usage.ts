const HALF_LIFE_MS = 2_000
const MAX_CLIENTS = 10_000
const FORGOTTEN_MS = 0.5

/** How long the queries of each client have run, the last seconds counting most. */
export interface Usage {
  of(key: string): number
  add(key: string, ms: number): void
}

/** @param now milliseconds, of any clock that only goes forward. */
export function createUsage(now: () => number): Usage {
  const clients = new Map<string, {ms: number; at: number}>()

  function of(key: string): number {
    const entry = clients.get(key)
    return entry ? entry.ms * 0.5 ** ((now() - entry.at) / HALF_LIFE_MS) : 0
  }

  return {
    of,
    add(key, ms) {
      clients.set(key, {ms: of(key) + ms, at: now()})
      if (clients.size <= MAX_CLIENTS) return
      for (const other of clients.keys())
        if (of(other) < FORGOTTEN_MS || clients.size > MAX_CLIENTS) clients.delete(other)
    },
  }
}
