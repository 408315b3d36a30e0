import sharp, {type Sharp} from 'sharp'

import {applyEffects} from './effects.ts'
import {layOut, MAX_OUTPUT_PIXELS, type Layout} from './geometry.ts'
import {MAX_FRAMES_PIXELS, MAX_PIXELS} from './inspect.ts'
import type {RasterExtension} from './sniff.ts'
import type {Transform} from './transformParams.ts'

/** The hosted pipeline's for JPEG and WebP. AVIF looks the same at 50. */
const QUALITY: Record<RasterExtension, number> = {jpg: 75, webp: 75, avif: 50, png: 100, gif: 100}
const MAX_SECONDS = 30
const WHITE = {r: 255, g: 255, b: 255, alpha: 1}

sharp.cache(false)
sharp.concurrency(1)

/**
 * The image, transformed and without EXIF, GPS or any other metadata of the original.
 *
 * @throws {BadRequestError} 400, when the result would be too large; whatever sharp throws for a damaged original.
 */
export async function transformImage(path: string, transform: Transform, format: RasterExtension): Promise<Buffer> {
  const {autoOrient, pages = 1} = await sharp(path, {limitInputPixels: MAX_PIXELS}).metadata()
  const layout = layOut(autoOrient, transform)
  const {width, height} = layout.canvas
  const isAnimated =
    pages > 1 &&
    (format === 'gif' || format === 'webp') &&
    !transform.isStill &&
    transform.turn === 0 &&
    !transform.blur &&
    !layout.isByEntropy &&
    width * height * pages <= MAX_OUTPUT_PIXELS
  const upright = open(path, isAnimated, transform.turn)
  const {cut} = layout
  const isWhole = cut.width * cut.height === autoOrient.width * autoOrient.height
  const arranged = arrange(isWhole ? upright : upright.extract(cut), layout, transform)
  return encode(await applyEffects(arranged, transform), {format, ...transform}).toBuffer()
}

function open(path: string, animated: boolean, turn: number): Sharp {
  const image = sharp(path, {limitInputPixels: animated ? MAX_FRAMES_PIXELS : MAX_PIXELS, animated})
  const upright = image.timeout({seconds: MAX_SECONDS}).autoOrient()
  return turn === 0 ? upright : upright.rotate(turn)
}

function arrange(image: Sharp, {size, canvas, isByEntropy}: Layout, transform: Transform): Sharp {
  const {background, pad, flip} = transform
  const resized = isByEntropy
    ? image.resize({...size, fit: 'cover', position: sharp.strategy.entropy})
    : image.resize({...size, fit: 'fill'})
  const [extraWidth, extraHeight] = [canvas.width - size.width, canvas.height - size.height]
  const bars = {
    left: Math.floor(extraWidth / 2) + pad,
    right: Math.ceil(extraWidth / 2) + pad,
    top: Math.floor(extraHeight / 2) + pad,
    bottom: Math.ceil(extraHeight / 2) + pad,
  }
  const framed = Object.values(bars).some((bar) => bar > 0)
    ? resized.extend({...bars, background: background ?? WHITE})
    : resized
  const mirrored = flip?.includes('h') ? framed.flop() : framed
  const turned = flip?.includes('v') ? mirrored.flip() : mirrored
  return background?.alpha === 1 ? turned.flatten({background}) : turned
}

interface Encoding {
  format: RasterExtension
  quality?: number
  isProgressive: boolean
  background?: Transform['background']
}

function encode(image: Sharp, {format, quality = QUALITY[format], isProgressive, background}: Encoding): Sharp {
  if (format === 'jpg')
    return image.flatten({background: background ?? WHITE}).jpeg({quality, progressive: isProgressive})
  if (format === 'webp') return image.webp({quality, effort: 2})
  if (format === 'avif') return image.avif({quality, effort: 0})
  return format === 'gif' ? image.gif() : image.png()
}
