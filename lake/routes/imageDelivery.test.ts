import {readFileSync, rmSync} from 'node:fs'
import {join} from 'node:path'
import sharp from 'sharp'
import {expect, test, vi} from 'vitest'

import {assetsLake, bytesOf} from '@/test-support/assetsLake'
import {animation, plain, quarters, typeOf} from '@/test-support/pictures'

vi.setConfig({testTimeout: 60_000})

test('serves the original as it is, for ever, harmless', async () => {
  const {upload, get} = assetsLake()
  const bytes = await quarters({width: 40, height: 20}).png().toBuffer()
  const {path, sha1hash} = await upload(bytes)
  const response = await get(`/${path}`)
  expect(Object.fromEntries(response.headers)).toMatchObject({
    'accept-ranges': 'bytes',
    'cache-control': 'public, max-age=31536000, immutable',
    'content-length': String(bytes.length),
    'content-security-policy': "default-src 'none'; sandbox",
    'content-type': 'image/png',
    etag: `"${sha1hash}-original"`,
    'x-content-type-options': 'nosniff',
  })
  expect((await bytesOf(response)).equals(bytes)).toBe(true)
})

test.each([
  ['fm=jpg', undefined, 'image/jpeg', null],
  ['fm=webp&q=50', undefined, 'image/webp', null],
  ['fm=avif', undefined, 'image/avif', null],
  ['fm=png&auto=format', 'image/avif', 'image/png', 'Accept'],
  ['auto=format', 'image/avif,image/webp,*/*', 'image/avif', 'Accept'],
  ['auto=format', 'text/html,image/webp;q=0.8,*/*;q=0.5', 'image/webp', 'Accept'],
  ['auto=format', 'image/avif;q=0,image/webp', 'image/webp', 'Accept'],
  ['auto=format', '*/*', 'image/png', 'Accept'],
  ['auto=format', undefined, 'image/png', 'Accept'],
  ['auto=format&w=3000&h=2000&fit=scale', 'image/avif,image/webp', 'image/webp', 'Accept'],
])('answers ?%s for Accept %s with %s', async (query, accept, type, vary) => {
  const {upload, get} = assetsLake()
  const {path} = await upload(await quarters({width: 40, height: 20}).png().toBuffer())
  const response = await get(`/${path}?${query}`, {headers: accept ? {accept} : {}})
  expect([response.headers.get('content-type'), response.headers.get('vary')]).toEqual([type, vary])
  expect(typeOf(await sharp(await bytesOf(response)).metadata())).toBe(type)
})

test.each([
  ['webp', 'auto=format', 'image/jpeg'],
  ['avif', 'auto=format', 'image/jpeg'],
  ['webp', 'w=20', 'image/webp'],
] as const)('answers who accepts only old formats with an uploaded %s and ?%s with %s', async (format, query, type) => {
  const {upload, get} = assetsLake()
  const {path} = await upload(await quarters({width: 40, height: 20}).toFormat(format).toBuffer())
  expect((await get(`/${path}?${query}`, {headers: {accept: 'image/png,*/*'}})).headers.get('content-type')).toBe(type)
})

test('makes a WebP of an animation that would take too long as GIF', async () => {
  const {upload, get} = assetsLake()
  const {path} = await upload(await animation('gif', 30))
  const typeAt = async (width: number) => (await get(`/${path}?w=${width}`)).headers.get('content-type')
  expect([await typeAt(16), await typeAt(400)]).toEqual(['image/gif', 'image/webp'])
})

test('keeps an animation moving where the smallest format could not', async () => {
  const {upload, get} = assetsLake()
  const {path} = await upload(await animation('gif'))
  const response = await get(`/${path}?w=4&auto=format`, {headers: {accept: 'image/avif,image/webp'}})
  const {pages, format} = await sharp(await bytesOf(response), {animated: true}).metadata()
  expect([pages, format]).toEqual([2, 'webp'])
})

test('answers conditional and range requests for variants, and HEAD', async () => {
  const {upload, get, cacheFolder} = assetsLake()
  const {path} = await upload(await quarters({width: 40, height: 20}).png().toBuffer())
  const first = await get(`/${path}?w=20`)
  const etag = first.headers.get('etag') ?? ''
  const whole = await bytesOf(first)
  const part = await get(`/${path}?w=20`, {headers: {range: 'bytes=1-3', 'if-range': etag}})
  expect([part.status, Buffer.from(await part.arrayBuffer())]).toEqual([206, whole.subarray(1, 4)])
  const head = await get(`/${path}?w=20`, {method: 'HEAD'})
  expect([head.status, head.headers.get('content-length')]).toEqual([200, String(whole.length)])

  rmSync(cacheFolder, {recursive: true})
  const again = await get(`/${path}?w=20`, {headers: {'if-none-match': etag}})
  expect([again.status, again.headers.get('etag')]).toEqual([304, etag])
  expect((await bytesOf(await get(`/${path}?w=20`))).equals(whole)).toBe(true)
})

test('makes a variant once, however often, differently spelled and simultaneously it is asked for', async () => {
  const {upload, get, variants} = assetsLake()
  const {path} = await upload(await quarters({width: 40, height: 20}).png().toBuffer())
  const spellings = ['w=10&h=5', 'h=5&w=10', 'w=5&h=2.5&dpr=2', 'w=10&h=5&fit=clip&x=1']
  const responses = await Promise.all(
    Array.from({length: 150}, (_, n) => get(`/${path}?${spellings[n % spellings.length]}`)),
  )
  const bodies = await Promise.all(responses.map(async (response) => (await bytesOf(response)).toString('base64')))
  expect(new Set(bodies).size).toBe(1)
  expect(variants()).toHaveLength(1)
})

test('serves from disk what it has made, also after a restart', async () => {
  const first = assetsLake()
  const {path} = await first.upload(await quarters({width: 40, height: 20}).png().toBuffer())
  await bytesOf(await first.get(`/${path}?w=20`))
  const [name = ''] = first.variants()
  const stored = join(first.cacheFolder, 'production', path.split('/').at(-1)?.replace('.png', '') ?? '', name)
  expect((await bytesOf(await first.get(`/${path}?w=20`))).equals(readFileSync(stored))).toBe(true)
  expect(first.variants()).toEqual([name])
})

test('deletes the oldest variants beyond the bound, and answers with all of them', async () => {
  const {upload, get, variants} = assetsLake({maxCacheBytes: 3000})
  const {path} = await upload(await quarters({width: 400, height: 200}).png().toBuffer())
  for (let width = 100; width < 120; width++) await bytesOf(await get(`/${path}?w=${width}&fm=jpg`))
  expect(variants().length).toBeLessThan(10)
})

test('answers with a picture that the cache has no room for', async () => {
  const {upload, get, variants} = assetsLake({maxCacheBytes: 1})
  const {path} = await upload(await quarters({width: 40, height: 20}).png().toBuffer())
  const response = await get(`/${path}?w=20`, {headers: {range: 'bytes=1-3'}})
  expect([response.status, await response.text()]).toEqual([206, 'PNG'])
  expect(variants()).toEqual([])
})

test('turns away more huge pictures than can be made soon, and lets the others pass', async () => {
  const {upload, get} = assetsLake()
  const {path} = await upload(await plain({width: 40, height: 20}, '#cc3311').png().toBuffer())
  const huge = Array.from({length: 12}, (_, n) => get(`/${path}?w=${2001 + n}&h=2000&fit=scale&fm=jpg`))
  const usual = Array.from({length: 20}, (_, n) => get(`/${path}?w=${n + 1}`))
  const statuses = async (answers: Promise<Response>[]) => (await Promise.all(answers)).map(({status}) => status)
  expect(await statuses(usual)).toEqual(usual.map(() => 200))
  expect((await statuses(huge)).filter((status) => status === 429)).toHaveLength(12 - 1 - 8)
})

test('turns readers away when too much is to be made, and never an editor for it', async () => {
  const {client, upload, get} = assetsLake()
  const {path} = await upload(await plain({width: 40, height: 20}, '#cc3311').png().toBuffer())
  const flood = Array.from({length: 150}, (_, n) => get(`/${path}?w=${n + 1}`))
  const editor = get(`/${path}?w=500`, {headers: {authorization: 'Bearer viewer'}})
  const asset = client.assets.upload('image', await plain({width: 3, height: 3}, '#cc3311').png().toBuffer())

  const answers = await Promise.all(flood)
  const busy = answers.filter(({status}) => status === 429)
  expect(busy.length).toBeGreaterThan(0)
  expect(answers.length - busy.length).toBeGreaterThanOrEqual(100)
  expect([busy[0]?.headers.get('retry-after'), busy[0]?.headers.get('cache-control')]).toEqual(['2', null])
  expect((await editor).status).toBe(200)
  expect((await asset)._type).toBe('sanity.imageAsset')
})
