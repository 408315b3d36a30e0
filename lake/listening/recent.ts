import type {Commit, Store} from '../store/store.ts'

import {createPastCommits} from './pastCommits.ts'
import {sizeOf} from './sizeOf.ts'

/** The newest commits with their documents, for listeners that were cut off for a moment. */
export interface RecentCommits {
  /**
   * The commits of a dataset from the one an event belongs to, that one included: it may have been told only in part.
   * Null when it is unknown or too long ago.
   */
  since(dataset: string, eventId: string): Commit[] | null
  /** The commits of a dataset after a place in the log. Null when it is not a place in the log or too long ago. */
  after(dataset: string, sequence: number): Commit[] | null
}

export interface RecentLimits {
  maxCommits: number
  maxBytes: number
  /** How many document changes are read again from the log. */
  maxEntries: number
}

const limitsOfProcess: RecentLimits = {maxCommits: 300, maxBytes: 16 * 1024 * 1024, maxEntries: 1_000}

/** Remembers the newest commits; older ones, and those before this process, are made again from the log. */
export function rememberCommits(store: Store, limits: RecentLimits = limitsOfProcess): RecentCommits {
  const commits: {commit: Commit; bytes: number}[] = []
  const past = createPastCommits(store, limits)
  /** The newest commit that is not remembered. */
  let horizon = store.lastSequence()
  let bytes = 0

  store.onCommit((commit) => {
    const size = sizeOf(commit.changes)
    commits.push({commit, bytes: size})
    bytes += size
    while (commits.length > limits.maxCommits || bytes > limits.maxBytes) {
      const oldest = commits.shift()
      if (!oldest) return
      bytes -= oldest.bytes
      horizon = oldest.commit.sequence
      past.forget()
    }
  })

  function after(dataset: string, sequence: number): Commit[] | null {
    if (!Number.isSafeInteger(sequence) || sequence < 0 || sequence > store.lastSequence()) return null
    const remembered = commits.flatMap(({commit}) =>
      commit.dataset === dataset && commit.sequence > sequence ? [commit] : [],
    )
    if (sequence >= horizon) return remembered
    const earlier = past.between(dataset, {after: sequence, until: horizon}, remembered)
    return earlier && [...earlier, ...remembered]
  }

  return {
    after,
    since(dataset, eventId) {
      const [transactionId = ''] = eventId.split('#')
      const known = commits.find(({commit}) => commit.dataset === dataset && commit.id === transactionId)
      const sequence = known?.commit.sequence ?? store.sequenceOf(dataset, transactionId)
      return sequence === null ? null : after(dataset, sequence - 1)
    },
  }
}
