import {QueryTimeoutError} from '../errors.ts'
import {within} from '../groq/within.ts'

/** Milliseconds of work that this thread has done. On a busy machine it is far less than the time that has passed. */
export function cpuNow(): number {
  const {user, system} = process.threadCpuUsage()
  return (user + system) / 1_000
}

const MAX_STARVED = 8

/** What all attempts together may take, in limits: it is taken from those who wait their turn. */
const MAX_SPENT = 2

/**
 * Runs work on behalf of a listener for at most `limitMs` of the thread's own time: when the machine was busy elsewhere
 * the work is begun again, and must be such that it can be.
 *
 * @throws as `within`.
 */
export function withinCpu<T>(limitMs: number, query: string, work: () => T): T {
  const begunAt = cpuNow()
  for (let attempt = 1; ; attempt++) {
    const startedAt = cpuNow()
    try {
      return within(limitMs, query, work)
    } catch (error) {
      const isStarved = error instanceof QueryTimeoutError && cpuNow() - startedAt < limitMs * 0.9
      const isSpent = attempt === MAX_STARVED || cpuNow() - begunAt >= limitMs * MAX_SPENT
      if (!isStarved || isSpent) throw error
    }
  }
}
