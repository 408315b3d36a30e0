import {z} from 'zod'

import {imageUrl} from '@/sanity/imageUrl'

/** What a page needs to draw an image. */
export const imageFields = `
  "asset": select(defined(asset) => asset->{
    _id,
    "width": metadata.dimensions.width,
    "height": metadata.dimensions.height,
    "lqip": metadata.lqip
  }),
  "crop": crop{top, bottom, left, right},
  "hotspot": hotspot{x, y, width, height}
`

const fraction = z.number().nullable()

export const imageShape = {
  asset: z.object({
    _id: z.string(),
    width: z.number().nullable(),
    height: z.number().nullable(),
    lqip: z.string().nullable(),
  }),
  crop: z.object({top: fraction, bottom: fraction, left: fraction, right: fraction}).nullable(),
  hotspot: z.object({x: fraction, y: fraction, width: fraction, height: fraction}).nullable(),
}

const imageInput = z.object(imageShape)

export interface Image {
  assetId: string
  /** Where the untouched original is; `lib/images` adds size and crop. A path when the store is the embedded one. */
  url: string
  /** Pixels of the original, before the crop. */
  width: number
  height: number
  /** A tiny blurred preview as a data URL. */
  lqip: string | null
  /** Fractions of the original's sides that are cut off. */
  crop: {top: number; bottom: number; left: number; right: number} | null
  /** The centre of interest, as fractions of the original. */
  hotspot: {x: number; y: number} | null
}

/** The image that a projection of `imageFields` describes; `null` when its asset's id is none of an image. */
export function toImage({asset, crop, hotspot}: z.output<typeof imageInput>): Image | null {
  const url = imageUrl(asset._id)
  if (!url) return null
  const [width, height] = sizeInId(asset._id)
  return {
    assetId: asset._id,
    url,
    width: asset.width ?? width,
    height: asset.height ?? height,
    lqip: asset.lqip?.startsWith('data:image/') ? asset.lqip : null,
    crop: crop && {top: crop.top ?? 0, bottom: crop.bottom ?? 0, left: crop.left ?? 0, right: crop.right ?? 0},
    hotspot: hotspot && {x: hotspot.x ?? 0.5, y: hotspot.y ?? 0.5},
  }
}

export const imageResult = imageInput.transform(toImage)

function sizeInId(assetId: string): [width: number, height: number] {
  const [, width, height] = /-(\d+)x(\d+)-\w+$/.exec(assetId) ?? []
  return [Number(width ?? 1), Number(height ?? 1)]
}
