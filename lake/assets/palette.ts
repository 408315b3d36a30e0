import sharp from 'sharp'

export interface Swatch {
  _type: 'sanity.imagePaletteSwatch'
  background: string
  /** Legible on the background. */
  foreground: string
  title: string
  /** Share of the image, in percent. */
  population: number
}

type SwatchName = 'darkMuted' | 'darkVibrant' | 'muted' | 'vibrant' | 'lightMuted' | 'lightVibrant'
export type Palette = {_type: 'sanity.imagePalette'; dominant?: Swatch} & Partial<Record<SwatchName, Swatch>>

interface Colour {
  rgb: [number, number, number]
  count: number
}

const SAMPLE = 64

/** Swatches as the Studio and themes use them: the dominant colour, and the commonest muted and vibrant ones. */
export async function palette(image: Buffer): Promise<Palette> {
  const {data, info} = await sharp(image)
    .resize(SAMPLE, SAMPLE, {fit: 'fill'})
    .ensureAlpha()
    .raw()
    .toBuffer({resolveWithObject: true})
  const colours = countColours(data, info.channels)
  const total = colours.reduce((sum, {count}) => sum + count, 0)
  const found: Palette = {_type: 'sanity.imagePalette'}
  for (const colour of colours) {
    found.dominant ??= swatch(colour, total)
    found[classify(colour.rgb)] ??= swatch(colour, total)
  }
  return found
}

/** Colours in 4096 boxes, each box by its mean, commonest first; transparent pixels do not count. */
function countColours(data: Buffer, channels: number): Colour[] {
  const boxes = new Map<number, {sum: [number, number, number]; count: number}>()
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
    .map(({sum: [red, green, blue], count}) => ({
      rgb: [red / count, green / count, blue / count] satisfies Colour['rgb'],
      count,
    }))
    .toSorted((a, b) => b.count - a.count)
}

function classify([red, green, blue]: Colour['rgb']): SwatchName {
  const max = Math.max(red, green, blue) / 255
  const min = Math.min(red, green, blue) / 255
  const lightness = (max + min) / 2
  const saturation = max === min ? 0 : (max - min) / (1 - Math.abs(2 * lightness - 1))
  const isVibrant = saturation >= 0.35
  if (lightness < 0.35) return isVibrant ? 'darkVibrant' : 'darkMuted'
  if (lightness > 0.65) return isVibrant ? 'lightVibrant' : 'lightMuted'
  return isVibrant ? 'vibrant' : 'muted'
}

function swatch({rgb, count}: Colour, total: number): Swatch {
  const hex = rgb.map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')
  const [red, green, blue] = rgb
  const foreground = 0.2126 * red + 0.7152 * green + 0.0722 * blue > 128 ? '#000' : '#fff'
  return {
    _type: 'sanity.imagePaletteSwatch',
    background: `#${hex}`,
    foreground,
    title: foreground,
    population: Math.round((count / total) * 10_000) / 100,
  }
}
