import {dueAt, type LinkHealth} from './nextHealth'

/** A reference's address, and what is known of it. */
export interface CheckedLink {
  referenceId: string
  url: string
  /** Whether it is a DOI's resolver, which alone is asked. */
  isDoi: boolean
  health: LinkHealth | null
  /** An editor asked to check it again. */
  isAskedFor: boolean
  /** The address that the public document names as dead; `null` when there is no such document. */
  deadUrl: string | null
}

/** Those to be checked now: what editors asked for, what was never checked, then what was checked longest ago. */
export function dueLinks(links: readonly CheckedLink[], {now, limit}: {now: number; limit: number}): CheckedLink[] {
  return links
    .filter(({health, url, isAskedFor}) => isAskedFor || dueAt(health, url) <= now)
    .sort((a, b) => order(a) - order(b))
    .slice(0, limit)
}

function order({health, url, isAskedFor}: CheckedLink): number {
  if (isAskedFor) return -1
  return health?.url === url ? Date.parse(health.checkedAt) : 0
}
