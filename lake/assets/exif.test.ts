import sharp from 'sharp'
import {expect, test} from 'vitest'

import {photograph} from '@/test-support/pictures'

import {exifMetadata} from './exif'
import {isBoundedExif} from './exifBounds'

test('reads a camera and a place, without pointers into the file', async () => {
  const {exif} = await sharp(await photograph()).metadata()
  const {image, location} = exifMetadata(exif)
  expect(image).toEqual({
    _type: 'sanity.imageExifTags',
    Make: 'Spy camera',
    Model: 'Minox',
    Orientation: 1,
    XResolution: 72,
    YResolution: 72,
    ResolutionUnit: 2,
    YCbCrPositioning: 1,
  })
  expect(location).toEqual({_type: 'geopoint', lat: expect.closeTo(51.509, 6), lng: expect.closeTo(-0.1288, 6)})
})

test.each([
  ['nothing', undefined],
  ['no EXIF', Buffer.from('Exif\0\0hello')],
  ['a byte', Buffer.from('M')],
  ['a directory beyond the end', tiff(0xffff_fff0, [])],
])('reads nothing from %s', (_, block) => {
  expect(exifMetadata(block).location).toBeUndefined()
})

test.each([
  [
    'thousands of tags',
    tiff(
      8,
      Array.from({length: 5000}, () => [0x100, 3, 1, 0]),
    ),
  ],
  [
    'lists of thousands of values',
    tiff(
      8,
      Array.from({length: 400}, () => [0x100, 1, 0xffff, 8]),
    ),
  ],
  ['a pointer that is no number', tiff(8, [[0x8769, 5, 1, 8]])],
])('does not begin to read %s', (_, block) => {
  expect([isBoundedExif(block), exifMetadata(block)]).toEqual([false, {}])
})

test('does not follow directories in a circle', () => {
  expect(isBoundedExif(tiff(8, [[0x8769, 4, 1, 8]]))).toBe(true)
})

function tiff(start: number, tags: number[][]): Buffer {
  const bytes = Buffer.alloc(8 + 2 + tags.length * 12 + 4)
  bytes.write('II*\0', 'latin1')
  bytes.writeUInt32LE(start, 4)
  bytes.writeUInt16LE(tags.length, 8)
  tags.forEach(([tag = 0, type = 0, count = 0, value = 0], index) => {
    const at = 10 + index * 12
    bytes.writeUInt16LE(tag, at)
    bytes.writeUInt16LE(type, at + 2)
    bytes.writeUInt32LE(count, at + 4)
    bytes.writeUInt32LE(value, at + 8)
  })
  return Buffer.concat([bytes, Buffer.alloc(70_000)])
}
