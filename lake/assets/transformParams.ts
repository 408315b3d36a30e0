import {BadRequestError} from '../errors.ts'
import {parseHexColour} from './colour.ts'
import {choice, number} from './paramReaders.ts'
import type {RasterExtension} from './sniff.ts'

/** The longest side that may be asked for, in pixels, after `dpr`. */
const MAX_SIDE = 8192

const fits = ['clip', 'crop', 'fill', 'fillmax', 'max', 'min', 'scale'] as const
const crops = ['center', 'top', 'bottom', 'left', 'right', 'focalpoint', 'entropy'] as const
const flips = ['h', 'v', 'hv'] as const
const quarterTurns = [0, 90, 180, 270] as const
const formats = ['jpg', 'pjpg', 'png', 'webp', 'avif'] as const

export interface Size {
  width: number
  height: number
}

export interface Box extends Size {
  left: number
  top: number
}

/** One address always gives one transform: with defaults filled in and `dpr` multiplied out. */
export interface Transform {
  width?: number
  height?: number
  fit: (typeof fits)[number]
  /** In pixels of the original, as it is seen. */
  rect?: Box
  /** `center`, `focalpoint`, `entropy`, or one or two edges. */
  crop: readonly (typeof crops)[number][]
  /** 0 to 1 from the left and from the top. */
  focalPoint: {x: number; y: number}
  /** What `fit=crop` may not leave. */
  limits: {minWidth?: number; maxWidth?: number; minHeight?: number; maxHeight?: number}
  /** Clockwise. */
  turn: (typeof quarterTurns)[number]
  flip?: (typeof flips)[number]
  background?: {r: number; g: number; b: number; alpha: number}
  /** 1 to 2000. */
  blur?: number
  /** 1 to 100. */
  sharpen?: number
  /** -100 is grey. */
  saturation?: number
  isInverted: boolean
  /** Pixels on each side. */
  pad: number
  isStill: boolean
  isProgressive: boolean
  /** 1 to 100. */
  quality?: number
}

/** What the address says about the format; the browser has a say in it, too. */
export interface FormatWish {
  format?: RasterExtension
  /** `auto=format`: a smaller format when the browser accepts one. */
  isAutomatic: boolean
}

const names =
  'w h fit rect crop fp-x fp-y min-w max-w min-h max-h dpr or flip bg blur sharp sat invert pad frame q fm auto'.split(
    ' ',
  )

/**
 * The transform that an image address asks for, or null when it asks for none. Unknown parameters are ignored.
 *
 * @throws {BadRequestError} 400, for a value that is not defined.
 * @see https://www.sanity.io/docs/apis-and-sdks/image-urls
 */
export function readTransform(search: URLSearchParams): (Transform & FormatWish) | null {
  if (!names.some((name) => search.has(name))) return null
  const dpr = number(search, 'dpr', {min: 0.5, max: 4}) ?? 1
  const pixels = (name: string) => {
    const value = number(search, name, {min: 1, max: MAX_SIDE})
    return value && Math.min(MAX_SIDE, Math.max(1, Math.round(value * dpr)))
  }
  const x = number(search, 'fp-x', {min: 0, max: 1})
  const y = number(search, 'fp-y', {min: 0, max: 1})
  const crop = cropOf(search, x !== undefined || y !== undefined)
  const format = choice(search, 'fm', formats)
  return {
    width: pixels('w'),
    height: pixels('h'),
    fit: choice(search, 'fit', fits) ?? (crop ? 'crop' : 'clip'),
    rect: rectOf(search),
    crop: crop ?? ['center'],
    focalPoint: {x: x ?? 0.5, y: y ?? 0.5},
    limits: {
      minWidth: pixels('min-w'),
      maxWidth: pixels('max-w'),
      minHeight: pixels('min-h'),
      maxHeight: pixels('max-h'),
    },
    turn: choice(search, 'or', quarterTurns) ?? 0,
    flip: choice(search, 'flip', flips),
    background: backgroundOf(search),
    blur: number(search, 'blur', {min: 0, max: 2000}) || undefined,
    sharpen: number(search, 'sharp', {min: 0, max: 100}) || undefined,
    saturation: number(search, 'sat', {min: -100, max: 100}) || undefined,
    isInverted: choice(search, 'invert', ['true', 'false']) === 'true',
    pad: Math.round((number(search, 'pad', {min: 0, max: 1000}) ?? 0) * dpr),
    isStill: choice(search, 'frame', [1]) === 1,
    isProgressive: format === 'pjpg',
    quality: qualityOf(search),
    format: format === 'pjpg' ? 'jpg' : format,
    isAutomatic: choice(search, 'auto', ['format']) === 'format',
  }
}

function cropOf(search: URLSearchParams, hasFocalPoint: boolean): Transform['crop'] | undefined {
  const text = search.get('crop')
  if (text === null) return hasFocalPoint ? ['focalpoint'] : undefined
  const parts = text.split(',').flatMap((part) => crops.find((name) => name === part) ?? [])
  if (parts.length !== text.split(',').length || parts.length > 2)
    throw new BadRequestError(`crop must be ${crops.join(' or ')}, or two edges such as top,left`)
  return parts
}

function rectOf(search: URLSearchParams): Box | undefined {
  const text = search.get('rect')
  if (text === null) return undefined
  const [left = 0, top = 0, width = 0, height = 0] = text.split(',').map((part) => Math.round(Number(part)))
  if (!/^\d+(?:\.\d+)?(?:,\d+(?:\.\d+)?){3}$/.test(text) || width < 1 || height < 1)
    throw new BadRequestError('rect must be left,top,width,height in pixels')
  return {left, top, width, height}
}

function backgroundOf(search: URLSearchParams): Transform['background'] {
  const text = search.get('bg')
  if (text === null) return undefined
  const colour = parseHexColour(text)
  if (!colour) throw new BadRequestError('bg must be RGB, ARGB, RRGGBB or AARRGGBB in hexadecimal digits')
  return colour
}

function qualityOf(search: URLSearchParams): number | undefined {
  const quality = number(search, 'q', {min: 0, max: 100})
  return quality === undefined ? undefined : Math.max(1, Math.round(quality))
}
