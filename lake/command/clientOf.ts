import {createClient, type SanityClient} from '@sanity/client'

/** The official client, on the lake at an address of this machine. */
export function clientOf({url, token, projectId, dataset}: ClientOptions): SanityClient {
  return createClient({
    projectId,
    dataset,
    apiVersion: '2026-01-01',
    apiHost: url,
    useProjectHostname: false,
    useCdn: false,
    token,
  })
}

interface ClientOptions {
  url: string
  token: string
  projectId: string
  dataset: string
}
