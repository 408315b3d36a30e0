import {createHash} from 'node:crypto'
import {existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {crc32} from 'node:zlib'
import sharp from 'sharp'
import {expect, onTestFinished, test, vi} from 'vitest'

import {createAssets} from '@/lake/assets/assets'
import {clientOf, testLake} from '@/test-support/lakeClient'

import {assetRoutes} from './assetRoutes'

vi.setConfig({testTimeout: 60_000})

test('stores an image under the hash of its bytes and describes it', async () => {
  const {client} = setUp()
  const bytes = await picture({width: 60, height: 40}).png().toBuffer()
  const asset = await client.assets.upload('image', bytes, {
    filename: 'tide.jpg',
    title: 'Tide',
    creditLine: 'NASA',
    source: {id: 'x', name: 'unsplash', url: 'https://example.org/x'},
  })

  const sha1 = createHash('sha1').update(bytes).digest('hex')
  expect(asset).toMatchObject({
    _id: `image-${sha1}-60x40-png`,
    _type: 'sanity.imageAsset',
    assetId: sha1,
    sha1hash: sha1,
    extension: 'png',
    mimeType: 'image/png',
    size: bytes.length,
    originalFilename: 'tide.jpg',
    title: 'Tide',
    creditLine: 'NASA',
    source: {id: 'x', name: 'unsplash', url: 'https://example.org/x'},
    path: `images/octavo/production/${sha1}-60x40.png`,
    url: `http://localhost:3000/lake/images/octavo/production/${sha1}-60x40.png`,
    uploadId: expect.stringMatching(/^\w{32}$/),
    metadata: {
      _type: 'sanity.imageMetadata',
      dimensions: {_type: 'sanity.imageDimensions', width: 60, height: 40, aspectRatio: 1.5},
      hasAlpha: false,
      isOpaque: true,
      lqip: expect.stringMatching(/^data:image\/jpeg;base64,/),
      palette: {
        _type: 'sanity.imagePalette',
        dominant: {
          _type: 'sanity.imagePaletteSwatch',
          background: '#cc3311',
          foreground: '#fff',
          title: '#fff',
          population: 100,
        },
        vibrant: expect.objectContaining({background: '#cc3311'}),
      },
    },
  })
  await expect(client.fetch('*[_id == $id][0].sha1hash', {id: asset._id})).resolves.toBe(sha1)
})

test('gives the same document to the same bytes, and writes once', async () => {
  const {client, lake} = setUp()
  const bytes = await picture({width: 8, height: 8}).webp().toBuffer()
  const [first, second] = await Promise.all([
    client.assets.upload('image', bytes),
    client.assets.upload('image', bytes),
  ])
  const third = await client.assets.upload('image', bytes, {filename: 'other.webp'})
  expect([second, third]).toEqual([first, first])
  expect(lake.store.lastSequence()).toBe(2)
})

test.each(['jpeg', 'png', 'webp', 'gif', 'avif'] as const)('accepts %s, by its bytes', async (format) => {
  const {client} = setUp()
  const bytes = await picture({width: 32, height: 16}).toFormat(format).toBuffer()
  const asset = await client.assets.upload('image', bytes, {filename: 'picture.exe', contentType: 'text/html'})
  expect(asset).toMatchObject({mimeType: `image/${format}`, extension: format === 'jpeg' ? 'jpg' : format})
})

test('measures an image as it is seen, after the turn that EXIF demands', async () => {
  const {client} = setUp()
  const turned = await picture({width: 60, height: 40}).jpeg().withMetadata({orientation: 6}).toBuffer()
  const asset = await client.assets.upload('image', turned)
  expect(asset.metadata?.dimensions).toMatchObject({width: 40, height: 60})
})

test('tells transparency', async () => {
  const {client} = setUp()
  const background = {r: 0, g: 0, b: 200, alpha: 0.5}
  const bytes = await sharp({create: {width: 4, height: 4, channels: 4, background}})
    .png()
    .toBuffer()
  const asset = await client.assets.upload('image', bytes)
  expect(asset.metadata).toMatchObject({hasAlpha: true, isOpaque: false})
})

test.each([
  [
    'SVG',
    '<?xml version="1.0"?><!-- a --><svg xmlns="http://www.w3.org/2000/svg"></svg>',
    'SVG images are not accepted',
  ],
  ['HTML', '<html><script>alert(1)</script>', 'not an image of a kind that is accepted'],
  ['a polyglot that only begins as GIF', 'GIF89a/*<script>alert(1)</script>*/', 'cannot be read'],
  ['a cut-off JPEG', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]), 'cannot be read'],
])('refuses %s as an image and leaves nothing behind', async (_title, body, message) => {
  const {client, files} = setUp()
  await expect(client.assets.upload('image', Buffer.from(body), {filename: 'a.png'})).rejects.toMatchObject({
    statusCode: 400,
    message: expect.stringContaining(message),
  })
  expect(files()).toEqual([])
})

test('refuses an image of 900 million pixels by its header alone', async () => {
  const {client, files} = setUp()
  await expect(client.assets.upload('image', hugePng(30_000, 30_000))).rejects.toMatchObject({
    statusCode: 400,
    message: expect.stringContaining('30000 × 30000 pixels; at most 100 million'),
  })
  expect(files()).toEqual([])
})

test('refuses what is empty and what is too large, and leaves nothing behind', async () => {
  const {client, files} = setUp({maxImageBytes: 100, maxFileBytes: 100})
  await expect(client.assets.upload('image', Buffer.alloc(0))).rejects.toMatchObject({statusCode: 400})
  await expect(client.assets.upload('image', Buffer.alloc(101))).rejects.toMatchObject({statusCode: 413})
  await expect(client.assets.upload('file', Buffer.alloc(101))).rejects.toMatchObject({statusCode: 413})
  expect(files()).toEqual([])
})

test('leaves nothing behind when the upload breaks off', async () => {
  const {lake, files} = setUp()
  const body = new ReadableStream({
    start: (controller) => controller.enqueue(new Uint8Array(1000)),
    pull: (controller) => controller.error(new Error('connection lost')),
  })
  const init = {method: 'POST', body, headers: {authorization: 'Bearer editor'}, duplex: 'half'}
  const response = await lake.fetch(new Request('http://lake.test/v1/assets/files/production', init))
  expect(response.status).toBe(400)
  expect(files()).toEqual([])
})

test('stores any file, and serves as a download what a browser might run', async () => {
  const {client, get} = setUp()
  const html = await client.assets.upload('file', Buffer.from('<script>alert(1)</script>'), {filename: 'a.HTML'})
  expect(html).toMatchObject({_type: 'sanity.fileAsset', extension: 'html', mimeType: 'application/octet-stream'})
  const response = await get(`/${html.path}`)
  expect(Object.fromEntries(response.headers)).toMatchObject({
    'content-type': 'application/octet-stream',
    'content-disposition': `attachment; filename*=UTF-8''${html.sha1hash}.html`,
    'content-security-policy': "default-src 'none'; sandbox",
    'x-content-type-options': 'nosniff',
    'cache-control': 'public, max-age=31536000, immutable',
  })
  await expect(response.text()).resolves.toBe('<script>alert(1)</script>')
})

test.each([
  ['bytes=2-4', 206, 'cde', 'bytes 2-4/10'],
  ['bytes=7-', 206, 'hij', 'bytes 7-9/10'],
  ['bytes=-2', 206, 'ij', 'bytes 8-9/10'],
  ['bytes=5-500', 206, 'fghij', 'bytes 5-9/10'],
  ['bytes=0-1,3-4', 200, 'abcdefghij', null],
  ['bytes=10-', 416, '', 'bytes */10'],
])('answers the range %s', async (range, status, text, contentRange) => {
  const {client, get} = setUp()
  const {path} = await client.assets.upload('file', Buffer.from('abcdefghij'), {filename: 'a.txt'})
  const response = await get(`/${path}`, {headers: {range}})
  expect([response.status, await response.text(), response.headers.get('content-range')]).toEqual([
    status,
    text,
    contentRange,
  ])
})

test('answers 304 to who has the file, and no body to HEAD', async () => {
  const {client, get} = setUp()
  const {path} = await client.assets.upload('file', Buffer.from('abc'), {filename: 'a.txt'})
  const head = await get(`/${path}`, {method: 'HEAD'})
  expect([head.status, head.headers.get('content-length'), await head.text()]).toEqual([200, '3', ''])
  const again = await get(`/${path}`, {headers: {'if-none-match': head.headers.get('etag') ?? ''}})
  expect(again.status).toBe(304)
})

test.each([
  '/images/octavo/production/../../accounts.sqlite',
  '/images/octavo/production/..%2f..%2faccounts.sqlite',
  '/files/octavo/production/%2e%2e%2faccounts.sqlite',
  '/files/octavo/..%2f..%2f/0000000000000000000000000000000000000000.txt',
  '/images/octavo/production/0000000000000000000000000000000000000000-1x1.svg',
  '/images/octavo/production/0000000000000000000000000000000000000000-1x1.png',
  '/images/other/production/0000000000000000000000000000000000000000-1x1.png',
])('finds nothing at %s', async (path) => {
  const {get} = setUp()
  expect((await get(path)).status).toBe(404)
})

test('finds a file by no other way than its own dataset', async () => {
  const {client, get} = setUp()
  const {path} = await client.assets.upload('file', Buffer.from('abc'), {filename: 'a.txt'})
  const name = path.split('/').at(-1) ?? ''
  for (const dataset of ['x%2f..%2fproduction', '.%2fproduction', 'production%2f.', '..%2fassets%2fproduction'])
    expect((await get(`/files/octavo/${dataset}/${name}`)).status).toBe(404)
  expect((await get(`/${path}`)).status).toBe(200)
})

test('deletes the bytes and their variants with the document', async () => {
  const {client, get, files} = setUp()
  const asset = await client.assets.upload('image', await picture({width: 8, height: 8}).png().toBuffer())
  await get(`/${asset.path}?w=4`)
  await client.delete(asset._id)
  expect((await get(`/${asset.path}`)).status).toBe(404)
  expect((await get(`/${asset.path}?w=4`)).status).toBe(404)
  expect(files()).toEqual([])
})

test('gives assets the public address that the publication has moved to, and touches nothing else', () => {
  const where = folders()
  const path = 'images/octavo/production/0000000000000000000000000000000000000000-1x1.png'
  const asset = {_id: 'image-a-1x1-png', _type: 'sanity.imageAsset', path, url: `http://old.example/lake/${path}`}
  const article = {_id: 'article', _type: 'article', path, url: 'http://old.example/'}
  const lake = testLake({production: [asset, article]}, {publicUrl: 'https://new.example/lake'})
  createAssets(where).attach(lake)
  const documents = lake.store.documents('production')
  expect(documents?.get('image-a-1x1-png')?.url).toBe(`https://new.example/lake/${path}`)
  expect(documents?.get('article')?.url).toBe('http://old.example/')
  const before = lake.store.lastSequence()
  createAssets(where).attach(lake)
  expect(lake.store.lastSequence()).toBe(before)
})

test('clears away what a killed lake left half uploaded', () => {
  const where = folders()
  mkdirSync(join(where.folder, '.incoming'), {recursive: true})
  writeFileSync(join(where.folder, '.incoming', 'half'), 'x')
  createAssets(where).attach(testLake({production: []}))
  expect(existsSync(join(where.folder, '.incoming'))).toBe(false)
})

test.each([
  ['POST', '/v1/assets/images/production', [401, 403, 200, 200]],
  ['POST', '/v1/assets/files/production', [401, 403, 200, 200]],
  ['POST', '/v1/assets/files/none', [401, 403, 404, 404]],
  ['GET', '/v1/data/export/production', [200, 200, 200, 200]],
  ['GET', '/v1/data/export/none', [404, 404, 404, 404]],
])('%s %s lets in who it should', async (method, path, expected) => {
  const {get, lake} = setUp()
  const body = method === 'POST' ? await picture({width: 2, height: 2}).png().toBuffer() : undefined
  let before = lake.store.lastSequence()
  let changed = 0
  const statuses = []
  for (const role of [null, 'viewer', 'editor', 'administrator']) {
    const headers = role ? {authorization: `Bearer ${role}`} : undefined
    const response = await get(path, {method, headers, ...(body && {body: new Uint8Array(body)})})
    statuses.push(response.status)
    if (response.status >= 400) changed += lake.store.lastSequence() - before
    before = lake.store.lastSequence()
  }
  expect([statuses, changed]).toEqual([expected, 0])
})

test('exports drafts to who is signed in, and only then', async () => {
  const lake = testLake(
    {
      production: [
        {_id: 'tides', _type: 'article'},
        {_id: 'drafts.tides', _type: 'article', title: 'Secret'},
        {_id: 'versions.r1.tides', _type: 'article', title: 'Secret'},
        {_id: 'sea', _type: 'topic'},
      ],
    },
    {routes: assetRoutes(createAssets(folders()))},
  )
  const ids = async (query: string, token?: string) => {
    const headers = token ? {authorization: `Bearer ${token}`} : undefined
    const response = await lake.fetch(new Request(`http://lake.test/v1/data/export/production${query}`, {headers}))
    const text = await response.text()
    return text.split('\n').flatMap((line) => (line ? [JSON.parse(line)._id] : []))
  }
  expect(await ids('')).toEqual(['tides', 'sea'])
  expect((await ids('', 'viewer')).toSorted()).toEqual(['drafts.tides', 'sea', 'tides', 'versions.r1.tides'])
  expect(await ids('?types=topic', 'viewer')).toEqual(['sea'])
})

function setUp(limits: {maxImageBytes?: number; maxFileBytes?: number} = {}) {
  const where = folders()
  const assets = createAssets({...where, ...limits})
  const lake = testLake({production: []}, {routes: assetRoutes(assets)})
  assets.attach(lake)
  const filesIn = (folder: string) =>
    readdirSync(folder, {recursive: true, withFileTypes: true}).flatMap((entry) => (entry.isFile() ? [entry.name] : []))
  return {
    lake,
    client: clientOf(lake, {token: 'editor'}),
    get: (path: string, init?: RequestInit) => lake.fetch(new Request(`http://lake.test${path}`, init)),
    files: () => filesIn(where.root),
  }
}

function folders() {
  const root = mkdtempSync(join(tmpdir(), 'octavo-assets-'))
  onTestFinished(() => rmSync(root, {recursive: true, force: true}))
  return {root, folder: join(root, 'assets'), cacheFolder: join(root, 'cache')}
}

function picture({width, height}: {width: number; height: number}) {
  return sharp({create: {width, height, channels: 3, background: '#cc3311'}})
}

/** A PNG whose header promises more than its few bytes hold. */
function hugePng(width: number, height: number): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 2, 0, 0, 0], 8)
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', Buffer.from('789c6300010000050001', 'hex')),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), data])
  const [length, crc] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  crc.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, crc])
}
