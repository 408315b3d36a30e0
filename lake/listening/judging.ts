import type {Commit, LakeDocument} from '../documents/document.ts'
import type {Heard, Transition} from '../documents/mutationEvents.ts'
import {LakeError, QueryTimeoutError} from '../errors.ts'

import {cpuNow, withinCpu} from './cpuTime.ts'
import type {Filter} from './filter.ts'

/** One filter and what a commit means to it. */
export interface Candidate {
  filter: Filter
  identity: string
  isAudible(documentId: string): boolean
  /** What its last evaluation took; those that take little go first. */
  costMs: number
}

export interface Allowance {
  /** What one filter may take, in milliseconds of the thread's own time. It is sure of half of it. */
  filterMs: number
  /** What all filters may take together. */
  totalMs: number
}

export interface Verdicts<C> {
  heard: Map<C, Heard[]>
  /** Those that failed or took too long, and why. */
  failed: Map<C, string>
}

const TOO_SLOW = 'The listener takes too long to evaluate: name ids or types in its filter'

/**
 * Decides for each candidate which changes of the commit it hears. Simple filters always are decided; of the others, the
 * cheapest first, each within its allowance and all within theirs: those left over have failed, as has one that throws.
 */
export function judge<C extends Candidate>(
  candidates: Iterable<C>,
  commit: Commit,
  {filterMs, totalMs}: Allowance,
): Verdicts<C> {
  const heard = new Map<C, Heard[]>()
  const failed = new Map<C, string>()
  const hard: C[] = []
  const timestamp = new Date(commit.timestamp)
  for (const candidate of candidates) {
    if (candidate.filter.isSimple) heard.set(candidate, heardBy(candidate, commit, timestamp))
    else hard.push(candidate)
  }
  hard.sort((a, b) => a.costMs - b.costMs)

  const end = cpuNow() + totalMs
  let next = 0
  // Starting a time limit costs more than most filters do, so many share one.
  const judgeSome = () => {
    const startedAt = cpuNow()
    let before = startedAt
    for (let one = hard[next]; one && before < startedAt + filterMs / 2 && before < end; one = hard[next]) {
      heard.set(one, heardBy(one, commit, timestamp))
      const now = cpuNow()
      one.costMs = now - before
      before = now
      next += 1
    }
  }
  while (next < hard.length && cpuNow() < end) {
    try {
      withinCpu(filterMs, 'listen', judgeSome)
    } catch (error) {
      const culprit = hard[next]
      if (culprit) failed.set(culprit, reason(error))
      next += 1
    }
  }
  for (const late of hard.slice(next)) failed.set(late, TOO_SLOW)
  return {heard, failed}
}

function heardBy({filter, identity, isAudible}: Candidate, {changes}: Commit, timestamp: Date): Heard[] {
  const now = {timestamp, identity}
  const holds = (document: LakeDocument | null) => document !== null && filter.holds(document, now)
  return changes.flatMap((change) => {
    if (!isAudible(change.documentId)) return []
    const transition = transitionOf(holds(change.before), holds(change.after))
    return transition ? [{change, transition}] : []
  })
}

function transitionOf(before: boolean, after: boolean): Transition | null {
  if (after) return before ? 'update' : 'appear'
  return before ? 'disappear' : null
}

function reason(error: unknown): string {
  if (!(error instanceof LakeError)) return 'The listener failed'
  return error instanceof QueryTimeoutError ? TOO_SLOW : error.message
}
