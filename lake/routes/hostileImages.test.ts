import {deflateSync} from 'node:zlib'
import sharp from 'sharp'
import {expect, test, vi} from 'vitest'

import {assetsLake, bytesOf} from '@/test-support/assetsLake'
import {animation, pngOf, quarters} from '@/test-support/pictures'

vi.setConfig({testTimeout: 60_000})

const drawing = (inside: string, attributes = '') =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="20" height="10" ${attributes}>${inside}</svg>`

test.each([
  ['HTML', '<html><script>alert(1)</script>', 'not an image of a kind that is accepted'],
  ['JavaScript', 'alert(1)', 'not an image of a kind that is accepted'],
  ['a PDF', '%PDF-1.7', 'not an image of a kind that is accepted'],
  ['TIFF', 'II*\0\x08\0\0\0', 'not an image of a kind that is accepted'],
  ['HTML that mentions SVG', '<html><svg xmlns="http://www.w3.org/2000/svg"/></html>', 'not an image of a kind'],
  ['a polyglot that only begins as GIF', 'GIF89a/*<script>alert(1)</script>*/', 'screen is too large'],
  ['a polyglot that only begins as JPEG', '\xff\xd8\xff/*<script>alert(1)</script>*/', 'cannot be read'],
  ['a polyglot that only begins as WebP', 'RIFF\0\0\0\0WEBP<script>', 'cannot be read'],
  ['a polyglot that only begins as AVIF', '\0\0\0\x20ftypavif<script>', 'cannot be read'],
  ['SVG with a script', drawing('<script>alert(1)</script>'), 'holds scripts'],
  ['SVG with a prefixed script', drawing('<svg:script>alert(1)</svg:script>'), 'holds scripts'],
  ['SVG with a handler', drawing('', 'onload="alert(1)"'), 'holds scripts'],
  ['SVG with a handler on another line', drawing('<g\nonclick\n=\n"alert(1)"/>'), 'holds scripts'],
  ['SVG with HTML', drawing('<foreignObject><p/></foreignObject>'), 'holds scripts'],
  ['SVG with a link that runs', drawing('<a href="javascript:alert(1)"><path/></a>'), 'holds scripts'],
  ['SVG with entities', `<!DOCTYPE svg [<!ENTITY a "aaaa">]>${drawing('<text>&a;</text>')}`, 'holds scripts'],
])('refuses %s as an image and leaves nothing behind', async (_, text, message) => {
  const {client, files} = assetsLake()
  const body = Buffer.from(text, 'latin1')
  const upload = client.assets.upload('image', body, {filename: 'a.png', contentType: 'image/png'})
  await expect(upload).rejects.toMatchObject({statusCode: 400, message: expect.stringContaining(message)})
  expect(files()).toEqual([])
})

test('tells that a file is no drawing, however often its comments open and close', async () => {
  const {upload} = assetsLake()
  await expect(upload(Buffer.from('<!---->'.repeat(500)))).rejects.toMatchObject({statusCode: 400})
  await expect(upload(Buffer.from(drawing('<!--'.repeat(100_000))))).resolves.toMatchObject({extension: 'svg'})
})

test.each([
  ['in pixels', '<?xml version="1.0"?><!-- a --><svg width="20px" height=\'10\' xmlns="x"/>', 20, 10],
  ['by its view box', '<svg viewBox="0 0 40 30" xmlns="http://www.w3.org/2000/svg"/>', 40, 30],
  ['by one side and its view box', '<svg width="20" viewBox="0,0,40,30" xmlns="x"/>', 20, 15],
  ['in inches', '<svg xmlns="x" width="2in" height="1in"></svg>', 192, 96],
  ['not at all', '<svg xmlns="x" width="100%"></svg>', 300, 150],
])('stores a drawing measured %s, and serves it where nothing runs', async (_, text, width, height) => {
  const {upload, get} = assetsLake()
  const {path, metadata, extension} = await upload(Buffer.from(text))
  expect([extension, metadata.dimensions]).toMatchObject(['svg', {width, height}])
  for (const query of ['', '?w=10&auto=format', '?dl=a.svg']) {
    const {headers} = await get(`/${path}${query}`)
    expect([headers.get('content-type'), headers.get('x-content-type-options')]).toEqual(['image/svg+xml', 'nosniff'])
    expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'; (?!.*allow-).*sandbox$/)
    expect(headers.get('content-security-policy')).not.toContain('script-src')
  }
})

test('serves a drawing without the comments and metadata of the program that drew it', async () => {
  const {upload, get} = assetsLake()
  const {path} = await upload(Buffer.from(drawing('<!-- Ada --><metadata><x>GPS</x></metadata><path d="M0 0"/>')))
  expect((await bytesOf(await get(`/${path}`))).toString()).toBe(drawing('<path d="M0 0"/>'))
})

test.each([
  ['a PNG of 900 million pixels', () => pngOf({width: 30_000, height: 30_000}, [['IDAT', deflateSync('')]])],
  ['a PNG of 10,000 × 10,001', () => pngOf({width: 10_000, height: 10_001}, [['IDAT', deflateSync('')]])],
  ['a GIF of 65,535 × 65,535', () => gifOf({width: 65_535, height: 65_535})],
  ['a WebP of 16,383 × 16,383', () => webpOf({width: 16_383, height: 16_383})],
  ['a JPEG of 65,500 × 65,500', () => jpegOf({width: 65_500, height: 65_500})],
])('refuses %s by its header alone', async (_, bomb) => {
  const {upload, files} = assetsLake()
  const before = process.memoryUsage().rss
  await expect(upload(bomb())).rejects.toMatchObject({
    statusCode: 400,
    message: expect.stringContaining('at most 100 million are accepted'),
  })
  expect(process.memoryUsage().rss - before).toBeLessThan(200e6)
  expect(files()).toEqual([])
})

test('refuses pixels that are not there, text that unpacks to a gigabyte, and frames without number', async () => {
  const {upload, files} = assetsLake()
  const zeros = deflateSync(Buffer.alloc(50_000_000))
  const text = Buffer.concat([Buffer.from('Comment\0\0'), zeros])
  const small = {width: 4, height: 4}
  const picture: [string, Buffer] = ['IDAT', deflateSync(Buffer.alloc(4 * 13))]
  const served = await upload(pngOf(small, [['zTXt', text], picture])).catch((error: unknown) => error)
  expect(served).toMatchObject({extension: 'png'})

  await expect(upload(pngOf({width: 9000, height: 9000}, [picture]))).rejects.toMatchObject({statusCode: 400})
  await expect(upload(gifOf({width: 1000, height: 1000}, 500))).rejects.toMatchObject({
    statusCode: 400,
    message: expect.stringMatching(/in 500 frames; at most|cannot be read/),
  })
  expect(files()).toHaveLength(1)
})

test('draws one frame where all of them would be too much', async () => {
  const {upload, get} = assetsLake()
  const {path} = await upload(await animation('gif', 30))
  const bytes = await bytesOf(await get(`/${path}?w=1000`))
  expect(await sharp(bytes, {animated: true}).metadata()).toMatchObject({width: 1000, height: 1000})
})

test.each(['jpeg', 'png', 'webp', 'avif'] as const)('refuses a %s cut off anywhere', async (format) => {
  const {upload, files} = assetsLake()
  const whole = await noise().toFormat(format).toBuffer()
  for (const share of [0.01, 0.1, 0.5, 0.9]) {
    const cut = whole.subarray(0, Math.max(4, Math.floor(whole.length * share)))
    await expect(upload(cut)).rejects.toMatchObject({statusCode: 400})
  }
  expect(files()).toEqual([])
})

test.each(['jpeg', 'png', 'webp', 'gif', 'avif'] as const)(
  'serves nothing that comes after the end of a %s',
  async (format) => {
    const {upload, get} = assetsLake()
    const picture = await quarters({width: 40, height: 20}).toFormat(format).toBuffer()
    const polyglot = Buffer.concat([picture, Buffer.from('PK\x03\x04<html><script>alert(1)</script>')])
    const {path} = await upload(polyglot)
    for (const query of ['', '?w=20', '?fm=png', '?dlRaw=true'])
      expect((await bytesOf(await get(`/${path}${query}`))).includes('<script>')).toBe(false)
    expect((await bytesOf(await get(`/${path}`))).equals(picture)).toBe(true)
  },
)

test('survives anything done to the bytes of an image', async () => {
  const {client, get} = assetsLake()
  const pictures = await Promise.all(
    (['jpeg', 'png', 'webp', 'gif', 'avif'] as const).map((format) => noise().toFormat(format).toBuffer()),
  )
  let seed = 1
  const random = (below: number) => (seed = (seed * 48_271) % 2_147_483_647) % below
  const extract = [...(['exif', 'image', 'location', 'thumbhash', 'palette'] as const)]
  const statuses = new Set<number>()
  for (let round = 0; round < 60; round++) {
    const bytes = Buffer.from(pictures[round % pictures.length] ?? [])
    for (let change = 0; change < 8; change++) bytes[random(bytes.length)] = random(256)
    const paths = await client.assets.upload('image', bytes, {extract}).then(
      ({path}) => [`/${path}`, `/${path}?w=8`],
      (error) => {
        statuses.add(error.statusCode)
        return []
      },
    )
    for (const path of paths) statuses.add((await get(path)).status)
  }
  expect([...statuses].toSorted()).toEqual([200, 400])
})

function noise() {
  const seeds = Buffer.from(Uint8Array.from({length: 64 * 64 * 3}, (_, n) => (n * n * 31 + n * 17) % 251))
  return sharp(seeds, {raw: {width: 64, height: 64, channels: 3}})
}

/** A GIF whose frames are one pixel each, whatever its canvas. */
function gifOf({width, height}: {width: number; height: number}, frames = 1): Buffer {
  const screen = Buffer.from([0, 0, 0, 0, 0x80, 0, 0, 0, 0, 0, 255, 255, 255])
  screen.writeUInt16LE(width, 0)
  screen.writeUInt16LE(height, 2)
  const pixel = [0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0]
  const frame = Buffer.from([0x21, 0xf9, 4, 0, 10, 0, 0, 0, ...pixel])
  const all = Array.from({length: frames}, () => frame)
  return Buffer.concat([Buffer.from('GIF89a'), screen, ...all, Buffer.from([0x3b])])
}

/** A lossless WebP that is only a header. */
function webpOf({width, height}: {width: number; height: number}): Buffer {
  const bits = Buffer.alloc(5)
  bits[0] = 0x2f
  bits.writeUInt32LE((((height - 1) << 14) | (width - 1)) >>> 0, 1)
  const chunk = Buffer.concat([Buffer.from('VP8L'), sizeOf(5), bits, Buffer.alloc(1)])
  return Buffer.concat([Buffer.from('RIFF'), sizeOf(4 + chunk.length), Buffer.from('WEBP'), chunk])
}

function sizeOf(length: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(length)
  return bytes
}

/** A JPEG whose frame header promises a size. */
function jpegOf({width, height}: {width: number; height: number}): Buffer {
  const frame = Buffer.from([0xff, 0xc0, 0, 11, 8, 0, 0, 0, 0, 1, 1, 0x11, 0])
  frame.writeUInt16BE(height, 5)
  frame.writeUInt16BE(width, 7)
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    frame,
    Buffer.from([0xff, 0xda, 0, 8, 1, 1, 0, 0, 63, 0, 0, 0xff, 0xd9]),
  ])
}
