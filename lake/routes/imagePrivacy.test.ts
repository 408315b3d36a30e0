import exif from 'exif-reader'
import sharp from 'sharp'
import {expect, test, vi} from 'vitest'

import {assetsLake, bytesOf} from '@/test-support/assetsLake'
import {photograph, SECRET} from '@/test-support/pictures'

vi.setConfig({testTimeout: 60_000})

const formats = ['jpeg', 'png', 'webp', 'avif'] as const
const queries = `dl=photo.jpg dlRaw=true w=20 rect=0,0,10,10 or=90 w=10&h=10&fit=crop blur=50 fm=jpg fm=pjpg fm=png fm=webp
  fm=avif auto=format q=100 sat=-100`
const addresses = ['', '/photo.jpg', ...queries.split(/\s+/).map((query) => `?${query}`)]
const marks = [SECRET, 'Exif\0', 'eXIf', 'EXIF', 'http://ns.adobe.com/xap', 'xmpmeta', 'Photoshop 3.0', '<script>']

test.each(formats)('the %s that is uploaded for these tests says where it was taken', async (format) => {
  const bytes = await photograph(format)
  const {exif: block} = await sharp(bytes).metadata()
  expect(block && exif(block).GPSInfo?.GPSLatitude).toEqual([51, 30, 32.4])
  expect(marksIn(bytes)).not.toEqual([])
})

test.each(formats.flatMap((format) => [1, 6].map((orientation) => ({format, orientation}))))(
  'gives a stranger no position, camera, comment or trailer of $format with orientation $orientation',
  async ({format, orientation}) => {
    const {upload, get} = assetsLake()
    const {path} = await upload(await photograph(format, {orientation}))
    for (const address of addresses) {
      const bytes = await bytesOf(await get(`/${path}${address}`, {headers: {accept: 'image/avif,image/webp'}}))
      const {exif: block, xmp, iptc, orientation: turn = 1} = await sharp(bytes).metadata()
      expect([address, block, xmp, iptc, turn, marksIn(bytes)]).toEqual([
        address,
        undefined,
        undefined,
        undefined,
        1,
        [],
      ])
    }
  },
)

test.each(['jpeg', 'png', 'webp'] as const)('takes them out of a %s without touching a pixel', async (format) => {
  const {upload, get} = assetsLake()
  const original = await photograph(format)
  const {path} = await upload(original)
  const pixels = (bytes: Buffer) => sharp(bytes).raw().toBuffer()
  const served = await bytesOf(await get(`/${path}`))
  expect((await pixels(served)).equals(await pixels(original))).toBe(true)
  expect(served.length).toBeLessThan(original.length)
})

test('stores no position that was not asked for', async () => {
  const {client, lake} = assetsLake()
  const {_id} = await client.assets.upload('image', await photograph())
  expect(JSON.stringify(lake.store.documents('production')?.get(_id))).not.toMatch(/gps|51\.5|Spy|Minox/i)
})

test('gives somebody signed in who asks for it the photograph as it was uploaded, outside of any shared cache', async () => {
  const {upload, get} = assetsLake()
  const original = await photograph()
  const {path, sha1hash} = await upload(original)
  const response = await get(`/${path}?dlRaw=true`, {headers: {authorization: 'Bearer viewer'}})
  expect([response.headers.get('cache-control'), response.headers.get('x-sanity-sha1')]).toEqual([
    'private, no-store',
    sha1hash,
  ])
  expect((await bytesOf(response)).equals(original)).toBe(true)
})

function marksIn(bytes: Buffer): string[] {
  return marks.filter((mark) => bytes.includes(Buffer.from(mark, 'latin1')))
}
