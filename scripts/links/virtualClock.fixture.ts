import type {Clock} from './hostTurns.ts'

/** A clock that stands still until somebody waits, and then jumps there once nothing else has to be done first. */
export function virtualClock(start = Date.parse('2026-01-01T00:00:00Z')): Clock & {pass: (ms: number) => void} {
  let now = start
  return {
    now: () => now,
    wait: async (ms) => {
      const until = now + ms
      await new Promise((resolve) => setImmediate(resolve))
      now = Math.max(now, until)
    },
    pass: (ms) => void (now += ms),
  }
}
