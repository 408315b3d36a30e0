import {BadRequestError} from '../errors.ts'
import type {Box, Size, Transform} from './transformParams.ts'

/** More than this is never drawn, in all frames together. */
export const MAX_OUTPUT_PIXELS = 25_000_000

/** Drawing beyond one of these takes seconds. */
const HEAVY = {original: 30_000_000, output: 4_000_000}

/** Whether a transform takes seconds rather than a fraction of one. @throws {BadRequestError} 400, as {@link layOut}. */
export function isHeavy(original: Size, transform: Transform): boolean {
  const {canvas} = layOut(original, transform)
  return original.width * original.height > HEAVY.original || canvas.width * canvas.height > HEAVY.output
}

/** How a transform is drawn: what is cut out of the original, and the size that it then gets. */
export interface Layout {
  /** Of the original as it is seen, turned by `turn`. */
  cut: Box
  size: Size
  /** The size of the whole with bars around the picture, where it is larger. */
  canvas: Size
  /** Whether `cut` is still to be narrowed to the part with most detail. */
  isByEntropy: boolean
}

/**
 * What to cut and how large to draw it. `original` is the picture as it is seen, upright.
 *
 * @throws {BadRequestError} 400, when the result would be too large.
 */
export function layOut(original: Size, transform: Transform): Layout {
  const turned = transform.turn % 180 === 0 ? original : {width: original.height, height: original.width}
  const area = transform.rect ? turnBox(clampBox(transform.rect, original), original, transform.turn) : whole(turned)
  const layout = fitted(area, transform)
  const {width, height} = layout.canvas
  if ((width + 2 * transform.pad) * (height + 2 * transform.pad) > MAX_OUTPUT_PIXELS)
    throw new BadRequestError(
      `The image would have ${width} × ${height} pixels; at most ${MAX_OUTPUT_PIXELS / 1e6} million are drawn`,
    )
  return layout
}

function fitted(area: Box, transform: Transform): Layout {
  const {fit, crop} = transform
  const box = fit === 'crop' ? limited(area, transform) : transform
  const {width, height} = box
  if (!width || !height) {
    const scale = width ? width / area.width : height ? height / area.height : 1
    const isKept = scale > 1 && (fit === 'max' || fit === 'fillmax' || fit === 'min')
    return plain(area, scaled(area, isKept ? 1 : scale))
  }
  if (fit === 'scale') return plain(area, {width, height})
  if (fit === 'crop' || fit === 'min') {
    const scale = fit === 'min' ? Math.min(1, area.width / width, area.height / height) : 1
    const size = scaled({width, height}, scale)
    const isByEntropy = crop.includes('entropy')
    return {cut: isByEntropy ? area : cropBox(area, size, transform), size, canvas: size, isByEntropy}
  }
  const scale = Math.min(width / area.width, height / area.height)
  const size = scaled(area, fit === 'max' || fit === 'fillmax' ? Math.min(1, scale) : scale)
  return fit === 'fill' || fit === 'fillmax' ? {...plain(area, size), canvas: {width, height}} : plain(area, size)
}

function plain(cut: Box, size: Size): Layout {
  return {cut, size, canvas: size, isByEntropy: false}
}

/** Within `min-w` … `max-h`; a side that is not asked for follows the proportions first. */
function limited(area: Box, {width, height, limits}: Transform): Partial<Size> {
  const {minWidth, maxWidth, minHeight, maxHeight} = limits
  if (!minWidth && !maxWidth && !minHeight && !maxHeight) return {width, height}
  const ratio = area.width / area.height
  const wide = width ?? (height ? height * ratio : area.width)
  const high = height ?? (width ? width / ratio : area.height)
  return scaled(
    {
      width: clamp(wide, minWidth ?? 1, maxWidth ?? Number.POSITIVE_INFINITY),
      height: clamp(high, minHeight ?? 1, maxHeight ?? Number.POSITIVE_INFINITY),
    },
    1,
  )
}

/** The largest part of `area` with the proportions of `target`, as near to the focal point as the edges allow. */
function cropBox(area: Box, target: Size, {crop, focalPoint}: Transform): Box {
  const scale = Math.min(area.width / target.width, area.height / target.height)
  const width = Math.max(1, Math.min(area.width, Math.round(target.width * scale)))
  const height = Math.max(1, Math.min(area.height, Math.round(target.height * scale)))
  const focus = crop.includes('focalpoint')
    ? focalPoint
    : {
        x: crop.includes('left') ? 0 : crop.includes('right') ? 1 : 0.5,
        y: crop.includes('top') ? 0 : crop.includes('bottom') ? 1 : 0.5,
      }
  return {
    left: area.left + clamp(Math.round(focus.x * area.width - width / 2), 0, area.width - width),
    top: area.top + clamp(Math.round(focus.y * area.height - height / 2), 0, area.height - height),
    width,
    height,
  }
}

/** Where a box lies after the picture around it was turned clockwise. */
function turnBox({left, top, width, height}: Box, {width: w, height: h}: Size, turn: Transform['turn']): Box {
  if (turn === 90) return {left: h - top - height, top: left, width: height, height: width}
  if (turn === 180) return {left: w - left - width, top: h - top - height, width, height}
  if (turn === 270) return {left: top, top: w - left - width, width: height, height: width}
  return {left, top, width, height}
}

function clampBox({left, top, width, height}: Box, original: Size): Box {
  const x = clamp(left, 0, original.width - 1)
  const y = clamp(top, 0, original.height - 1)
  return {left: x, top: y, width: clamp(width, 1, original.width - x), height: clamp(height, 1, original.height - y)}
}

function whole(size: Size): Box {
  return {left: 0, top: 0, ...size}
}

function scaled({width, height}: Size, scale: number): Size {
  return {width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale))}
}

function clamp(value: number, min: number, max: number): number {
  return Math.max(min, Math.min(max, value))
}
