import {encode} from 'blurhash'
import sharp from 'sharp'
import {rgbaToThumbHash} from 'thumbhash'

const LQIP_WIDTH = 20
const BLUR_HASH_SIDE = 32
const THUMB_HASH_SIDE = 100

/** A data URL, twenty pixels wide: JPEG, or PNG where something shines through. */
export async function lqip(image: Buffer, isOpaque: boolean): Promise<string> {
  const tiny = sharp(image).resize({width: LQIP_WIDTH})
  const bytes = await (isOpaque ? tiny.jpeg({quality: 70}) : tiny.png({palette: true})).toBuffer()
  return `data:image/${isOpaque ? 'jpeg' : 'png'};base64,${bytes.toString('base64')}`
}

/** @see https://github.com/woltapp/blurhash */
export async function blurHash(image: Buffer): Promise<string> {
  const {pixels, width, height} = await pixelsOf(image, BLUR_HASH_SIDE)
  const [x, y] = width >= height ? [4, 3] : [3, 4]
  return encode(pixels, width, height, x, y)
}

/** In base64. @see https://evanw.github.io/thumbhash/ */
export async function thumbHash(image: Buffer): Promise<string> {
  const {pixels, width, height} = await pixelsOf(image, THUMB_HASH_SIDE)
  return Buffer.from(rgbaToThumbHash(width, height, pixels)).toString('base64')
}

async function pixelsOf(image: Buffer, side: number) {
  const {data, info} = await sharp(image)
    .resize({width: side, height: side, fit: 'inside', withoutEnlargement: true})
    .ensureAlpha()
    .raw()
    .toBuffer({resolveWithObject: true})
  return {pixels: new Uint8ClampedArray(data), width: info.width, height: info.height}
}
