import sharp, {type Sharp} from 'sharp'

import type {Transform} from './transformParams.ts'
import {MAX_PIXELS} from './inspect.ts'
import {imageTypes, type ImageExtension} from './sniff.ts'

const QUALITY: Record<ImageExtension, number> = {jpg: 80, webp: 78, avif: 55, png: 90, gif: 90}

interface Box {
  left: number
  top: number
  width: number
  height: number
}

sharp.cache(false)
sharp.concurrency(1)

/** The image, transformed and without EXIF, GPS or any other metadata of the original. */
export async function transformImage(
  path: string,
  {format, ...transform}: Transform & {format: ImageExtension},
): Promise<Buffer> {
  const {autoOrient, pages = 1} = await sharp(path, {limitInputPixels: MAX_PIXELS}).metadata()
  const crops = transform.rect !== undefined || transform.fit === 'crop' || transform.fit === 'min'
  const isAnimated = pages > 1 && !crops && (format === 'gif' || format === 'webp')
  const image = sharp(path, {limitInputPixels: MAX_PIXELS, animated: isAnimated}).autoOrient()
  return encode(resize(image, autoOrient, transform), {format, quality: transform.quality}).toBuffer()
}

export function contentType(format: ImageExtension): string {
  return imageTypes[format]
}

function resize(image: Sharp, original: {width: number; height: number}, transform: Transform): Sharp {
  const {rect, fit, dpr, background} = transform
  const area = rect ? clampBox(rect, original) : {left: 0, top: 0, ...original}
  const width = transform.width && Math.round(transform.width * dpr)
  const height = transform.height && Math.round(transform.height * dpr)
  if (width && height && (fit === 'crop' || fit === 'min')) {
    const target = fit === 'min' ? shrinkInto(area, {width, height}) : {width, height}
    return image.extract(cropBox(area, target, transform)).resize({...target, fit: 'fill'})
  }
  const cut = rect ? image.extract(area) : image
  if (!width && !height) return cut
  if (fit === 'scale') return cut.resize({width, height, fit: 'fill'})
  if (fit === 'fill') return cut.resize({width, height, fit: 'contain', background})
  if (fit === 'fillmax') return cut.resize({width, height, fit: 'contain', background, withoutEnlargement: true})
  return cut.resize({width, height, fit: 'inside', withoutEnlargement: fit === 'max' || fit === 'min'})
}

/** The largest part of `area` with the proportions of `target`, as near to the focal point as the edges allow. */
function cropBox(area: Box, target: {width: number; height: number}, {crop, focalPoint}: Transform): Box {
  const scale = Math.min(area.width / target.width, area.height / target.height)
  const width = Math.max(1, Math.min(area.width, Math.round(target.width * scale)))
  const height = Math.max(1, Math.min(area.height, Math.round(target.height * scale)))
  const focus = focusOf(crop, focalPoint)
  return {
    left: area.left + clamp(Math.round(focus.x * area.width - width / 2), 0, area.width - width),
    top: area.top + clamp(Math.round(focus.y * area.height - height / 2), 0, area.height - height),
    width,
    height,
  }
}

function focusOf(crop: string, focalPoint: {x: number; y: number}): {x: number; y: number} {
  if (crop === 'focalpoint') return focalPoint
  const x = crop.includes('left') ? 0 : crop.includes('right') ? 1 : 0.5
  const y = crop.includes('top') ? 0 : crop.includes('bottom') ? 1 : 0.5
  return {x, y}
}

/** `target`, made smaller in proportion until the image need not be enlarged. */
function shrinkInto(area: Box, target: {width: number; height: number}) {
  const scale = Math.min(1, area.width / target.width, area.height / target.height)
  return {width: Math.max(1, Math.round(target.width * scale)), height: Math.max(1, Math.round(target.height * scale))}
}

function clampBox({left, top, width, height}: Box, original: {width: number; height: number}): Box {
  const x = clamp(left, 0, original.width - 1)
  const y = clamp(top, 0, original.height - 1)
  return {left: x, top: y, width: clamp(width, 1, original.width - x), height: clamp(height, 1, original.height - y)}
}

function encode(image: Sharp, {format, quality = QUALITY[format]}: {format: ImageExtension; quality?: number}): Sharp {
  if (format === 'jpg') return image.flatten({background: '#fff'}).jpeg({quality, mozjpeg: true})
  if (format === 'webp') return image.webp({quality})
  if (format === 'avif') return image.avif({quality, effort: 3})
  return format === 'png' ? image.png() : image.gif()
}

function clamp(value: number, min: number, max: number): number {
  return Math.max(min, Math.min(max, value))
}
