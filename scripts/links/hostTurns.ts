export interface Clock {
  /** Unix milliseconds. */
  now: () => number
  wait: (ms: number) => Promise<void>
}

export interface HostTurns {
  /** Resolves when this host may be asked: a second, at least, after it was asked last. */
  turn: (host: string) => Promise<void>
  /** The host asked to be left alone until then, in Unix milliseconds. */
  pause: (host: string, until: number) => void
  /** Whether the host is to be left alone for longer than it is worth waiting. */
  isPaused: (host: string) => boolean
}

const BETWEEN_REQUESTS_MS = 1_000
const WORTH_WAITING_MS = 30_000

/** Lets nobody ask a host more than once a second, redirects included. */
export function hostTurns({now, wait}: Clock): HostTurns {
  const freeAt = new Map<string, number>()
  return {
    turn: async (host) => {
      const at = Math.max(now(), freeAt.get(host) ?? 0)
      freeAt.set(host, at + BETWEEN_REQUESTS_MS)
      if (at > now()) await wait(at - now())
    },
    pause: (host, until) => void freeAt.set(host, Math.max(until, freeAt.get(host) ?? 0)),
    isPaused: (host) => (freeAt.get(host) ?? 0) > now() + WORTH_WAITING_MS,
  }
}
