import type {LinkState} from './linkStates'
import type {Outcome} from './outcome'

/** What is known of an address after a check. Instants are ISO 8601, UTC. */
export interface LinkHealth {
  /** The address that was checked; what is known holds for no other. */
  url: string
  state: LinkState
  /** HTTP; `null` when nothing answered. */
  status: number | null
  message: string
  checkedAt: string
  /** The first of the failures since it was last alive. */
  firstFailedAt: string | null
  failures: number
  movedTo: string | null
  /** The host asked not to be asked before. */
  notBefore: string | null
}

const HOUR_MS = 3_600_000
const DEAD_AFTER_MS = 48 * HOUR_MS
const RECHECK_FAILING_MS = 48 * HOUR_MS
const RECHECK_MS = 7 * 24 * HOUR_MS

/**
 * What is known of `url` now.
 *
 * Dead is what failed twice, at least 48 hours apart, and was not alive in between. Being blocked is no evidence: it
 * neither counts nor clears failures. Alive clears them. What was known of another address is forgotten.
 */
export function nextHealth(
  previous: LinkHealth | null,
  outcome: Outcome,
  {url, now}: {url: string; now: number},
): LinkHealth {
  const known = previous?.url === url ? previous : null
  const kept = {firstFailedAt: known?.firstFailedAt ?? null, failures: known?.failures ?? 0}
  const health = {url, status: null, checkedAt: iso(now), movedTo: null, notBefore: null, message: outcome.message}
  switch (outcome.kind) {
    case 'alive': {
      const {status, movedTo, message} = outcome
      return {...health, state: message === '' ? 'ok' : 'moved', status, movedTo, firstFailedAt: null, failures: 0}
    }
    case 'refused':
      return {...health, ...kept, state: 'unchecked'}
    case 'blocked':
      return {...health, ...kept, ...answered(outcome), state: known?.state === 'dead' ? 'dead' : 'blocked'}
    case 'failed': {
      const firstFailedAt = kept.firstFailedAt ?? iso(now)
      const failures = kept.failures + 1
      const isDead = known?.state === 'dead' || (failures > 1 && now - Date.parse(firstFailedAt) >= DEAD_AFTER_MS)
      return {...health, ...answered(outcome), state: isDead ? 'dead' : 'failing', firstFailedAt, failures}
    }
  }
}

/** When an address is to be checked again, in Unix milliseconds: after a week, after 48 hours when it failed once. */
export function dueAt(health: LinkHealth | null, url: string): number {
  if (health?.url !== url) return 0
  const wait =
    health.state === 'failing' || (health.state === 'blocked' && health.failures > 0) ? RECHECK_FAILING_MS : RECHECK_MS
  const notBefore = health.notBefore === null ? 0 : Date.parse(health.notBefore)
  return Math.max(Date.parse(health.checkedAt) + wait, notBefore)
}

function answered({status, notBefore}: {status: number | null; notBefore: number | null}) {
  return {status, notBefore: notBefore === null ? null : iso(notBefore)}
}

function iso(instant: number): string {
  return new Date(instant).toISOString()
}
