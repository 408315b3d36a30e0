import {BadRequestError} from '../errors.ts'

const MAX_BYTES = 5e6
const DEFAULT_SIZE = {width: 300, height: 150}

const ACTIVE = [
  /<(?:[\w-]{1,20}:)?(?:script|foreignobject|iframe|object|embed|handler|listener)[\s/>]/i,
  /[\s"'/]on[a-z]{2,30}\s{0,10}=/i,
  /(?:java|vb)script\s{0,10}:/i,
  /<!ENTITY/i,
  /<\?xml-stylesheet/i,
]

const pixelsPer: Record<string, number> = {px: 1, pt: 4 / 3, pc: 16, in: 96, cm: 96 / 2.54, mm: 9.6 / 2.54}

/**
 * The size in pixels of an SVG. It is never rendered here, so that none can make the lake work.
 *
 * @throws {BadRequestError} 400, when it holds what could run: scripts, event handlers, foreign markup, entities.
 * Whatever this misses cannot run either, because drawings are served in a sandbox.
 */
export function inspectDrawing(bytes: Buffer): {width: number; height: number} {
  if (bytes.length > MAX_BYTES) throw new BadRequestError(`An SVG may have ${MAX_BYTES / 1e6} MB`)
  const text = bytes.toString('utf8')
  if (ACTIVE.some((pattern) => pattern.test(text)))
    throw new BadRequestError('The SVG holds scripts, event handlers or entities: export it again as a plain drawing')
  const root = /<(?:[\w-]{1,20}:)?svg(?=[\s>])[^>]*>/i.exec(text)?.[0]
  if (!root) throw new BadRequestError('The SVG cannot be read: it has no svg element')
  const [, , boxWidth, boxHeight] = (attribute(root, 'viewBox') ?? '')
    .trim()
    .split(/[\s,]+/)
    .map(Number)
  const width = pixels(attribute(root, 'width'))
  const height = pixels(attribute(root, 'height'))
  const ratio = boxWidth && boxHeight ? boxWidth / boxHeight : null
  return {
    width: side(width ?? (height && ratio ? height * ratio : boxWidth), DEFAULT_SIZE.width),
    height: side(height ?? (width && ratio ? width / ratio : boxHeight), DEFAULT_SIZE.height),
  }
}

function attribute(tag: string, name: string): string | undefined {
  const found = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(tag)
  return found?.[1] ?? found?.[2]
}

function pixels(length: string | undefined): number | undefined {
  const [, number, unit = 'px'] = /^\s*([\d.]+)([a-z]{2})?\s*$/.exec(length ?? '') ?? []
  const factor = pixelsPer[unit]
  return number && factor ? Number(number) * factor : undefined
}

function side(length: number | undefined, otherwise: number): number {
  return length && Number.isFinite(length) ? Math.min(999_999, Math.max(1, Math.round(length))) : otherwise
}
