import {createClient, type ClientConfig, type SanityClient} from '@sanity/client'

import {createSignedInFetch} from './endedSession'
import {createStreamFetch} from './streamSocket'

/** Workspace options that point the Studio at the lake on its own origin, `https://example.org`. */
export function embeddedStore(origin: string) {
  const apiHost = `${origin}/lake`
  const streamFetch = createStreamFetch({apiHost, fetch: (input, init) => fetch(input, init)})
  // A Studio that begins anew shows its sign-in page.
  const signedInFetch = createSignedInFetch(streamFetch, () => window.location.reload())
  return {
    apiHost,
    unstable_clientFactory: (config: ClientConfig): SanityClient =>
      createClient({...config, useProjectHostname: false, resolveFetch: () => signedInFetch}),
  }
}
