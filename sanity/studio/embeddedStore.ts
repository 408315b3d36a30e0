import {createClient, type ClientConfig, type SanityClient} from '@sanity/client'

import {createSignedInFetch} from './endedSession'
import {createStreamFetch} from './streamSocket'

const BEGINNING_MS = 10_000

/** Workspace options that point the Studio at the lake on its own origin, `https://example.org`. */
export function embeddedStore(origin: string) {
  const apiHost = `${origin}/lake`
  const streamFetch = createStreamFetch({apiHost, fetch: (input, init) => fetch(input, init)})
  const signedInFetch = createSignedInFetch(streamFetch, beginAnew)
  return {
    apiHost,
    unstable_clientFactory: (config: ClientConfig): SanityClient =>
      createClient({...config, useProjectHostname: false, resolveFetch: () => signedInFetch}),
  }
}

/**
 * A Studio that begins anew shows its sign-in page. One that is just beginning does so by itself, and would begin for
 * ever if it were made to begin again before it has forgotten the session.
 */
function beginAnew(): void {
  if (performance.now() > BEGINNING_MS) window.location.reload()
}
