import {QueryTimeoutError} from '../errors.ts'
import {leastRecent} from '../leastRecent.ts'
import {Throttle} from '../throttle.ts'

import {TooManyStreamsError} from './admission.ts'
import {withinCpu} from './cpuTime.ts'
import {parseFilter, type Filter, type FilterOptions} from './filter.ts'

/** Parsed filters, and how often listeners have asked for too much. */
export interface Filters {
  /**
   * @throws {QueryParseError} 400. @throws {QueryEvaluationError} 400.
   * @throws {TooManyStreamsError} 429, when the client's filters have taken too long too often.
   */
  parse(key: string, options: FilterOptions, client: string): Filter
  /** A filter took too long: it must be parsed again, and its clients may not do that for ever. */
  blame(key: string, clients: Iterable<string>, isAnonymous: boolean): void
}

const MAX_FILTERS = 5_000
const ANYBODY = 'anybody'

export function createFilters(clock: () => number, parseMs: number): Filters {
  const filters = leastRecent<Filter>(MAX_FILTERS)
  const strikes = new Throttle({burst: 6, refillMs: 30_000})
  // Addresses are cheap to come by, so those without an identity share a bound, too.
  const anonymousStrikes = new Throttle({burst: 30, refillMs: 1_000})

  function strike(client: string, isAnonymous: boolean): void {
    strikes.take(client, clock())
    if (isAnonymous) anonymousStrikes.take(ANYBODY, clock())
  }

  function refuseOffender(client: string, isAnonymous: boolean): void {
    const waits = [strikes.waitMs(client, clock()), isAnonymous ? anonymousStrikes.waitMs(ANYBODY, clock()) : 0]
    const waitMs = Math.max(...waits)
    if (waitMs > 0)
      throw new TooManyStreamsError('Your listeners have taken too long too often', Math.ceil(waitMs / 1_000))
  }

  return {
    parse(key, options, client) {
      const known = filters.get(key)
      if (known) return known
      refuseOffender(client, options.isAnonymous)
      try {
        const filter = withinCpu(parseMs, options.query, () => parseFilter(options))
        filters.set(key, filter)
        return filter
      } catch (error) {
        if (error instanceof QueryTimeoutError) strike(client, options.isAnonymous)
        throw error
      }
    },
    blame(key, clients, isAnonymous) {
      filters.delete(key)
      for (const client of new Set(clients)) strike(client, isAnonymous)
    },
  }
}
