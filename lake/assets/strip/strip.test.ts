import sharp from 'sharp'
import {expect, test} from 'vitest'

import {pngChunk, quarters} from '@/test-support/pictures'

import {stripImage} from './strip'

const SECRET = Buffer.from('51.5090 N, 0.1288 W')

const hidden: Record<'jpg' | 'png' | 'gif' | 'webp', (picture: Buffer) => Buffer[]> = {
  jpg: (picture) =>
    [0xfe, 0xe1, 0xed, 0xe2, 0xe5].map((marker) => insert(picture, 2, Buffer.concat([header(marker), SECRET]))),
  png: (picture) =>
    ['tEXt', 'iTXt', 'zTXt', 'eXIf', 'tIME', 'prVt'].map((type) => insert(picture, 33, pngChunk(type, SECRET))),
  gif: (picture) => {
    const blocks = [Buffer.from([0x21, 0xfe]), Buffer.from('21ff0b584d502044617461584d50', 'hex')]
    return blocks.map((start) =>
      insert(
        picture,
        picture.length - 1,
        Buffer.concat([start, Buffer.from([SECRET.length]), SECRET, Buffer.alloc(1)]),
      ),
    )
  },
  webp: (picture) =>
    ['EXIF', 'XMP ', 'SECR'].map((type) => {
      const chunk = Buffer.concat([Buffer.from(type), uint32(SECRET.length), SECRET, Buffer.alloc(SECRET.length % 2)])
      const whole = Buffer.concat([picture, chunk])
      whole.writeUInt32LE(whole.length - 8, 4)
      return whole
    }),
}

test.each(['jpg', 'png', 'gif', 'webp'] as const)(
  'takes everything hidden out of a %s, and nothing else',
  async (kind) => {
    const picture = await quarters({width: 40, height: 20})
      .toFormat(kind === 'jpg' ? 'jpeg' : kind)
      .toBuffer()
    expect((await stripImage(picture, kind))?.equals(picture)).toBe(true)
    for (const bytes of [...hidden[kind](picture), Buffer.concat([picture, SECRET])]) {
      expect(bytes.includes(SECRET)).toBe(true)
      expect((await stripImage(bytes, kind))?.equals(picture)).toBe(true)
    }
  },
)

test('keeps the colour profile, the animation and the scans of a progressive JPEG', async () => {
  const picture = quarters({width: 40, height: 20})
  const jpeg = await picture.clone().withIccProfile('p3').jpeg({progressive: true}).toBuffer()
  const metadata = await sharp((await stripImage(jpeg, 'jpg')) ?? jpeg.subarray(0, 0)).metadata()
  expect(metadata).toMatchObject({isProgressive: true, hasProfile: true, width: 40})
})

test.each(['jpg', 'png', 'gif', 'webp', 'avif'] as const)('gives up on a %s that ends early', async (kind) => {
  const picture = await quarters({width: 16, height: 8})
    .toFormat(kind === 'jpg' ? 'jpeg' : kind)
    .toBuffer()
  for (let length = 1; length < picture.length; length += 7) {
    const stripped = await stripImage(picture.subarray(0, length), kind).catch(() => null)
    expect(stripped === null || stripped.length <= length).toBe(true)
  }
})

function insert(picture: Buffer, at: number, part: Buffer): Buffer {
  return Buffer.concat([picture.subarray(0, at), part, picture.subarray(at)])
}

function header(marker: number): Buffer {
  return Buffer.from([0xff, marker, 0, SECRET.length + 2])
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}
