import {z} from 'zod'

const MB = 1_000_000
const megabytes = (otherwise: number) =>
  z.coerce
    .number('must be a number of megabytes')
    .min(1, 'must be 1 or more')
    .default(otherwise)
    .transform((count) => count * MB)

export interface AssetLimits {
  maxImageBytes: number
  maxFileBytes: number
  maxCacheBytes: number
}

/** The variables that bound uploads and what is kept of transformed images. */
export const assetVariables = {
  LAKE_MAX_IMAGE_MB: megabytes(50),
  LAKE_MAX_FILE_MB: megabytes(500),
  LAKE_IMAGE_CACHE_MB: megabytes(1000),
}

/** The limits that the variables, once parsed, stand for. */
export function assetLimitsOf(variables: Record<keyof typeof assetVariables, number>): AssetLimits {
  return {
    maxImageBytes: variables.LAKE_MAX_IMAGE_MB,
    maxFileBytes: variables.LAKE_MAX_FILE_MB,
    maxCacheBytes: variables.LAKE_IMAGE_CACHE_MB,
  }
}
