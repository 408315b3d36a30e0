import {mkdtempSync, readdirSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {createImageUrlBuilder} from '@sanity/image-url'
import sharp, {type Metadata} from 'sharp'
import {expect, onTestFinished, test, vi} from 'vitest'

import {createAssets} from '@/lake/assets/assets'
import {clientOf, testLake} from '@/test-support/lakeClient'

import {assetRoutes} from './assetRoutes'

vi.setConfig({testTimeout: 60_000})

test('serves the original as it is, for ever, harmless', async () => {
  const {upload, get} = setUp()
  const bytes = await quarters({width: 40, height: 20}).png().toBuffer()
  const {path, sha1hash} = await upload(bytes)
  const response = await get(`/${path}`)
  expect(Object.fromEntries(response.headers)).toEqual({
    'accept-ranges': 'bytes',
    'cache-control': 'public, max-age=31536000, immutable',
    'content-length': String(bytes.length),
    'content-security-policy': "default-src 'none'; sandbox",
    'content-type': 'image/png',
    etag: `"${sha1hash}-${sha1hash}-40x20.png"`,
    'x-content-type-options': 'nosniff',
  })
  expect(Buffer.from(await response.arrayBuffer()).equals(bytes)).toBe(true)
})

/** The picture is 40 × 20: red, green, blue, white from left to right. */
test.each([
  ['w=20', [20, 10], ['red', 'white']],
  ['h=40', [80, 40], ['red', 'white']],
  ['w=20&dpr=2', [40, 20], ['red', 'white']],
  ['w=80&fit=max', [40, 20], ['red', 'white']],
  ['w=10&h=20&fit=scale', [10, 20], ['red', 'white']],
  ['w=40&h=40&fit=fill&bg=000', [40, 40], ['red', 'white']],
  ['w=10&h=20&fit=crop&crop=left', [10, 20], ['red', 'red']],
  ['w=10&h=20&fit=crop&crop=right', [10, 20], ['white', 'white']],
  ['w=20&h=20&fit=crop', [20, 20], ['green', 'blue']],
  ['w=10&h=20&fit=crop&crop=focalpoint&fp-x=0.375&fp-y=0.5', [10, 20], ['green', 'green']],
  ['w=10&h=20&fp-x=0.99&fp-y=0.5', [10, 20], ['white', 'white']],
  ['w=200&h=200&fit=min', [20, 20], ['green', 'blue']],
  ['w=100&h=100&fit=crop', [100, 100], ['green', 'blue']],
  ['rect=20,0,10,20', [10, 20], ['blue', 'blue']],
  ['rect=10,0,20,20&w=10', [10, 10], ['green', 'blue']],
  ['rect=30,0,500,500', [10, 20], ['white', 'white']],
  ['rect=0,0,20,20&w=10&h=20&fit=crop&crop=right', [10, 20], ['green', 'green']],
])('answers ?%s', async (query, size, [left, right]) => {
  const {upload, get} = setUp()
  const {path} = await upload(await quarters({width: 40, height: 20}).png().toBuffer())
  const bytes = await bytesOf(await get(`/${path}?${query}`))
  const {data, info} = await sharp(bytes).removeAlpha().raw().toBuffer({resolveWithObject: true})
  const colourAt = (x: number) => {
    const at = (Math.floor(info.height / 2) * info.width + x) * info.channels
    return nameOf([...data.subarray(at, at + 3)])
  }
  expect([info.width, info.height]).toEqual(size)
  expect([colourAt(1), colourAt(info.width - 2)]).toEqual([left, right])
})

test('draws what the image builder asks for a crop and a hotspot', async () => {
  const {upload, get, client} = setUp()
  const asset = await upload(await quarters({width: 400, height: 200}).png().toBuffer())
  const address = createImageUrlBuilder(client)
    .image({
      asset: {_ref: asset._id},
      crop: {top: 0, bottom: 0, left: 0.5, right: 0},
      hotspot: {x: 0.9, y: 0.5, width: 0.1, height: 0.2},
    })
    .size(50, 100)
    .url()
  const {pathname, search} = new URL(address)
  const bytes = await bytesOf(await get(`${pathname}${search}`))
  const {dominant} = await sharp(bytes).stats()
  expect(await sharp(bytes).metadata()).toMatchObject({width: 50, height: 100})
  expect(nameOf([dominant.r, dominant.g, dominant.b])).toBe('white')
})

test.each([
  ['fm=jpg', undefined, 'image/jpeg', null],
  ['fm=webp&q=50', undefined, 'image/webp', null],
  ['fm=avif', undefined, 'image/avif', null],
  ['auto=format', 'image/avif,image/webp,*/*', 'image/webp', 'Accept'],
  ['auto=format', '*/*', 'image/png', 'Accept'],
])('answers ?%s for Accept %s with %s', async (query, accept, type, vary) => {
  const {upload, get} = setUp()
  const {path} = await upload(await quarters({width: 40, height: 20}).png().toBuffer())
  const response = await get(`/${path}?${query}`, {headers: accept ? {accept} : {}})
  expect([response.headers.get('content-type'), response.headers.get('vary')]).toEqual([type, vary])
  expect(`image/${formatOf(await sharp(await bytesOf(response)).metadata())}`).toBe(type)
})

test.each(['', '?w=20', '?rect=0,0,10,10', '?fm=webp', '?auto=format', '?dl=photo.jpg', '?dlRaw=true'])(
  'gives a stranger no GPS position, no camera and no comment with "%s"',
  async (query) => {
    const {upload, get} = setUp()
    const {path} = await upload(await photograph())
    const bytes = await bytesOf(await get(`/${path}${query}`))
    const {exif, xmp, iptc} = await sharp(bytes).metadata()
    expect([exif, xmp, iptc]).toEqual([undefined, undefined, undefined])
    expect(bytes.includes('Spy camera')).toBe(false)
  },
)

test('gives an editor who asks for it the photograph as it was uploaded, outside of any shared cache', async () => {
  const {upload, get} = setUp()
  const original = await photograph()
  const {path, sha1hash} = await upload(original)
  const response = await get(`/${path}?dlRaw=true`, {headers: {authorization: 'Bearer viewer'}})
  expect([response.headers.get('cache-control'), response.headers.get('x-sanity-sha1')]).toEqual([
    'private, no-store',
    sha1hash,
  ])
  expect((await bytesOf(response)).equals(original)).toBe(true)
})

test('turns a photograph upright when it takes the metadata away', async () => {
  const {upload, get} = setUp()
  const {path, metadata} = await upload(
    await quarters({width: 40, height: 20}).jpeg().withMetadata({orientation: 6}).toBuffer(),
  )
  expect(metadata?.dimensions).toMatchObject({width: 20, height: 40})
  expect(await sharp(await bytesOf(await get(`/${path}`))).metadata()).toMatchObject({width: 20, height: 40})
  expect(await sharp(await bytesOf(await get(`/${path}?rect=0,0,20,10`))).metadata()).toMatchObject({
    width: 20,
    height: 10,
  })
})

test('keeps an animation moving', async () => {
  const {upload, get} = setUp()
  const frames = await Promise.all([{r: 255}, {r: 0}].map(({r}) => frame(r)))
  const animation = await sharp(frames, {join: {animated: true}})
    .gif({delay: [100, 100]})
    .toBuffer()
  const {path} = await upload(animation)
  expect(await sharp(await bytesOf(await get(`/${path}?w=4`)), {animated: true}).metadata()).toMatchObject({
    pages: 2,
    width: 4,
  })
})

test.each([
  'w=0',
  'w=-1',
  'w=1e9',
  'w=abc',
  'w=',
  'q=0',
  'dpr=50',
  'fit=explode',
  'rect=1,2,3',
  'rect=a,b,c,d',
  'fp-x=2',
  'fm=svg',
  'bg=red',
])('refuses ?%s', async (query) => {
  const {upload, get} = setUp()
  const {path} = await upload(await quarters({width: 4, height: 4}).png().toBuffer())
  expect((await get(`/${path}?${query}`)).status).toBe(400)
})

test('makes a variant once, however often and however simultaneously it is asked for', async () => {
  const {upload, get, variants} = setUp()
  const {path} = await upload(await quarters({width: 40, height: 20}).png().toBuffer())
  const responses = await Promise.all(Array.from({length: 20}, () => get(`/${path}?w=10`)))
  const bodies = await Promise.all(responses.map(async (response) => (await bytesOf(response)).toString('base64')))
  expect(new Set(bodies).size).toBe(1)
  expect(variants()).toHaveLength(1)
})

test('deletes the oldest variants beyond the bound', async () => {
  const {upload, get, variants} = setUp({maxCacheBytes: 1000})
  const {path} = await upload(await quarters({width: 400, height: 200}).png().toBuffer())
  for (let width = 100; width < 140; width++) await bytesOf(await get(`/${path}?w=${width}&fm=jpg`))
  expect(variants().length).toBeLessThan(10)
})

test('turns away what cannot be prepared soon', async () => {
  const {upload, get} = setUp()
  const {path} = await upload(await quarters({width: 40, height: 20}).png().toBuffer())
  const responses = await Promise.all(Array.from({length: 150}, (_, n) => get(`/${path}?w=${n + 1}`)))
  const busy = responses.filter(({status}) => status === 429)
  expect(busy.length).toBeGreaterThan(0)
  expect(responses.length - busy.length).toBeGreaterThanOrEqual(100)
  expect(busy[0]?.headers.get('retry-after')).toBe('2')
})

function setUp(limits: {maxCacheBytes?: number} = {}) {
  const root = mkdtempSync(join(tmpdir(), 'octavo-images-'))
  onTestFinished(() => rmSync(root, {recursive: true, force: true}))
  const cacheFolder = join(root, 'cache')
  const assets = createAssets({folder: join(root, 'assets'), cacheFolder, ...limits})
  const lake = testLake({production: []}, {routes: assetRoutes(assets)})
  const client = clientOf(lake, {token: 'editor'})
  return {
    client,
    upload: (bytes: Buffer) => client.assets.upload('image', bytes),
    get: (path: string, init?: RequestInit) => lake.fetch(new Request(`http://lake.test${path}`, init)),
    variants: () => readdirSync(cacheFolder, {recursive: true, withFileTypes: true}).filter((entry) => entry.isFile()),
  }
}

async function bytesOf(response: Response): Promise<Buffer> {
  expect(response.status).toBe(200)
  return Buffer.from(await response.arrayBuffer())
}

const colours = {red: '#ff0000', green: '#00ff00', blue: '#0000ff', white: '#ffffff'}

function quarters({width, height}: {width: number; height: number}) {
  const stripe = (fill: string, n: number) =>
    `<rect x="${(n * width) / 4}" width="${width / 4}" height="${height}" fill="${fill}"/>`
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${Object.values(colours).map(stripe).join('')}</svg>`
  return sharp(Buffer.from(svg)).flatten()
}

function nameOf(rgb: number[]): string {
  const bits = rgb.map((part) => (part > 128 ? 'ff' : '00')).join('')
  return Object.entries(colours).find(([, hex]) => hex === `#${bits}`)?.[0] ?? 'other'
}

function formatOf({format, compression}: Metadata): string {
  return format === 'heif' && compression === 'av1' ? 'avif' : String(format)
}

function photograph(): Promise<Buffer> {
  return quarters({width: 40, height: 20})
    .jpeg()
    .withExif({
      IFD0: {Make: 'Spy camera'},
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '51/1 30/1 3230/100',
        GPSLongitudeRef: 'W',
        GPSLongitude: '0/1 7/1 4366/100',
      },
    })
    .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/"><note>Spy camera</note></x:xmpmeta>')
    .toBuffer()
}

function frame(r: number): Promise<Buffer> {
  return sharp({create: {width: 8, height: 8, channels: 3, background: {r, g: 0, b: 0}}})
    .png()
    .toBuffer()
}
