import sharp from 'sharp'

import {BadRequestError} from '../errors.ts'
import {palette, type Palette} from './palette.ts'

/** Beyond this an image is taken for an attempt to exhaust the memory. */
export const MAX_PIXELS = 100_000_000
const MAX_FRAMES_PIXELS = 400_000_000
const LQIP_WIDTH = 20

export interface ImageMetadata {
  _type: 'sanity.imageMetadata'
  dimensions: {_type: 'sanity.imageDimensions'; width: number; height: number; aspectRatio: number}
  hasAlpha: boolean
  isOpaque: boolean
  /** A data URL, twenty pixels wide. */
  lqip: string
  palette: Palette
}

/**
 * What Sanity stores about an image. Width and height are as seen, after the orientation that EXIF demands.
 *
 * @throws {BadRequestError} 400, when it cannot be read or is larger than {@link MAX_PIXELS}.
 */
export async function inspectImage(path: string): Promise<ImageMetadata> {
  try {
    const {width, height, frames, hasAlpha} = await readHeader(path)
    if (width * height > MAX_PIXELS || width * height * frames > MAX_FRAMES_PIXELS)
      throw new BadRequestError(
        `The image has ${width} × ${height} pixels; at most ${MAX_PIXELS / 1e6} million are accepted`,
      )
    const small = await sharp(path, {limitInputPixels: MAX_PIXELS, failOn: 'error'})
      .autoOrient()
      .resize({width: 256, height: 256, fit: 'inside', withoutEnlargement: true})
      .toColourspace('srgb')
      .png()
      .toBuffer()
    const isOpaque = !hasAlpha || (await sharp(small).stats()).isOpaque
    return {
      _type: 'sanity.imageMetadata',
      dimensions: {_type: 'sanity.imageDimensions', width, height, aspectRatio: width / height},
      hasAlpha,
      isOpaque,
      lqip: await lqip(small, isOpaque),
      palette: await palette(small),
    }
  } catch (cause) {
    if (cause instanceof BadRequestError) throw cause
    throw new BadRequestError('The image cannot be read: it is damaged or of an unusual kind', {cause})
  }
}

async function readHeader(path: string) {
  const {autoOrient, pages = 1, hasAlpha} = await sharp(path, {limitInputPixels: false}).metadata()
  return {width: autoOrient.width, height: autoOrient.height, frames: pages, hasAlpha: hasAlpha ?? false}
}

async function lqip(image: Buffer, isOpaque: boolean): Promise<string> {
  const tiny = sharp(image).resize({width: LQIP_WIDTH})
  const bytes = await (isOpaque ? tiny.jpeg({quality: 70}) : tiny.png({palette: true})).toBuffer()
  return `data:image/${isOpaque ? 'jpeg' : 'png'};base64,${bytes.toString('base64')}`
}
