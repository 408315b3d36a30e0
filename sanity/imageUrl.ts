import {publicEnv} from './env'

const ASSET_ID = /^image-([\w-]+)-(\d+x\d+)-(\w+)$/

/**
 * The address of an image's original by the id of its asset; `null` when it is no image asset's id.
 * In the embedded store it is a path, so that a page works under every name the site is reached by.
 */
export function imageUrl(assetId: string): string | null {
  const match = ASSET_ID.exec(assetId)
  if (!match) return null
  const [, hash, size, extension] = match
  const {projectId, dataset, isEmbedded} = publicEnv()
  return `${isEmbedded ? '/lake' : 'https://cdn.sanity.io'}/images/${projectId}/${dataset}/${hash}-${size}.${extension}`
}
