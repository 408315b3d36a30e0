export interface Random {
  /** A whole number from 0 to `below` - 1. */
  below(below: number): number
  /** True once in `times`. */
  once(times: number): boolean
}

/** Numbers that the same seed gives again (mulberry32). */
export function createRandom(seed: number): Random {
  let state = seed
  function next(): number {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (limit: number) => Math.floor(next() * limit)
  return {below, once: (times) => below(times) === 0}
}
