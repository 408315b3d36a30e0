import {expect, test, vi} from 'vitest'

import {assetsLake, bytesOf} from '@/test-support/assetsLake'
import {photograph} from '@/test-support/pictures'

vi.setConfig({testTimeout: 60_000})

test('stores any file, and serves as a download what a browser might run', async () => {
  const {client, get} = assetsLake()
  const {path} = await client.assets.upload('file', Buffer.from('<script>alert(1)</script>'), {filename: 'a.HTML'})
  const response = await get(`/${path}`)
  expect(Object.fromEntries(response.headers)).toMatchObject({
    'content-type': 'application/octet-stream',
    'content-disposition': `attachment; filename="a.HTML"; filename*=UTF-8''a.HTML`,
    'content-security-policy': "default-src 'none'; sandbox",
    'x-content-type-options': 'nosniff',
    'cache-control': 'public, max-age=31536000, immutable',
  })
  await expect(response.text()).resolves.toBe('<script>alert(1)</script>')
})

test.each([
  ['report.pdf', '%PDF-1.7', 'application/pdf', 'attachment'],
  ['drawing.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>', 'application/octet-stream', 'attachment'],
  ['page.xhtml', '<html/>', 'application/octet-stream', 'attachment'],
  ['code.js', 'alert(1)', 'application/octet-stream', 'attachment'],
  ['table.csv', 'a,b', 'text/csv; charset=utf-8', 'attachment'],
  ['polyglot.pdf', '<html><script>alert(1)</script>%PDF-1.7', 'application/pdf', 'attachment'],
  ['polyglot.png', '<html><script>alert(1)</script>', 'image/png', null],
  ['notes.txt', '<script>alert(1)</script>', 'text/plain; charset=utf-8', null],
  ['film.mp4', 'x', 'video/mp4', null],
])('serves %s harmless', async (filename, text, type, disposition) => {
  const {client, get} = assetsLake()
  const {path} = await client.assets.upload('file', Buffer.from(text), {filename, contentType: 'text/html'})
  const {headers} = await get(`/${path}`)
  expect(headers.get('content-type')).toBe(type)
  expect(headers.get('content-disposition')?.split(';')[0] ?? null).toBe(disposition)
  expect([headers.get('x-content-type-options'), headers.get('content-security-policy')]).toEqual([
    'nosniff',
    "default-src 'none'; sandbox",
  ])
})

test.each([
  ['', null],
  ['?dl', 'tides 2026.txt'],
  ['?dl=', 'tides 2026.txt'],
  ['?dl=other.txt', 'other.txt'],
])('names the download of "%s"', async (query, name) => {
  const {client, get} = assetsLake()
  const {path} = await client.assets.upload('file', Buffer.from('abc'), {filename: 'tides 2026.txt'})
  const disposition = (await get(`/${path}${query}`)).headers.get('content-disposition')
  expect(disposition?.match(/filename="(.*)";/)?.[1] ?? null).toBe(name)
})

test.each([
  ['bytes=2-4', 206, 'cde', 'bytes 2-4/10'],
  ['bytes=7-', 206, 'hij', 'bytes 7-9/10'],
  ['bytes=-2', 206, 'ij', 'bytes 8-9/10'],
  ['bytes=-50', 206, 'abcdefghij', 'bytes 0-9/10'],
  ['bytes=5-500', 206, 'fghij', 'bytes 5-9/10'],
  ['bytes=0-1,3-4', 200, 'abcdefghij', null],
  ['bytes=4-2', 200, 'abcdefghij', null],
  ['pages=1-2', 200, 'abcdefghij', null],
  ['bytes=10-', 416, '', 'bytes */10'],
  ['bytes=-0', 416, '', 'bytes */10'],
])('answers the range %s', async (range, status, text, contentRange) => {
  const {client, get} = assetsLake()
  const {path} = await client.assets.upload('file', Buffer.from('abcdefghij'), {filename: 'a.txt'})
  const response = await get(`/${path}`, {headers: {range}})
  expect([response.status, await response.text(), response.headers.get('content-range')]).toEqual([
    status,
    text,
    contentRange,
  ])
})

test('answers a range of the version that the requester began with, else the whole', async () => {
  const {client, get} = assetsLake()
  const {path, sha1hash} = await client.assets.upload('file', Buffer.from('abcdefghij'), {filename: 'a.txt'})
  const ask = (condition: string) => get(`/${path}`, {headers: {range: 'bytes=2-4', 'if-range': condition}})
  expect([(await ask(`"${sha1hash}"`)).status, (await ask('"other"')).status]).toEqual([206, 200])
  expect((await ask(`W/"${sha1hash}"`)).status).toBe(200)
})

test('answers HEAD without a body, and no part of one', async () => {
  const {client, get} = assetsLake()
  const {path} = await client.assets.upload('file', Buffer.from('abc'), {filename: 'a.txt'})
  const head = await get(`/${path}`, {method: 'HEAD', headers: {range: 'bytes=0-1'}})
  expect([head.status, head.headers.get('content-length'), await head.text()]).toEqual([200, '3', ''])
})

test('answers 304 to who has the file', async () => {
  const {client, get} = assetsLake()
  const {path} = await client.assets.upload('file', Buffer.from('abc'), {filename: 'a.txt'})
  const etag = (await get(`/${path}`)).headers.get('etag') ?? ''
  for (const known of [etag, `"x", W/${etag}`, '*']) {
    const again = await get(`/${path}`, {headers: {'if-none-match': known}})
    expect([again.status, again.headers.get('etag'), await again.text()]).toEqual([304, etag, ''])
  }
  expect((await get(`/${path}`, {headers: {'if-none-match': '"other"'}})).status).toBe(200)
})

test('streams a file that is larger than memory should hold at once', async () => {
  const {client, get} = assetsLake()
  const bytes = Buffer.alloc(3_000_000, 'tides ')
  const {path} = await client.assets.upload('file', bytes, {filename: 'a.txt'})
  expect((await bytesOf(await get(`/${path}`))).equals(bytes)).toBe(true)
  const range = await get(`/${path}`, {headers: {range: 'bytes=1000000-2000000'}})
  expect(Buffer.from(await range.arrayBuffer()).equals(bytes.subarray(1_000_000, 2_000_001))).toBe(true)
})

test('takes place and camera out of a photograph that was uploaded as a file, except for who may see all', async () => {
  const {client, get} = assetsLake()
  const original = await photograph()
  const {path} = await client.assets.upload('file', original, {filename: 'photo.jpg'})
  const served = await bytesOf(await get(`/${path}?dlRaw=true`))
  expect([served.includes('Spy camera'), served.includes('Exif')]).toEqual([false, false])
  const raw = await get(`/${path}?dlRaw=true`, {headers: {authorization: 'Bearer viewer'}})
  expect(raw.headers.get('cache-control')).toBe('private, no-store')
  expect((await bytesOf(raw)).equals(original)).toBe(true)
})

test.each([
  '/images/octavo/production/../../accounts.sqlite',
  '/images/octavo/production/..%2f..%2faccounts.sqlite',
  '/files/octavo/production/%2e%2e%2faccounts.sqlite',
  '/files/octavo/..%2f..%2f/0000000000000000000000000000000000000000.txt',
  '/files/octavo/production/0000000000000000000000000000000000000000.txt%00.png',
  '/images/octavo/production/0000000000000000000000000000000000000000-1x1.svg',
  '/images/octavo/production/0000000000000000000000000000000000000000-1x1.png',
  '/images/other/production/0000000000000000000000000000000000000000-1x1.png',
])('finds nothing at %s', async (path) => {
  const {get} = assetsLake()
  expect((await get(path)).status).toBe(404)
})

test('finds a file by no other way than its own dataset', async () => {
  const {client, get} = assetsLake()
  const {path} = await client.assets.upload('file', Buffer.from('abc'), {filename: 'a.txt'})
  const name = path.split('/').at(-1) ?? ''
  for (const dataset of ['x%2f..%2fproduction', '.%2fproduction', 'production%2f.', '..%2fassets%2fproduction'])
    expect((await get(`/files/octavo/${dataset}/${name}`)).status).toBe(404)
  expect((await get(`/${path}`)).status).toBe(200)
  expect((await get(`/${path}/a-pretty-name.txt`)).status).toBe(200)
})
