import {createImageUrlBuilder} from '@sanity/image-url'
import sharp from 'sharp'
import {afterAll, expect, test, vi} from 'vitest'

import {assetsLake, bytesOf} from '@/test-support/assetsLake'
import {animation, photograph, plain, quarters, stripeOf} from '@/test-support/pictures'

vi.setConfig({testTimeout: 60_000})

const shared = assetsLake({}, afterAll)
const striped = quarters({width: 40, height: 20}).png().toBuffer().then(shared.upload)

/** The picture is 40 × 20: red, green, blue, white from left to right. */
test.each([
  ['w=20', [20, 10], ['red', 'white']],
  ['h=40', [80, 40], ['red', 'white']],
  ['w=20&dpr=2', [40, 20], ['red', 'white']],
  ['w=20&h=20', [20, 10], ['red', 'white']],
  ['w=20&h=20&fit=clip', [20, 10], ['red', 'white']],
  ['w=80&fit=max', [40, 20], ['red', 'white']],
  ['w=80&h=80&fit=max', [40, 20], ['red', 'white']],
  ['w=20&h=80&fit=max', [20, 10], ['red', 'white']],
  ['w=10&h=20&fit=scale', [10, 20], ['red', 'white']],
  ['w=20&fit=scale', [20, 10], ['red', 'white']],
  ['w=40&h=40&fit=fill&bg=000', [40, 40], ['red', 'white']],
  ['w=60&h=40&fit=fillmax&bg=00f', [60, 40], ['blue', 'blue']],
  ['w=10&h=20&fit=crop&crop=left', [10, 20], ['red', 'red']],
  ['w=10&h=20&fit=crop&crop=right', [10, 20], ['white', 'white']],
  ['w=10&h=20&fit=crop&crop=top,right', [10, 20], ['white', 'white']],
  ['w=20&h=20&fit=crop', [20, 20], ['green', 'blue']],
  ['w=20&h=20&fit=crop&crop=center', [20, 20], ['green', 'blue']],
  ['w=20&fit=crop', [20, 10], ['red', 'white']],
  ['w=10&h=20&fit=crop&crop=focalpoint&fp-x=0.375&fp-y=0.5', [10, 20], ['green', 'green']],
  ['w=10&h=20&fp-x=0.99&fp-y=0.5', [10, 20], ['white', 'white']],
  ['w=200&h=200&fit=min', [20, 20], ['green', 'blue']],
  ['w=10&h=10&fit=min', [10, 10], ['green', 'blue']],
  ['w=100&h=100&fit=crop', [100, 100], ['green', 'blue']],
  ['w=40&max-h=10&fit=crop', [40, 10], ['red', 'white']],
  ['w=10&min-h=20&fit=crop', [10, 20], ['green', 'blue']],
  ['h=20&max-w=10&fit=crop&crop=left', [10, 20], ['red', 'red']],
  ['rect=20,0,10,20', [10, 20], ['blue', 'blue']],
  ['rect=10,0,20,20&w=10', [10, 10], ['green', 'blue']],
  ['rect=30,0,500,500', [10, 20], ['white', 'white']],
  ['rect=0,0,20,20&w=10&h=20&fit=crop&crop=right', [10, 20], ['green', 'green']],
  ['or=90', [20, 40], ['blue', 'blue']],
  ['or=180', [40, 20], ['white', 'red']],
  ['or=270', [20, 40], ['green', 'green']],
  ['or=90&rect=0,0,10,20', [20, 10], ['red', 'red']],
  ['or=270&rect=30,0,10,20&w=10', [10, 5], ['white', 'white']],
  ['or=180&rect=0,0,20,20', [20, 20], ['green', 'red']],
  ['flip=h', [40, 20], ['white', 'red']],
  ['flip=v', [40, 20], ['red', 'white']],
  ['flip=hv&w=20', [20, 10], ['white', 'red']],
  ['invert=true&rect=0,0,30,20', [30, 20], ['#00ffff', '#ffff00']],
  ['pad=5&bg=00f', [50, 30], ['blue', 'blue']],
  ['pad=5&dpr=2&w=20&bg=0f0', [60, 40], ['green', 'green']],
  ['sat=-100&rect=30,0,10,20', [10, 20], ['white', 'white']],
  ['frame=1&w=20', [20, 10], ['red', 'white']],
  ['w=20&unknown=1&utm_source=x', [20, 10], ['red', 'white']],
])('answers ?%s', async (query, size, [left, right]) => {
  const {path} = await striped
  const {pixel, ...actual} = await pixels(await bytesOf(await shared.get(`/${path}?${query}`)))
  expect([actual.width, actual.height]).toEqual(size)
  expect([stripeOf(pixel(1)), stripeOf(pixel(actual.width - 2))]).toEqual([left, right])
})

test('crops to the part with most detail', async () => {
  const {upload, get} = assetsLake()
  const detail = await sharp({
    create: {width: 20, height: 20, channels: 3, background: '#888', noise: {type: 'gaussian', mean: 128, sigma: 60}},
  })
    .png()
    .toBuffer()
  const picture = plain({width: 100, height: 20}, '#000').composite([{input: detail, left: 75, top: 0}])
  const {path} = await upload(await picture.png().toBuffer())
  const bytes = await bytesOf(await get(`/${path}?w=20&h=20&fit=crop&crop=entropy`))
  const {channels} = await sharp(bytes).stats()
  expect(channels[0]?.mean).toBeGreaterThan(90)
})

test.each([
  ['blur=10', 'smoother'],
  ['blur=2000', 'smoother'],
  ['sharp=80', 'rougher'],
])('makes a picture with ?%s %s', async (query, expected) => {
  const {upload, get} = assetsLake()
  const bars = Array.from({length: 64}, (_, x) => `<rect x="${x * 4}" width="2" height="64" fill="#666"/>`)
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="64" height="64">${bars.join('')}</svg>`
  const {path} = await upload(await sharp(Buffer.from(svg)).flatten({background: '#999'}).png().toBuffer())
  const spread = async (search: string) => {
    const bytes = await bytesOf(await get(`/${path}${search}`))
    expect(await sharp(bytes).metadata()).toMatchObject({width: 64, height: 64})
    const {channels} = await sharp(bytes).stats()
    return channels[0]?.stdev ?? 0
  }
  const ratio = (await spread(`?${query}`)) / (await spread(''))
  expect(expected === 'smoother' ? ratio < 0.9 : ratio > 1.1).toBe(true)
})

test.each([
  ['', [0, 0, 200, 128]],
  ['bg=f00', [127, 0, 100, 255]],
  ['bg=ff00ff00', [0, 127, 100, 255]],
  ['bg=f0f0', [0, 127, 100, 255]],
  ['fm=jpg', [127, 127, 227, 255]],
  ['fm=jpg&bg=000', [0, 0, 100, 255]],
])('lays what shines through over the background of ?%s', async (query, expected) => {
  const {upload, get} = assetsLake()
  const {path} = await upload(
    await plain({width: 8, height: 8}, {r: 0, g: 0, b: 200, alpha: 128 / 255})
      .png()
      .toBuffer(),
  )
  const bytes = await bytesOf(await get(`/${path}?w=8&${query}`))
  const {data} = await sharp(bytes).ensureAlpha().raw().toBuffer({resolveWithObject: true})
  for (const [index, part] of expected.entries()) expect(Math.abs((data[index] ?? 0) - part)).toBeLessThan(4)
})

test('draws what the image builder asks for a crop and a hotspot', async () => {
  const {upload, get, client} = assetsLake()
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
  const {pixel, width, height} = await pixels(await bytesOf(await get(`${pathname}${search}`)))
  expect([width, height, stripeOf(pixel(25))]).toEqual([50, 100, 'white'])
})

test('draws everything that the image builder can ask for at once', async () => {
  const {upload, get, client} = assetsLake()
  const {_id} = await upload(await quarters({width: 40, height: 20}).png().toBuffer())
  const address = createImageUrlBuilder(client)
    .image(_id)
    .rect(0, 0, 20, 20)
    .size(30, 20)
    .minWidth(10)
    .maxWidth(50)
    .minHeight(10)
    .maxHeight(50)
    .focalPoint(0.5, 0.5)
    .dpr(2)
    .fit('crop')
    .crop('focalpoint')
    .bg('fff')
    .blur(5)
    .sharpen(5)
    .saturation(-100)
    .invert(true)
    .orientation(90)
    .flipHorizontal()
    .flipVertical()
    .pad(5)
    .frame(1)
    .quality(60)
    .auto('format')
    .format('webp')
    .forceDownload('tides.webp')
    .vanityName('tides.webp')
    .url()
  const {pathname, search} = new URL(address)
  const response = await get(`${pathname}${search}`)
  expect(response.headers.get('content-disposition')).toContain('tides.webp')
  expect(await sharp(await bytesOf(response)).metadata()).toMatchObject({format: 'webp', width: 80, height: 60})
})

test.each([
  ['jpg', false],
  ['pjpg', true],
])('makes %s progressive: %s', async (format, isProgressive) => {
  const {upload, get} = assetsLake()
  const {path} = await upload(await quarters({width: 40, height: 20}).png().toBuffer())
  const bytes = await bytesOf(await get(`/${path}?fm=${format}`))
  expect(await sharp(bytes).metadata()).toMatchObject({format: 'jpeg', isProgressive})
})

test('gives fewer bytes at a lower quality', async () => {
  const {upload, get} = assetsLake()
  const {path} = await upload(await quarters({width: 400, height: 200}).blur(3).png().toBuffer())
  const length = async (q: number) => (await bytesOf(await get(`/${path}?fm=jpg&q=${q}`))).length
  expect(await length(10)).toBeLessThan(await length(90))
  expect(await length(0)).toBe(await length(1))
})

test('turns a photograph upright when it takes the metadata away', async () => {
  const {upload, get} = assetsLake()
  const {path} = await upload(await photograph('jpeg', {orientation: 6}))
  const dimensions = async (query: string) => {
    const {width, height, orientation} = await sharp(await bytesOf(await get(`/${path}${query}`))).metadata()
    return [width, height, orientation]
  }
  expect(await dimensions('')).toEqual([20, 40, undefined])
  expect(await dimensions('?rect=0,0,20,10')).toEqual([20, 10, undefined])
  expect(await dimensions('?or=90')).toEqual([40, 20, undefined])
})

test.each(['gif', 'webp'] as const)('keeps an animated %s moving, unless asked for one frame', async (format) => {
  const {upload, get} = assetsLake()
  const {path} = await upload(await animation(format))
  const shape = async (query: string) => {
    const {
      pages = 1,
      width,
      pageHeight,
      height,
    } = await sharp(await bytesOf(await get(`/${path}${query}`)), {
      animated: true,
    }).metadata()
    return [pages, width, pageHeight ?? height]
  }
  expect(await shape('?w=4')).toEqual([2, 4, 4])
  expect(await shape('?w=4&h=2&fit=crop')).toEqual([2, 4, 2])
  expect(await shape('?rect=0,0,4,8')).toEqual([2, 4, 8])
  expect(await shape('?w=4&frame=1')).toEqual([1, 4, 4])
  expect(await shape('?w=4&or=90')).toEqual([1, 4, 4])
  expect(await shape('')).toEqual([2, 8, 8])
})

test.each([
  ['w=abc', 'w must be a number from 1 to 8192'],
  ['fit=explode', 'fit must be clip or crop or fill or fillmax or max or min or scale'],
  ['w=8000&h=8000&fit=scale', 'The image would have 8000 × 8000 pixels; at most 25 million are drawn'],
])('refuses ?%s with a sentence', async (query, description) => {
  const {upload, get, variants} = assetsLake()
  const {path} = await upload(await quarters({width: 4, height: 4}).png().toBuffer())
  const response = await get(`/${path}?${query}`)
  expect([response.status, (await response.json()).error.description]).toEqual([400, description])
  expect(variants()).toEqual([])
})

async function pixels(bytes: Buffer) {
  const {data, info} = await sharp(bytes).removeAlpha().raw().toBuffer({resolveWithObject: true})
  const middle = Math.floor(info.height / 2)
  return {
    width: info.width,
    height: info.height,
    /** The colour at `x` in the middle row. */
    pixel: (x: number) => [...data.subarray((middle * info.width + x) * info.channels).subarray(0, 3)],
  }
}
