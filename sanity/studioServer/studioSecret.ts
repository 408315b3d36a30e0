import {schemaType, SECRET_TTL} from '@sanity/preview-url-secret/constants'
import type {SanityClient} from '@sanity/client'

import {STUDIO_SECRET_SOURCE} from '@/lib/preview/studioPassNames'

const studioSecretQuery = `count(*[
  _type == $type && secret == $secret && source == $source && dateTime(_updatedAt) > dateTime(now()) - ${SECRET_TTL}
]) > 0`

/**
 * Whether somebody who may write has put this secret into the content store for the Studio, within the hour.
 * `client` must be one that reads drafts.
 */
export function isStudioSecret(client: SanityClient, secret: string): Promise<boolean> {
  const raw = client.withConfig({perspective: 'raw', useCdn: false, stega: false})
  const params = {type: schemaType, secret, source: STUDIO_SECRET_SOURCE}
  return raw.fetch<boolean>(studioSecretQuery, params, {cache: 'no-store'})
}
