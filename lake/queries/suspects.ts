const FIRST_BLOCK_MS = 10_000
const LONGEST_BLOCK_MS = 10 * 60_000
const ALARM_MS = 60_000
const MAX_CLIENTS = 10_000

/** Anonymous readers who have disturbed others. Nobody who has signed in is among them. */
export interface Suspects {
  /** A query of theirs was not answered at once where answers are expected at once. */
  delayed(): void
  /** A query of theirs has ended a replica. */
  killed(key: string): void
  /** Whether queries of theirs that nobody knows must wait elsewhere. */
  isAlarmed(): boolean
  /** For how long their queries are not taken at all. */
  blockedMs(key: string): number
}

/** @param now milliseconds, of any clock that only goes forward. */
export function createSuspects(now: () => number): Suspects {
  const blocks = new Map<string, {until: number; times: number}>()
  let alarmUntil = 0
  const alarm = () => (alarmUntil = now() + ALARM_MS)

  return {
    delayed: alarm,
    killed(key) {
      alarm()
      const times = (blocks.get(key)?.times ?? 0) + 1
      blocks.delete(key)
      blocks.set(key, {until: now() + Math.min(FIRST_BLOCK_MS * 2 ** (times - 1), LONGEST_BLOCK_MS), times})
      const [oldest] = blocks.keys()
      if (blocks.size > MAX_CLIENTS && oldest !== undefined) blocks.delete(oldest)
    },
    isAlarmed: () => now() < alarmUntil,
    blockedMs: (key) => Math.max(0, (blocks.get(key)?.until ?? 0) - now()),
  }
}
