import {layOut} from './geometry.ts'
import type {RasterExtension} from './sniff.ts'
import type {FormatWish, Size, Transform} from './transformParams.ts'

/** Larger ones take seconds as AVIF, in all frames together many as GIF, and become WebP. */
const MAX_PIXELS = 4_000_000

export interface Original extends Size {
  extension: RasterExtension
  frames: number
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
  if (format) return format
  const {canvas} = layOut(original, transform)
  const frames = transform.isStill ? 1 : original.frames
  const isLarge = canvas.width * canvas.height * frames > MAX_PIXELS
  const kept = original.extension === 'gif' && isLarge ? 'webp' : original.extension
  if (!isAutomatic) return kept
  if (accepts(accept, 'image/avif') && frames === 1 && !isLarge) return 'avif'
  if (accepts(accept, 'image/webp')) return 'webp'
  // Who accepts no AVIF must not get the original for its format either.
  return original.extension === 'avif' || original.extension === 'webp' ? 'jpg' : kept
}

/** Whether `Accept` names the type; a wildcard does not count, because every browser sends one. */
function accepts(accept: string | null, type: string): boolean {
  return (accept ?? '').split(',').some((part) => {
    const [name = '', ...parameters] = part.split(';').map((text) => text.trim().toLowerCase())
    return name === type && !parameters.some((parameter) => /^q=0(?:\.0*)?$/.test(parameter))
  })
}
