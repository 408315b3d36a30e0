import 'server-only'
import {createClient, type SanityClient, type StegaConfig} from '@sanity/client'

import {API_VERSION} from './env'
import {serverEnv} from './serverEnv'
import {createTransport} from './transport'

const READ_TIMEOUT_MS = 5_000

const resolveFetch = createTransport({timeoutMs: READ_TIMEOUT_MS})

/** A client that sees what everybody may see: published documents, straight from the store. */
export function publishedClient(): SanityClient {
  const {projectId, dataset, isEmbedded, lakeUrl} = serverEnv()
  return createClient({
    projectId,
    dataset,
    apiVersion: API_VERSION,
    perspective: 'published',
    useCdn: false,
    maxRetries: 1,
    resolveFetch,
    ...(isEmbedded ? {apiHost: lakeUrl, useProjectHostname: false} : {}),
  })
}

/** A client that sees drafts; `null` when no token is configured. Its results must never enter a cache. */
export function draftClient(): SanityClient | null {
  const {readToken, siteUrl} = serverEnv()
  if (!readToken) return null
  return publishedClient().withConfig({
    token: readToken,
    perspective: 'drafts',
    stega: {enabled: true, studioUrl: `${siteUrl}/studio`, filter: isProse},
  })
}

/** Words that a reader sees as they are stored. Whatever is compared, parsed or formatted would break with marks hidden in it. */
const PROSE = new Set([
  'title',
  'dek',
  'text',
  'name',
  'description',
  'tagline',
  'affiliation',
  'attribution',
  'disclosure',
  'caption',
])

const isProse: NonNullable<StegaConfig['filter']> = ({sourcePath, sourceDocument}) => {
  const field = sourcePath.findLast((part) => typeof part === 'string')
  return sourceDocument._type !== 'bibliographicReference' && typeof field === 'string' && PROSE.has(field)
}
