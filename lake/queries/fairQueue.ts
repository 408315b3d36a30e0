import {TooManyQueriesError} from './errors.ts'
import type {QueryClient} from './queries.ts'

export interface FairQueue<T> {
  /** What is urgent goes before what the same client has waiting. @throws {TooManyQueriesError} 429 when this client, 503 when everybody together has too many waiting. */
  push(client: QueryClient, item: T, options?: {isUrgent: boolean}): void
  /** The next one: people who have signed in before others, then who has used least, then who came first. */
  shift(): T | undefined
  remove(item: T): void
  readonly size: number
}

interface FairQueueOptions {
  /** How many may wait. */
  maxWaiting: number
  maxWaitingPerClient: number
  /** What a client has used of late. */
  used(key: string): number
}

export function createFairQueue<T>({maxWaiting, maxWaitingPerClient, used}: FairQueueOptions): FairQueue<T> {
  const waiting = new Map<string, {client: QueryClient; items: T[]}>()
  let size = 0

  function taken(key: string): void {
    size -= 1
    if (waiting.get(key)?.items.length === 0) waiting.delete(key)
  }

  return {
    get size() {
      return size
    },
    push(client, item, {isUrgent} = {isUrgent: false}) {
      const line = waiting.get(client.key) ?? {client, items: []}
      if (line.items.length >= maxWaitingPerClient) throw new TooManyQueriesError(429)
      if (size >= maxWaiting) throw new TooManyQueriesError(503)
      waiting.set(client.key, line)
      if (isUrgent) line.items.unshift(item)
      else line.items.push(item)
      size += 1
    },
    shift() {
      const [next] = [...waiting]
        .map(([key, {client}]) => ({key, rank: client.isSignedIn ? 0 : 1, used: used(key)}))
        .sort((left, right) => left.rank - right.rank || left.used - right.used)
      if (!next) return undefined
      const item = waiting.get(next.key)?.items.shift()
      taken(next.key)
      return item
    },
    remove(item) {
      for (const [key, {items}] of waiting) {
        const place = items.indexOf(item)
        if (place === -1) continue
        items.splice(place, 1)
        taken(key)
      }
    },
  }
}
