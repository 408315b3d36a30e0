import type {Identify, Identity} from '../identity.ts'

/** What can be ended when whoever it belongs to is no longer let in. */
export interface Revocable {
  end(): void
  /** Calls back when it has ended for another reason. */
  onEnd(end: () => void): void
}

/** Ends what belongs to people who have lost their session, their token or their role. */
export interface Revocations {
  watch(target: Revocable, identity: Identity, headers: Headers): void
  /** Asks once more who everybody is. Called every four seconds. */
  check(): Promise<void>
  close(): void
}

const CHECK_MS = 4_000

interface Watched {
  credentials: Record<string, string>
  targets: Map<Revocable, Identity>
}

/** Targets with the same credentials are asked for together: a Studio holds many streams. */
export function createRevocations(identify: Identify): Revocations {
  const watched = new Map<string, Watched>()
  const timer = setInterval(() => void check().catch(console.error), CHECK_MS)
  timer.unref()

  async function check(): Promise<void> {
    for (const {credentials, targets} of watched.values()) {
      const current = await identify(new Request('http://lake.internal/', {headers: credentials}))
      for (const [target, {id, role}] of targets) if (current?.id !== id || current.role !== role) target.end()
    }
  }

  return {
    watch(target, identity, headers) {
      const credentials = credentialsOf(headers)
      const key = JSON.stringify(credentials)
      const entry = watched.get(key) ?? {credentials, targets: new Map<Revocable, Identity>()}
      watched.set(key, entry)
      entry.targets.set(target, identity)
      target.onEnd(() => {
        entry.targets.delete(target)
        if (entry.targets.size === 0) watched.delete(key)
      })
    },
    check,
    close: () => clearInterval(timer),
  }
}

function credentialsOf(headers: Headers): Record<string, string> {
  return Object.fromEntries(
    ['authorization', 'cookie'].flatMap((name) => {
      const value = headers.get(name)
      return value === null ? [] : [[name, value]]
    }),
  )
}
