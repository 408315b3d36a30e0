import sharp from 'sharp'
import {expect, test} from 'vitest'

import {plain} from '@/test-support/pictures'

import {hslOf, parseHexColour, rgbOf} from './colour'
import {palette} from './palette'

const names = ['darkMuted', 'darkVibrant', 'lightMuted', 'lightVibrant', 'muted', 'vibrant']

test('names six swatches of any picture, and the dominant colour', async () => {
  const red = await plain({width: 64, height: 64}, '#0a1e3c')
    .composite([{input: await plain({width: 64, height: 16}, '#e02020').png().toBuffer(), left: 0, top: 0}])
    .png()
    .toBuffer()
  const {_type, dominant, ...swatches} = await palette(red)
  expect([_type, dominant?.background, dominant?.population]).toEqual(['sanity.imagePalette', '#0a1e3c', 75])
  expect(Object.keys(swatches).toSorted()).toEqual(names)
  expect(swatches.vibrant).toMatchObject({background: '#e02020', population: 25})
  expect(swatches.darkVibrant).toMatchObject({background: '#0a1e3c', foreground: '#fff', title: '#fff'})
  expect(swatches.lightVibrant?.population).toBe(0)
})

test('names none of a picture that nobody can see', async () => {
  const clear = await plain({width: 4, height: 4}, {r: 255, g: 0, b: 0, alpha: 0}).png().toBuffer()
  expect(await palette(clear)).toEqual({_type: 'sanity.imagePalette'})
})

test('writes legibly on light and on dark', async () => {
  const {dominant} = await palette(
    await sharp(await plain({width: 4, height: 4}, '#fafafa').png().toBuffer())
      .png()
      .toBuffer(),
  )
  expect(dominant).toMatchObject({background: '#fafafa', foreground: '#000', title: '#000'})
})

test.each([
  [
    [255, 0, 0],
    [0, 1, 0.5],
  ],
  [
    [0, 128, 0],
    [1 / 3, 1, 64 / 255],
  ],
  [
    [32, 64, 224],
    [0.6389, 0.756, 0.502],
  ],
  [
    [128, 128, 128],
    [0, 0, 128 / 255],
  ],
] as const)('converts %j there and back', ([red, green, blue], hsl) => {
  const found = hslOf([red, green, blue])
  for (const [index, part] of hsl.entries()) expect(found[index]).toBeCloseTo(part, 3)
  expect(rgbOf(found).map(Math.round)).toEqual([red, green, blue])
})

test.each([
  ['f00', {r: 255, g: 0, b: 0, alpha: 1}],
  ['8f00', {r: 255, g: 0, b: 0, alpha: 136 / 255}],
  ['00ff80', {r: 0, g: 255, b: 128, alpha: 1}],
  ['0000ff80', {r: 0, g: 255, b: 128, alpha: 0}],
  ['red', null],
  ['12345', null],
])('reads the colour %s', (text, expected) => {
  expect(parseHexColour(text)).toEqual(expected)
})
