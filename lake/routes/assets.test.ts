import {createHash} from 'node:crypto'
import {existsSync, mkdirSync, writeFileSync} from 'node:fs'
import {createServer} from 'node:http'
import {connect} from 'node:net'
import {join} from 'node:path'
import {getRequestListener} from '@hono/node-server'
import {expect, onTestFinished, test, vi} from 'vitest'

import {createAssets} from '@/lake/assets/assets'
import {assetsLake, temporaryFolders} from '@/test-support/assetsLake'
import {clientOf, testLake} from '@/test-support/lakeClient'
import {animation, photograph, plain} from '@/test-support/pictures'

vi.setConfig({testTimeout: 60_000})

test('stores an image under the hash of its bytes and describes it', async () => {
  const {client} = assetsLake()
  const bytes = await png({width: 60, height: 40})
  const asset = await client.assets.upload('image', bytes, {
    filename: 'tide.jpg',
    contentType: 'image/gif',
    title: 'Tide',
    label: 'tides',
    description: 'Low water',
    creditLine: 'NASA',
    source: {id: 'x', name: 'unsplash', url: 'https://example.org/x'},
    tag: 'uploads',
  })

  const sha1 = createHash('sha1').update(bytes).digest('hex')
  expect(asset).toEqual({
    _id: `image-${sha1}-60x40-png`,
    _type: 'sanity.imageAsset',
    _rev: expect.any(String),
    _createdAt: expect.any(String),
    _updatedAt: expect.any(String),
    assetId: sha1,
    sha1hash: sha1,
    extension: 'png',
    mimeType: 'image/png',
    size: bytes.length,
    originalFilename: 'tide.jpg',
    title: 'Tide',
    label: 'tides',
    description: 'Low water',
    creditLine: 'NASA',
    source: {_type: 'sanity.assetSourceData', id: 'x', name: 'unsplash', url: 'https://example.org/x'},
    path: `images/octavo/production/${sha1}-60x40.png`,
    url: `http://localhost:3000/lake/images/octavo/production/${sha1}-60x40.png`,
    uploadId: expect.stringMatching(/^\w{32}$/),
    metadata: {
      _type: 'sanity.imageMetadata',
      dimensions: {_type: 'sanity.imageDimensions', width: 60, height: 40, aspectRatio: 1.5},
      hasAlpha: false,
      isOpaque: true,
      lqip: expect.stringMatching(/^data:image\/jpeg;base64,/),
      blurHash: expect.stringMatching(/^[\w#$%*+,.:;=?@[\]^{|}~-]{28}$/),
      palette: expect.objectContaining({
        _type: 'sanity.imagePalette',
        dominant: {
          _type: 'sanity.imagePaletteSwatch',
          background: '#cc3311',
          foreground: '#fff',
          title: '#fff',
          population: 100,
        },
      }),
    },
  })
  await expect(client.fetch('*[_id == $id][0].sha1hash', {id: asset._id})).resolves.toBe(sha1)
})

test('gives the same document to the same bytes, and writes once', async () => {
  const {client, lake} = assetsLake()
  const bytes = await png({width: 8, height: 8})
  const [first, second] = await Promise.all([
    client.assets.upload('image', bytes),
    client.assets.upload('image', bytes),
  ])
  const third = await client.assets.upload('image', bytes, {filename: 'other.webp', title: 'Another'})
  expect([second, third]).toEqual([first, first])
  expect(lake.store.lastSequence()).toBe(2)
})

test.each(['jpeg', 'png', 'webp', 'gif', 'avif'] as const)('accepts %s, by its bytes', async (format) => {
  const {client} = assetsLake()
  const bytes = await plain({width: 32, height: 16}, '#cc3311').toFormat(format).toBuffer()
  const asset = await client.assets.upload('image', bytes, {filename: 'picture.exe', contentType: 'text/html'})
  expect(asset).toMatchObject({mimeType: `image/${format}`, extension: format === 'jpeg' ? 'jpg' : format})
})

test('measures an image as it is seen, after the turn that EXIF demands', async () => {
  const {upload} = assetsLake()
  const asset = await upload(await photograph('jpeg', {orientation: 6}))
  expect(asset.metadata.dimensions).toMatchObject({width: 20, height: 40, aspectRatio: 0.5})
})

test.each([
  [0.5, {hasAlpha: true, isOpaque: false, lqip: expect.stringMatching(/^data:image\/png/)}],
  [1, {hasAlpha: true, isOpaque: true, lqip: expect.stringMatching(/^data:image\/jpeg/)}],
])('tells transparency at an alpha of %s', async (alpha, expected) => {
  const {upload} = assetsLake()
  const bytes = await plain({width: 4, height: 4}, {r: 0, g: 0, b: 200, alpha}).png().toBuffer()
  expect((await upload(bytes)).metadata).toMatchObject(expected)
})

const always = ['_type', 'dimensions', 'hasAlpha', 'isOpaque']

test.each([
  [undefined, ['blurHash', 'lqip', 'palette']],
  [[], []],
  [['none' as const], []],
  [['lqip' as const], ['lqip']],
  [['thumbhash', 'exif', 'image', 'location'] as const, ['exif', 'image', 'location', 'thumbHash']],
])('extracts %j', async (extract, expected) => {
  const {client} = assetsLake()
  const {metadata} = await client.assets.upload('image', await photograph(), {extract: extract && [...extract]})
  expect(Object.keys(metadata).toSorted()).toEqual([...always, ...expected].toSorted())
})

test('tells the camera where EXIF is asked for, and the place only where the location is', async () => {
  const {client} = assetsLake()
  const {metadata} = await client.assets.upload('image', await photograph(), {extract: ['exif', 'image']})
  expect(metadata).toMatchObject({
    exif: {_type: 'sanity.imageExifMetadata', DateTimeOriginal: '1964-09-17T12:30:00.000Z', FNumber: 2.8},
    image: {_type: 'sanity.imageExifTags', Make: 'Spy camera', Model: 'Minox'},
  })
  expect(JSON.stringify(metadata)).not.toMatch(/gps|location|51/i)

  const elsewhere = assetsLake()
  const located = await elsewhere.client.assets.upload('image', await photograph(), {extract: ['location']})
  expect(located.metadata).toMatchObject({location: {_type: 'geopoint', lat: 51.509, lng: -0.1288}})
  expect(located.metadata.exif).toBeUndefined()
})

test.each([
  ['a folder', '../../etc/passwd.png', 'passwd.png'],
  ['a folder of Windows', 'C:\\Users\\ada\\tide.png', 'tide.png'],
  ['quotes and line breaks', 'a"b\r\nSet-Cookie: x.png', 'a"bSet-Cookie: x.png'],
  ['other scripts', 'прилив 🌊.png', 'прилив 🌊.png'],
])('takes the name from a filename with %s', async (_, filename, expected) => {
  const {client} = assetsLake()
  const asset = await client.assets.upload('image', await png({width: 2, height: 2}), {filename})
  expect(asset.originalFilename).toBe(expected)
})

test('takes the name from a File, unless it is not to be preserved', async () => {
  const bytes = new Uint8Array(await png({width: 2, height: 2}))
  const file = new File([bytes], 'tide.png', {type: 'image/png'})
  const named = await assetsLake().client.assets.upload('image', file)
  const unnamed = await assetsLake().client.assets.upload('image', file, {preserveFilename: false})
  expect([named.originalFilename, unnamed.originalFilename]).toEqual(['tide.png', `${named.sha1hash}-2x2.png`])
})

test.each([
  ['report.PDF', undefined, 'x', ['pdf', 'application/pdf']],
  [undefined, undefined, '%PDF-1.7', ['pdf', 'application/pdf']],
  [undefined, 'text/csv; charset=utf-8', 'a,b', ['csv', 'text/csv; charset=utf-8']],
  [undefined, 'text/html', '<script>', ['bin', 'application/octet-stream']],
  ['page.html', 'text/html', '<script>', ['html', 'application/octet-stream']],
  ['no extension', undefined, 'x', ['bin', 'application/octet-stream']],
])('knows the type of the file %s of %s', async (filename, contentType, text, expected) => {
  const {client} = assetsLake()
  const {extension, mimeType} = await client.assets.upload('file', Buffer.from(text), {filename, contentType})
  expect([extension, mimeType]).toEqual(expected)
})

test('refuses what is empty and what is too large, and leaves nothing behind', async () => {
  const {client, files} = assetsLake({maxImageBytes: 100, maxFileBytes: 100})
  await expect(client.assets.upload('image', Buffer.alloc(0))).rejects.toMatchObject({statusCode: 400})
  await expect(client.assets.upload('image', Buffer.alloc(101))).rejects.toMatchObject({statusCode: 413})
  await expect(client.assets.upload('file', Buffer.alloc(101))).rejects.toMatchObject({statusCode: 413})
  await expect(client.assets.upload('file', Buffer.alloc(100))).resolves.toMatchObject({size: 100})
  expect(files()).toHaveLength(1)
})

test('leaves nothing behind when the connection breaks during an upload', async () => {
  const {lake, files} = assetsLake()
  const server = createServer(getRequestListener(lake.fetch, {overrideGlobalObjects: false}))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  const address = server.address()
  const socket = connect(typeof address === 'object' && address ? address.port : 0, '127.0.0.1')
  socket.write(
    'POST /v1/assets/files/production HTTP/1.1\r\nhost: lake\r\nauthorization: Bearer editor\r\ncontent-length: 9000\r\n\r\n',
  )
  socket.write(Buffer.alloc(4000))
  await expect.poll(files).toHaveLength(1)
  socket.destroy()
  await expect.poll(files).toEqual([])
  expect(lake.store.lastSequence()).toBe(1)
})

test.each([
  ['ENOSPC', 507],
  ['EDQUOT', 507],
  ['EIO', 503],
])('answers %s from the disk with %i, and stores nothing', async (code, statusCode) => {
  vi.spyOn(console, 'error').mockReturnValue()
  const fail = async () => {
    throw Object.assign(new Error(code), {code})
  }
  const close = async () => undefined
  for (const file of [
    {writeFile: fail, sync: close, close},
    {writeFile: close, sync: fail, close},
  ]) {
    const {client, lake, files} = assetsLake({createFile: async () => file})
    await expect(client.assets.upload('file', Buffer.from('abc'))).rejects.toMatchObject({statusCode})
    expect([files(), lake.store.lastSequence()]).toEqual([[], 1])
  }
})

test('is durable before it is acknowledged: written, synced, closed, and then in its place', async () => {
  const steps: string[] = []
  const {client, files} = assetsLake({
    createFile: async (path) => {
      writeFileSync(path, 'abc')
      const step = (name: string) => async () => void steps.push(name)
      return {writeFile: step('write'), sync: step('sync'), close: step('close')}
    },
  })
  const {sha1hash} = await client.assets.upload('file', Buffer.from('abc'))
  expect([...steps, ...files()]).toEqual(['write', 'sync', 'close', `${sha1hash}.bin`])
})

test('deletes the bytes and their variants with the document, but not while something refers to it', async () => {
  const {client, upload, get, files} = assetsLake()
  const asset = await upload(await png({width: 8, height: 8}))
  await client.create({_id: 'tides', _type: 'article', image: {asset: {_type: 'reference', _ref: asset._id}}})
  await get(`/${asset.path}?w=4`)
  await expect(client.delete(asset._id)).rejects.toMatchObject({statusCode: 409})
  expect((await get(`/${asset.path}?w=4`)).status).toBe(200)

  await client.delete('tides')
  await client.delete(asset._id)
  expect((await get(`/${asset.path}`)).status).toBe(404)
  expect((await get(`/${asset.path}?w=4`)).status).toBe(404)
  expect(files()).toEqual([])
})

test('serves nothing whose document is gone, even while its bytes are left', async () => {
  const {client, get, folder} = assetsLake()
  const {_id, path} = await client.assets.upload('file', Buffer.from('abc'), {filename: 'a.txt'})
  await client.delete(_id)
  writeFileSync(join(folder, 'production', 'files', path.split('/').at(-1) ?? ''), 'abc')
  expect((await get(`/${path}`)).status).toBe(404)
})

test('takes an image that was deleted a second time', async () => {
  const {client, upload, get} = assetsLake()
  const bytes = await animation('gif')
  const {_id, path} = await upload(bytes)
  await get(`/${path}?w=4`)
  await client.delete(_id)
  await upload(bytes)
  expect((await get(`/${path}?w=4`)).status).toBe(200)
})

test('keeps the bytes of a dataset when another deletes the same', async () => {
  const {client, lake, get} = assetsLake()
  lake.store.createDataset('other')
  const other = client.withConfig({dataset: 'other'})
  const bytes = await png({width: 3, height: 3})
  const [here, there] = [await client.assets.upload('image', bytes), await other.assets.upload('image', bytes)]
  await client.delete(here._id)
  expect([(await get(`/${here.path}`)).status, (await get(`/${there.path}`)).status]).toEqual([404, 200])
})

test('gives assets the public address that the publication has moved to, and touches nothing else', () => {
  const where = temporaryFolders()
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
  const where = temporaryFolders()
  mkdirSync(join(where.folder, '.incoming'), {recursive: true})
  writeFileSync(join(where.folder, '.incoming', 'half'), 'x')
  createAssets(where).attach(testLake({production: []}))
  expect(existsSync(join(where.folder, '.incoming'))).toBe(false)
})

test.each([
  ['image', 'production', [401, 403, 200, 200]],
  ['file', 'production', [401, 403, 200, 200]],
  ['file', 'none', [401, 403, 404, 404]],
] as const)('lets upload an %s to %s who may', async (type, dataset, expected) => {
  const {lake, files} = assetsLake()
  const bytes = await png({width: 2, height: 2})
  const statuses: number[] = []
  const stored: number[] = []
  for (const token of [undefined, 'viewer', 'editor', 'administrator'] as const) {
    const client = clientOf(lake, {token}).withConfig({dataset})
    const status = await client.assets.upload(type, bytes).then(
      () => 200,
      (error) => error.statusCode,
    )
    statuses.push(status)
    stored.push(files().length)
  }
  expect(statuses).toEqual(expected)
  expect(stored).toEqual(expected.map((status) => (status === 200 ? 1 : 0)))
})

function png(size: {width: number; height: number}): Promise<Buffer> {
  return plain(size, '#cc3311').png().toBuffer()
}
