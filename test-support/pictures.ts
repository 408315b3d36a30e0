import {crc32} from 'node:zlib'
import sharp, {type Metadata, type Sharp} from 'sharp'

interface Size {
  width: number
  height: number
}

const stripes = {red: '#ff0000', green: '#00ff00', blue: '#0000ff', white: '#ffffff'}

/** One colour all over. */
export function plain({width, height}: Size, background: string | {r: number; g: number; b: number; alpha?: number}) {
  const channels = typeof background === 'object' && background.alpha !== undefined ? 4 : 3
  return sharp({create: {width, height, channels, background}})
}

/** Red, green, blue and white stripes from left to right. */
export function quarters({width, height}: Size): Sharp {
  const stripe = (fill: string, n: number) =>
    `<rect x="${(n * width) / 4}" width="${width / 4}" height="${height}" fill="${fill}"/>`
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${Object.values(stripes).map(stripe).join('')}</svg>`
  return sharp(Buffer.from(svg)).flatten()
}

/** The stripe that a pixel has the colour of. */
export function stripeOf(rgb: readonly number[]): string {
  const bits = rgb.map((part) => (part > 128 ? 'ff' : '00')).join('')
  return Object.entries(stripes).find(([, hex]) => hex === `#${bits}`)?.[0] ?? `#${bits}`
}

export const SECRET = 'Spy camera'

/** Taken at 51.5090° N, 0.1288° W by a {@link SECRET}, and saying so in EXIF, XMP and a trailer after its end. */
export async function photograph(
  format: 'jpeg' | 'png' | 'webp' | 'avif' = 'jpeg',
  {orientation = 1}: {orientation?: number} = {},
): Promise<Buffer> {
  const gps = {
    GPSLatitudeRef: 'N',
    GPSLatitude: '51/1 30/1 3240/100',
    GPSLongitudeRef: 'W',
    GPSLongitude: '0/1 7/1 4368/100',
  }
  const IFD0 = {Make: SECRET, Model: 'Minox'}
  const IFD2 = {DateTimeOriginal: '1964:09:17 12:30:00', FNumber: '28/10'}
  const taken = await quarters({width: 40, height: 20})
    .toFormat(format, {lossless: true, quality: 100})
    .withMetadata({orientation, exif: {IFD0, IFD2, IFD3: gps}})
    .withXmp(`<x:xmpmeta xmlns:x="adobe:ns:meta/"><note>${SECRET}</note></x:xmpmeta>`)
    .toBuffer()
  return Buffer.concat([taken, Buffer.from(`<script>"${SECRET}"</script>`)])
}

/** Frames of 8 × 8, from black to red. */
export async function animation(format: 'gif' | 'webp', frames = 2): Promise<Buffer> {
  const images = await Promise.all(
    Array.from({length: frames}, (_, n) =>
      plain({width: 8, height: 8}, {r: Math.round((255 * n) / frames), g: 0, b: 0})
        .png()
        .toBuffer(),
    ),
  )
  const joined = sharp(images, {join: {animated: true}})
  return (format === 'gif' ? joined.gif({delay: 100}) : joined.webp({lossless: true})).toBuffer()
}

/** A PNG of the chunks given, whatever they say; a header of the size comes first. */
export function pngOf({width, height}: Size, chunks: [type: string, data: Buffer][]): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 2, 0, 0, 0], 8)
  const all: [string, Buffer][] = [['IHDR', header], ...chunks, ['IEND', Buffer.alloc(0)]]
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([signature, ...all.map(([type, data]) => pngChunk(type, data))])
}

/** A chunk of a PNG with its checksum. */
export function pngChunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), data])
  const [length, crc] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  crc.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, crc])
}

/** `image/…` as the bytes have it. */
export function typeOf({format, compression}: Metadata): string {
  return `image/${format === 'heif' && compression === 'av1' ? 'avif' : String(format)}`
}
