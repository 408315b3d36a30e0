import sharp from 'sharp'

import type {ImageExtension} from '../sniff.ts'
import {truncateAvif} from './avif.ts'
import {stripGif} from './gif.ts'
import {stripJpeg} from './jpeg.ts'
import {stripPng} from './png.ts'
import {stripSvg} from './svg.ts'
import {stripWebp} from './webp.ts'

const strippers: Record<ImageExtension, (bytes: Buffer) => Buffer[] | null> = {
  jpg: stripJpeg,
  png: stripPng,
  gif: stripGif,
  webp: stripWebp,
  avif: truncateAvif,
  svg: stripSvg,
}

/**
 * The same picture, pixel for pixel, without EXIF, XMP, IPTC and comments, and without bytes after its end.
 * Null when that cannot be had without encoding it anew: it must be turned upright, or is of an unusual make.
 */
export async function stripImage(bytes: Buffer, extension: ImageExtension): Promise<Buffer | null> {
  const parts = strippers[extension](bytes)
  if (!parts) return null
  const stripped = Buffer.concat(parts)
  if (extension === 'svg') return stripped
  const {orientation = 1} = await sharp(bytes, {limitInputPixels: false}).metadata()
  if (orientation !== 1) return null
  const {exif, xmp, iptc} = await sharp(stripped, {limitInputPixels: false}).metadata()
  return exif || xmp || iptc ? null : stripped
}
