import {layOut} from './geometry.ts'
import type {RasterExtension} from './sniff.ts'
import type {FormatWish, Size, Transform} from './transformParams.ts'

/** Larger ones take seconds as AVIF, and become WebP. */
const MAX_AVIF_PIXELS = 4_000_000

export interface Original extends Size {
  extension: RasterExtension
  isAnimated: boolean
}

/**
 * The format to answer with: the one asked for; with `auto=format` the smallest that the browser accepts and that can
 * show what the original shows; else the original's.
 */
export function chooseFormat(
  original: Original,
  {format, isAutomatic, ...transform}: Transform & FormatWish,
  accept: string | null,
): RasterExtension {
  const {canvas} = layOut(original, transform)
  if (format) return format
  if (!isAutomatic) return original.extension
  const moves = original.isAnimated && !transform.isStill
  if (accepts(accept, 'image/avif') && !moves && canvas.width * canvas.height <= MAX_AVIF_PIXELS) return 'avif'
  if (accepts(accept, 'image/webp')) return 'webp'
  // Who accepts no AVIF must not get the original for its format either.
  return original.extension === 'avif' || original.extension === 'webp' ? 'jpg' : original.extension
}

/** Whether `Accept` names the type; a wildcard does not count, because every browser sends one. */
function accepts(accept: string | null, type: string): boolean {
  return (accept ?? '').split(',').some((part) => {
    const [name = '', ...parameters] = part.split(';').map((text) => text.trim().toLowerCase())
    return name === type && !parameters.some((parameter) => /^q=0(?:\.0*)?$/.test(parameter))
  })
}
