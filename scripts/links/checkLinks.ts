import type {CheckedLink} from '@/lib/links/dueLinks'
import {nextHealth, type LinkHealth} from '@/lib/links/nextHealth'
import type {Outcome} from '@/lib/links/outcome'

import type {AskLink} from './askLink.ts'
import type {HostTurns} from './hostTurns.ts'

const CONCURRENT_HOSTS = 8

interface Checking {
  ask: AskLink
  turns: HostTurns
  now: () => number
  /** Keeps what was found, before the next address is asked. */
  record: (link: CheckedLink, health: LinkHealth) => Promise<void>
  /** Whether anything at all can be reached; asked when nothing answered after a failure. */
  isOnline: () => Promise<boolean>
  /** Ends the run; of what is being asked nothing is kept. */
  signal?: AbortSignal
}

export interface Checked {
  link: CheckedLink
  health: LinkHealth
}

/**
 * Checks links in order, one at a time for a host, eight hosts at once, and resolves with what was kept.
 *
 * That something did not answer is kept only once something else has: without a network everything looks dead.
 */
export async function checkLinks(
  links: readonly CheckedLink[],
  {ask, turns, now, record, isOnline, signal}: Checking,
): Promise<{checked: Checked[]; isOffline: boolean}> {
  const waiting = [...links]
  const busy = new Set<string>()
  const checked: Checked[] = []
  let doubtful: {link: CheckedLink; outcome: Outcome; at: number}[] = []

  async function keep(link: CheckedLink, outcome: Outcome, at: number): Promise<void> {
    const health = nextHealth(link.health, outcome, {url: link.url, now: at})
    await record(link, health)
    checked.push({link, health})
  }

  async function keepDoubtful(): Promise<void> {
    const believed = doubtful
    doubtful = []
    for (const {link, outcome, at} of believed) await keep(link, outcome, at)
  }

  async function check(link: CheckedLink): Promise<void> {
    const outcome = await ask(link)
    if (outcome.kind === 'failed' && outcome.status === null) doubtful.push({link, outcome, at: now()})
    else await keep(link, outcome, now())
    if (outcome.kind !== 'refused' && !isDoubtful(outcome)) await keepDoubtful()
  }

  async function work(): Promise<void> {
    for (let link = take(); link; link = take()) {
      const host = new URL(link.url).host
      busy.add(host)
      try {
        await check(link)
      } catch (error) {
        if (signal?.aborted) return
        waiting.length = 0
        throw error
      }
      busy.delete(host)
    }
  }

  function take(): CheckedLink | undefined {
    if (signal?.aborted) return undefined
    const next = waiting.findIndex(({url}) => !busy.has(new URL(url).host) && !turns.isPaused(new URL(url).host))
    return next === -1 ? undefined : waiting.splice(next, 1)[0]
  }

  // A worker that finds only busy hosts ends; the one that holds the last of them goes on alone.
  await Promise.all(Array.from({length: CONCURRENT_HOSTS}, work))
  const isOffline = doubtful.length > 0 && !signal?.aborted && !(await isOnline())
  if (!isOffline && !signal?.aborted) await keepDoubtful()
  return {checked, isOffline}
}

function isDoubtful(outcome: Outcome): boolean {
  return outcome.kind === 'failed' && outcome.status === null
}
