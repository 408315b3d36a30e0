import {createHash} from 'node:crypto'

import {leastRecent} from '../groq/leastRecent.ts'

const MAX_TEXTS = 2_000
const SLOW_FOR_MS = 60_000
const STAYS_SLOW_FOR_MS = 10 * 60_000

interface Known {
  until: number
  /**
   * `slow`: it has not been answered in time. `promising`: since then it has, elsewhere, as when an index is built for
   * it. `hopeless`: it was promising once, and not answered in time again.
   */
  state: 'slow' | 'promising' | 'hopeless'
}

/** Which queries, by their text, are not worth another try where answers are expected at once. */
export interface SlowTexts {
  state(query: string): Known['state'] | null
  /** It has not been answered in time where answers are expected at once. */
  failed(query: string): void
  /** It has been answered that fast. */
  succeeded(query: string, wasQuickLane: boolean): void
}

/** @param now milliseconds, of any clock that only goes forward. */
export function createSlowTexts(now: () => number): SlowTexts {
  const texts = leastRecent<Known>(MAX_TEXTS)
  const known = (query: string) => {
    const entry = texts.get(keyOf(query))
    return entry && entry.until > now() ? entry : null
  }
  return {
    state: (query) => known(query)?.state ?? null,
    failed(query) {
      const isHopeless = known(query)?.state === 'promising'
      const until = now() + (isHopeless ? STAYS_SLOW_FOR_MS : SLOW_FOR_MS)
      texts.set(keyOf(query), {state: isHopeless ? 'hopeless' : 'slow', until})
    },
    succeeded(query, wasQuickLane) {
      const entry = known(query)
      if (!entry || entry.state === 'hopeless') return
      if (wasQuickLane) texts.delete(keyOf(query))
      else texts.set(keyOf(query), {...entry, state: 'promising'})
    },
  }
}

/** Long texts would fill the memory. */
function keyOf(query: string): string {
  return query.length < 200 ? query : createHash('sha1').update(query).digest('base64')
}
