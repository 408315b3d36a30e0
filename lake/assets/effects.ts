import sharp, {type Sharp} from 'sharp'

import type {Transform} from './transformParams.ts'

/** A wider blur is drawn on a smaller picture, because its time grows with its width. */
const MAX_SIGMA = 4

/** The image with its colours changed, sharpened or blurred. */
export async function applyEffects(image: Sharp, transform: Transform): Promise<Sharp> {
  const {saturation, isInverted, sharpen, blur} = transform
  if (saturation === -100) image.grayscale()
  else if (saturation) image.modulate({saturation: 1 + saturation / 100})
  if (isInverted) image.negate({alpha: false})
  if (sharpen) image.sharpen({sigma: 1, m1: sharpen / 25, m2: sharpen / 10})
  return blur ? applyBlur(image, 0.3 + blur / 20) : image
}

async function applyBlur(image: Sharp, sigma: number): Promise<Sharp> {
  if (sigma <= MAX_SIGMA) return image.blur(sigma)
  const {data, info} = await plain(image).toBuffer({resolveWithObject: true})
  const scale = MAX_SIGMA / sigma
  const width = Math.max(1, Math.round(info.width * scale))
  const height = Math.max(1, Math.round(info.height * scale))
  const small = await plain(sharp(data).resize({width, height, fit: 'fill'})).toBuffer()
  const blurred = await plain(sharp(small).blur(MAX_SIGMA)).toBuffer()
  return sharp(blurred).resize({width: info.width, height: info.height, fit: 'fill'})
}

function plain(image: Sharp): Sharp {
  return image.png({compressionLevel: 1})
}
