import {BadRequestError} from '../errors.ts'
import type {ImageExtension} from './sniff.ts'

const fits = ['clip', 'crop', 'fill', 'fillmax', 'max', 'min', 'scale'] as const
const MAX_SIDE = 5000

export interface Transform {
  width?: number
  height?: number
  /** Default: `crop` with a focal point or a crop, else `clip`. */
  fit: (typeof fits)[number]
  /** In pixels of the original. */
  rect?: {left: number; top: number; width: number; height: number}
  /** `focalpoint`, `center`, or edges such as `top,left`. */
  crop: string
  /** 0 to 1 from the left and from the top. */
  focalPoint: {x: number; y: number}
  dpr: number
  /** 1 to 100. */
  quality?: number
  /** `fm`: the format asked for. */
  format?: ImageExtension
  /** `auto=format`: a smaller format when the browser accepts one. */
  isAutomatic: boolean
  background: string
}

/**
 * The transform that an image address asks for, or null when it asks for none. Other parameters are ignored.
 *
 * @throws {BadRequestError} 400, for a parameter out of range.
 * @see https://www.sanity.io/docs/apis-and-sdks/image-urls
 */
export function readTransform(search: URLSearchParams): Transform | null {
  const known = ['w', 'h', 'fit', 'rect', 'crop', 'fp-x', 'fp-y', 'dpr', 'q', 'fm', 'auto', 'bg', 'max-w', 'max-h']
  if (!known.some((name) => search.has(name))) return null
  const dpr = number(search, 'dpr', {min: 0.5, max: 4}) ?? 1
  const width = side(search, 'w', dpr)
  const height = side(search, 'h', dpr)
  const x = number(search, 'fp-x', {min: 0, max: 1})
  const y = number(search, 'fp-y', {min: 0, max: 1})
  const crop = search.get('crop') ?? (x === undefined && y === undefined ? 'center' : 'focalpoint')
  return {
    width: width ?? side(search, 'max-w', dpr),
    height: height ?? side(search, 'max-h', dpr),
    fit: readFit(search.get('fit') ?? (search.has('crop') || x !== undefined ? 'crop' : 'clip')),
    rect: readRect(search.get('rect')),
    crop,
    focalPoint: {x: x ?? 0.5, y: y ?? 0.5},
    dpr,
    quality: number(search, 'q', {min: 1, max: 100}),
    format: readFormat(search.get('fm')),
    isAutomatic: search.get('auto') === 'format',
    background: readBackground(search.get('bg')),
  }
}

function side(search: URLSearchParams, name: string, dpr: number): number | undefined {
  const value = number(search, name, {min: 1, max: MAX_SIDE})
  return value && Math.min(Math.round(value), Math.floor(MAX_SIDE / dpr))
}

function number(search: URLSearchParams, name: string, {min, max}: {min: number; max: number}): number | undefined {
  const text = search.get(name)
  if (text === null) return undefined
  const value = Number(text)
  if (text.trim() === '' || !(value >= min && value <= max))
    throw new BadRequestError(`${name} must be a number from ${min} to ${max}`)
  return value
}

function readFit(text: string): Transform['fit'] {
  const fit = fits.find((name) => name === text)
  if (!fit) throw new BadRequestError(`fit must be one of ${fits.join(', ')}`)
  return fit
}

function readRect(text: string | null): Transform['rect'] {
  if (text === null) return undefined
  const [left, top, width, height, ...rest] = text.split(',').map(Number)
  const isWhole = [left, top, width, height].every((part) => part !== undefined && Number.isFinite(part) && part >= 0)
  if (!isWhole || left === undefined || top === undefined || !width || !height || rest.length > 0)
    throw new BadRequestError('rect must be left,top,width,height in pixels')
  return {left: Math.round(left), top: Math.round(top), width: Math.round(width), height: Math.round(height)}
}

function readFormat(text: string | null): ImageExtension | undefined {
  if (text === null) return undefined
  if (text === 'jpg' || text === 'pjpg') return 'jpg'
  if (text === 'png' || text === 'webp' || text === 'avif' || text === 'gif') return text
  throw new BadRequestError('fm must be one of jpg, pjpg, png, webp, avif, gif')
}

function readBackground(text: string | null): string {
  if (text === null) return '#ffffff'
  if (!/^(?:[0-9a-f]{3}|[0-9a-f]{6}|[0-9a-f]{8})$/i.test(text)) throw new BadRequestError('bg must be a hex colour')
  return `#${text}`
}
