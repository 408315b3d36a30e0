import type {Attempt} from './deliver.ts'
import type {Message, Verdict} from './queue.ts'

/** How long a message is tried, and how long it waits between attempts. Milliseconds. */
export interface Patience {
  /** The wait after the first failure; it is multiplied by `factor` after each further one. */
  first: number
  factor: number
  longest: number
  /** Null: for ever. Then a message that is refused as such is set aside, so that those after it go on. */
  giveUpAfter: number | null
}

const MINUTE = 60_000

/** The hosted lake gives up after 30 minutes. */
export const PATIENT: Patience = {first: 1000, factor: 2, longest: 5 * MINUTE, giveUpAfter: 30 * MINUTE}

/** The site must learn of every change, for it would show old pages for ever. */
export const TIRELESS: Patience = {first: 100, factor: 4, longest: 10_000, giveUpAfter: null}

const REFUSALS = 3
const ASIDE = {first: 10_000, factor: 2, longest: 10 * MINUTE}

/**
 * What becomes of a message after an attempt, as the hosted lake has it: a 429, a 5xx, a time-out and an unreachable
 * receiver are tried again; every other answer is final. `now` is in milliseconds since the epoch, `random` in [0, 1).
 *
 * @see https://www.sanity.io/docs/content-lake/webhooks, Technical limits, retries, and timeouts
 */
export function verdictOf(
  message: Message,
  attempt: Attempt,
  {patience, now, random}: {patience: Patience; now: number; random: () => number},
): Verdict {
  if (attempt.reason === null) return {status: 'success'}
  const failures = message.failureCount + 1
  const isRefused = attempt.reason === 'other' || (attempt.code !== null && attempt.code < 500 && attempt.code !== 429)
  const again = (wait: Omit<Patience, 'giveUpAfter'>, times: number, isAside: boolean): Verdict => ({
    status: 'queued',
    dueAt: now + waitOf(wait, times, random),
    isAside,
  })
  if (patience.giveUpAfter === null) {
    if (message.isAside || (isRefused && failures >= REFUSALS))
      return again(ASIDE, Math.max(1, failures - REFUSALS + 1), true)
    return again(patience, failures, false)
  }
  if (isRefused || now - message.createdAt >= patience.giveUpAfter) return {status: 'failure'}
  return again(patience, failures, message.isAside)
}

/** Half of it is by chance, so that many messages do not come back at one moment. */
function waitOf({first, factor, longest}: Omit<Patience, 'giveUpAfter'>, times: number, random: () => number): number {
  const longestNow = Math.min(longest, first * factor ** Math.min(times - 1, 30))
  return Math.round(longestNow * (0.5 + 0.5 * random()))
}
