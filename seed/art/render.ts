/**
 * Draws the sample publication's pictures into seed/images.
 * `node seed/art/render.ts` draws all; `node seed/art/render.ts map portrait` those whose file name holds a word.
 */
import {writeFile} from 'node:fs/promises'
import {fileURLToPath} from 'node:url'

import sharp from 'sharp'

import {openChromium} from './chromium.ts'
import {pictures} from './pictures.ts'
import type {Picture} from './picture.ts'
import {print, rasteriseWithSharp} from './press.ts'

const maxBytes = 345_000
const out = process.env.ART_OUT ?? fileURLToPath(new URL('../images/', import.meta.url))

const words = process.argv.slice(2)
const wanted = pictures
  .map((draw) => draw())
  .filter(({file}) => words.length === 0 || words.some((word) => file.includes(word)))
for (const picture of wanted) {
  const chromium = picture.hasText ? await openChromium() : null
  const raw = await print(picture, chromium?.rasterise ?? rasteriseWithSharp)
  await chromium?.close()
  const bytes = await encode(raw, picture)
  await writeFile(`${out}/${picture.file}`, bytes)
  console.log(`${picture.file} ${picture.width}×${picture.height} ${Math.round(bytes.length / 1024)} KB`)
}

async function encode(raw: Buffer, {file, width, height}: Picture): Promise<Buffer> {
  const image = sharp(raw, {raw: {width, height, channels: 3}})
  if (file.endsWith('.png')) return image.png({palette: true, colours: 128, effort: 10, dither: 0}).toBuffer()
  for (let quality = 82; ; quality -= 4) {
    const bytes = await image.clone().jpeg({mozjpeg: true, quality, chromaSubsampling: '4:2:0'}).toBuffer()
    if (bytes.length <= maxBytes || quality < 50) return bytes
  }
}
