import sharp from 'sharp'

import {BadRequestError} from '../errors.ts'
import {exifMetadata, type ExifMetadata} from './exif.ts'
import {palette, type Palette} from './palette.ts'
import {blurHash, lqip, thumbHash} from './placeholders.ts'

/** Beyond this an image is taken for an attempt to exhaust the memory. */
export const MAX_PIXELS = 100_000_000
/** In all frames of an animation together. */
export const MAX_FRAMES_PIXELS = 400_000_000
const MAX_SECONDS = 20
const SAMPLE_SIDE = 256

/** What may be asked for beyond dimensions and transparency. */
export type Extract = 'lqip' | 'blurhash' | 'thumbhash' | 'palette' | 'exif' | 'image' | 'location'

export interface ImageMetadata extends ExifMetadata {
  _type: 'sanity.imageMetadata'
  dimensions: {_type: 'sanity.imageDimensions'; width: number; height: number; aspectRatio: number}
  hasAlpha: boolean
  isOpaque: boolean
  lqip?: string
  blurHash?: string
  thumbHash?: string
  palette?: Palette
}

/**
 * What Sanity stores about an image. Width and height are as seen, after the orientation that EXIF demands.
 *
 * @throws {BadRequestError} 400, when it cannot be read, is larger than {@link MAX_PIXELS} or takes too long.
 * @see https://www.sanity.io/docs/apis-and-sdks/image-metadata
 */
export async function inspectImage(path: string, extract: ReadonlySet<Extract>): Promise<ImageMetadata> {
  try {
    const {width, height, frames, hasAlpha, exif} = await readHeader(path)
    if (width * height > MAX_PIXELS || width * height * frames > MAX_FRAMES_PIXELS)
      throw new BadRequestError(
        `The image has ${width} × ${height} pixels${frames > 1 ? ` in ${frames} frames` : ''}; at most ${MAX_PIXELS / 1e6} million are accepted`,
      )
    const sample = await sharp(path, {limitInputPixels: MAX_PIXELS, failOn: 'error'})
      .timeout({seconds: MAX_SECONDS})
      .autoOrient()
      .resize({width: SAMPLE_SIDE, height: SAMPLE_SIDE, fit: 'inside', withoutEnlargement: true})
      .toColourspace('srgb')
      .png()
      .toBuffer()
    const isOpaque = !hasAlpha || (await sharp(sample).stats()).isOpaque
    const told = exifMetadata(exif)
    return {
      ...describe({width, height}, {hasAlpha, isOpaque}),
      ...(extract.has('lqip') && {lqip: await lqip(sample, isOpaque)}),
      ...(extract.has('blurhash') && {blurHash: await blurHash(sample)}),
      ...(extract.has('thumbhash') && {thumbHash: await thumbHash(sample)}),
      ...(extract.has('palette') && {palette: await palette(sample)}),
      ...(extract.has('exif') && told.exif && {exif: told.exif}),
      ...(extract.has('image') && told.image && {image: told.image}),
      ...(extract.has('location') && told.location && {location: told.location}),
    }
  } catch (cause) {
    if (cause instanceof BadRequestError) throw cause
    throw new BadRequestError('The image cannot be read: it is damaged or of an unusual kind', {cause})
  }
}

/** The part that is always there. */
export function describe(
  {width, height}: {width: number; height: number},
  transparency: {hasAlpha: boolean; isOpaque: boolean},
): ImageMetadata {
  const dimensions = {_type: 'sanity.imageDimensions', width, height, aspectRatio: width / height} as const
  return {_type: 'sanity.imageMetadata', dimensions, ...transparency}
}

async function readHeader(path: string) {
  const {autoOrient, pages = 1, hasAlpha, exif} = await sharp(path, {limitInputPixels: false}).metadata()
  return {width: autoOrient.width, height: autoOrient.height, frames: pages, hasAlpha: hasAlpha ?? false, exif}
}
