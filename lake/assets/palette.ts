import sharp from 'sharp'

import {hslOf, rgbOf, type Rgb} from './colour.ts'

export interface Swatch {
  _type: 'sanity.imagePaletteSwatch'
  background: string
  /** Body text that is legible on the background. */
  foreground: string
  /** As `foreground`, for large text. */
  title: string
  /** Share of the image, in percent; 0 for a colour that was made up to complete the palette. */
  population: number
}

type SwatchName = 'darkMuted' | 'darkVibrant' | 'muted' | 'vibrant' | 'lightMuted' | 'lightVibrant'
export type Palette = {_type: 'sanity.imagePalette'; dominant?: Swatch} & Partial<Record<SwatchName, Swatch>>

interface Colour {
  rgb: Rgb
  count: number
}

interface Target {
  luma: {target: number; min: number; max: number}
  saturation: {target: number; min: number; max: number}
}

const dark = {target: 0.26, min: 0, max: 0.45}
const normal = {target: 0.5, min: 0.3, max: 0.7}
const light = {target: 0.74, min: 0.55, max: 1}
const vivid = {target: 1, min: 0.35, max: 1}
const dull = {target: 0.3, min: 0, max: 0.4}

const targets: [SwatchName, Target][] = [
  ['vibrant', {luma: normal, saturation: vivid}],
  ['lightVibrant', {luma: light, saturation: vivid}],
  ['darkVibrant', {luma: dark, saturation: vivid}],
  ['muted', {luma: normal, saturation: dull}],
  ['lightMuted', {luma: light, saturation: dull}],
  ['darkMuted', {luma: dark, saturation: dull}],
]

const WEIGHTS = {saturation: 3, luma: 6.5, population: 0.5}
const SAMPLE = 64

/**
 * The dominant colour and six swatches, chosen as Android's Palette and Vibrant choose them; what an image has no
 * colour for is made from its dominant one. An image that nobody can see has none.
 */
export async function palette(image: Buffer): Promise<Palette> {
  const {data, info} = await sharp(image)
    .resize(SAMPLE, SAMPLE, {fit: 'fill'})
    .ensureAlpha()
    .raw()
    .toBuffer({resolveWithObject: true})
  const colours = countColours(data, info.channels)
  const [dominant] = colours
  const found: Palette = {_type: 'sanity.imagePalette'}
  if (!dominant) return found

  const total = colours.reduce((sum, {count}) => sum + count, 0)
  found.dominant = swatch(dominant.rgb, dominant.count / total)
  for (const [name, target] of targets) {
    const best = bestOf(colours, target)
    found[name] = best ? swatch(best.rgb, best.count / total) : swatch(madeUp(dominant.rgb, target), 0)
  }
  return found
}

/** Colours in 4096 boxes, each box by its mean, commonest first; transparent pixels do not count. */
function countColours(data: Buffer, channels: number): Colour[] {
  const boxes = new Map<number, {sum: Rgb; count: number}>()
  for (let at = 0; at < data.length; at += channels) {
    const [red = 0, green = 0, blue = 0, alpha = 255] = data.subarray(at, at + channels)
    if (alpha < 128) continue
    const key = ((red >> 4) << 8) | ((green >> 4) << 4) | (blue >> 4)
    const box = boxes.get(key) ?? {sum: [0, 0, 0], count: 0}
    box.sum = [box.sum[0] + red, box.sum[1] + green, box.sum[2] + blue]
    box.count += 1
    boxes.set(key, box)
  }
  return [...boxes.values()]
    .map(({sum: [red, green, blue], count}) => ({rgb: [red / count, green / count, blue / count] satisfies Rgb, count}))
    .toSorted((a, b) => b.count - a.count)
}

function bestOf(colours: Colour[], {luma, saturation}: Target): Colour | null {
  const most = colours[0]?.count ?? 1
  let best: {colour: Colour; score: number} | null = null
  for (const colour of colours) {
    const [, s, l] = hslOf(colour.rgb)
    if (l < luma.min || l > luma.max || s < saturation.min || s > saturation.max) continue
    const score =
      WEIGHTS.saturation * (1 - Math.abs(s - saturation.target)) +
      WEIGHTS.luma * (1 - Math.abs(l - luma.target)) +
      WEIGHTS.population * (colour.count / most)
    if (!best || score > best.score) best = {colour, score}
  }
  return best?.colour ?? null
}

function madeUp(rgb: Rgb, {luma, saturation}: Target): Rgb {
  const [hue, s] = hslOf(rgb)
  return rgbOf([hue, Math.min(Math.max(s, saturation.min), saturation.max), luma.target])
}

function swatch(rgb: Rgb, share: number): Swatch {
  const [red, green, blue] = rgb
  const brightness = 0.299 * red + 0.587 * green + 0.114 * blue
  return {
    _type: 'sanity.imagePaletteSwatch',
    background: `#${rgb.map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`,
    foreground: brightness < 150 ? '#fff' : '#000',
    title: brightness < 200 ? '#fff' : '#000',
    population: Math.round(share * 10_000) / 100,
  }
}
