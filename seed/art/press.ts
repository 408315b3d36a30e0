import sharp from 'sharp'

import {inks, paper} from './inks.ts'
import type {Picture, Plate, Screen} from './picture.ts'

/** Turns an SVG document into an image file's bytes; Chromium's draws text, sharp's is quicker. */
export type Rasterise = (svg: string, width: number, height: number) => Promise<Buffer>

export const rasteriseWithSharp: Rasterise = async (svg) => sharp(Buffer.from(svg), {unlimited: true}).png().toBuffer()

/** The printed sheet as raw RGB: paper, then each plate multiplied onto it with its screen, shift and grain. */
export async function print(picture: Picture, rasterise: Rasterise): Promise<Buffer> {
  const {width, height, seed, grain = 1} = picture
  const sheet = new Float32Array(width * height * 3)
  const fibre = noise(seed)
  for (let i = 0; i < width * height; i++) {
    const [x, y] = [i % width, Math.floor(i / width)]
    const light = 1 - grain * (0.02 * fibre(x / 190, y / 150) + 0.012 * fibre(x / 5, y / 3.4))
    for (let c = 0; c < 3; c++) sheet[i * 3 + c] = (paper[c] ?? 255) * light
  }
  for (const [index, plate] of picture.plates.entries()) {
    const coverage = await cover(plate, picture, rasterise)
    pull(sheet, coverage, plate, picture, noise(seed + 101 * (index + 1)))
  }
  return Buffer.from(Uint8Array.from(sheet, (value) => Math.max(0, Math.min(255, Math.round(value)))))
}

async function cover(plate: Plate, picture: Picture, rasterise: Rasterise): Promise<Float32Array> {
  const {width, height} = picture
  const layer = async (art: string | undefined) => (art === undefined ? null : await darkness(art, picture, rasterise))
  const solid = await layer(plate.solid)
  const tone = await layer(plate.tone)
  const cut = await layer(plate.cut)
  const {screen} = plate
  const coverage = new Float32Array(width * height)
  for (let i = 0; i < coverage.length; i++) {
    let value = tone?.[i] ?? 0
    if (screen && value > 0)
      value = screened(value, (i % width) - width / 2, Math.floor(i / width), {
        ...screen,
        bow: (screen.bow ?? 0) / width ** 2,
      })
    value = Math.max(value, solid?.[i] ?? 0)
    coverage[i] = value * (1 - (cut?.[i] ?? 0))
  }
  return coverage
}

async function darkness(art: string, {width, height}: Picture, rasterise: Rasterise): Promise<Float32Array> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"><rect width="100%" height="100%" fill="#fff"/>${art}</svg>`
  const bytes = await rasterise(svg, width, height)
  const grey = await sharp(bytes).flatten({background: '#fff'}).greyscale().raw().toBuffer()
  return Float32Array.from(grey, (level) => 1 - level / 255)
}

/** Amplitude modulation: the darker the tone, the wider the dot or line. */
function screened(tone: number, x: number, y: number, {kind, period, angle, wave = 0, bow = 0}: Screen): number {
  if (tone > 0.985) return 1
  const turn = (angle * Math.PI) / 180
  const along = x * Math.cos(turn) + y * Math.sin(turn)
  const across =
    y * Math.cos(turn) - x * Math.sin(turn) + 4 * bow * along * along + wave * Math.sin(along / (period * 4))
  const k = (2 * Math.PI) / period
  const soft = 1.1 / period
  if (kind === 'dot') {
    const threshold = 0.5 + 0.25 * (Math.cos(along * k) + Math.cos(across * k))
    return ramp(tone - threshold, soft * 1.4)
  }
  const saw = Math.abs(((((across / period) % 1) + 1) % 1) - 0.5) * 2
  return tone < 0.03 ? 0 : ramp(tone - saw, soft * 2)
}

const ramp = (value: number, soft: number) => Math.max(0, Math.min(1, 0.5 + value / (2 * soft)))

function pull(sheet: Float32Array, coverage: Float32Array, plate: Plate, picture: Picture, field: Noise): void {
  const {width, height, grain = 1} = picture
  const [dx, dy] = plate.shift ?? [0, 0]
  const ink = inks[plate.ink]
  for (let y = 0; y < height; y++) {
    const from = Math.min(height - 1, Math.max(0, y - dy)) * width
    for (let x = 0; x < width; x++) {
      const wet = coverage[from + Math.min(width - 1, Math.max(0, x - dx))] ?? 0
      if (wet < 0.004) continue
      const cloud = field(x / 240, y / 240) * 0.6 + field(x / 38, y / 38) * 0.4
      const speck = field(x / 2.6 + 900, y / 2.6)
      const bare = speck > 0.93 - 0.06 * cloud ? (speck - 0.84) * 4 : 0
      const film = wet * (1 - grain * Math.min(0.85, 0.13 * cloud + bare))
      const at = (y * width + x) * 3
      for (let c = 0; c < 3; c++) sheet[at + c] = (sheet[at + c] ?? 0) * (1 - film * (1 - (ink[c] ?? 1)))
    }
  }
}

type Noise = (x: number, y: number) => number

/** Value noise between 0 and 1 on a repeating table of 256 × 256. */
function noise(seed: number): Noise {
  let state = (seed * 2654435761) >>> 0
  const table = Float32Array.from({length: 65536}, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 4294967296
  })
  const at = (x: number, y: number) => table[((y & 255) << 8) | (x & 255)] ?? 0
  return (x, y) => {
    const [x0, y0] = [Math.floor(x), Math.floor(y)]
    const [fx, fy] = [x - x0, y - y0]
    const [sx, sy] = [fx * fx * (3 - 2 * fx), fy * fy * (3 - 2 * fy)]
    const top = at(x0, y0) + (at(x0 + 1, y0) - at(x0, y0)) * sx
    const bottom = at(x0, y0 + 1) + (at(x0 + 1, y0 + 1) - at(x0, y0 + 1)) * sx
    return top + (bottom - top) * sy
  }
}
