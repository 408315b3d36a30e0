import {createHash} from 'node:crypto'

import {leastRecent} from '../leastRecent.ts'

const MAX_TEXTS = 5_000
const LASTS_MS = 60_000
const LASTS_LONG_MS = 10 * 60_000
/** So often in a row a fast one may be late: a busy machine makes everything late now and then. */
const FAST_MISSES = 3

/**
 * `fast`: answered at once, the last time. `slow`: not answered in time where answers are expected at once.
 * `promising`: since then it has been fast elsewhere, as when an index was built for it. `hopeless`: it was promising
 * once, and slow again. `fatal`: it took all the memory there was.
 */
export type TextState = 'fast' | 'slow' | 'promising' | 'hopeless' | 'fatal'

/** What is known of queries by their text. */
export interface KnownTexts {
  state(query: string): TextState | null
  /** It was not answered in time where answers are expected at once. */
  failed(query: string): void
  /** It was answered that fast, there or elsewhere. */
  succeeded(query: string, isThere: boolean): void
  /** It ended the process that evaluated it. */
  killed(query: string): void
}

/** @param now milliseconds, of any clock that only goes forward. */
export function createKnownTexts(now: () => number): KnownTexts {
  const texts = leastRecent<{state: TextState; until: number; misses: number}>(MAX_TEXTS)

  function state(query: string): TextState | null {
    const entry = texts.get(keyOf(query))
    return entry && entry.until > now() ? entry.state : null
  }

  function learn(query: string, learnt: TextState, misses = 0): void {
    const isLong = learnt === 'hopeless' || learnt === 'fast'
    texts.set(keyOf(query), {state: learnt, until: now() + (isLong ? LASTS_LONG_MS : LASTS_MS), misses})
  }

  return {
    state,
    failed(query) {
      const before = state(query)
      const misses = (texts.get(keyOf(query))?.misses ?? 0) + 1
      if (before === 'fast' && misses < FAST_MISSES) learn(query, 'fast', misses)
      else learn(query, before === 'promising' ? 'hopeless' : 'slow')
    },
    succeeded(query, isThere) {
      const before = state(query)
      if (before === 'hopeless') return
      learn(query, before === 'slow' && !isThere ? 'promising' : before === 'promising' && !isThere ? before : 'fast')
    },
    killed: (query) => learn(query, 'fatal'),
  }
}

/** Long texts would fill the memory. */
function keyOf(query: string): string {
  return query.length < 200 ? query : createHash('sha1').update(query).digest('base64')
}
