import {expect, test} from 'vitest'

import {imageSources, type PlacedImage} from './imageSources'

test('offers the widths that are smaller than the original, then the original', () => {
  expect(imageSources(image(), {widths: [400, 800, 2000]})).toEqual({
    src: '/a.jpg?w=1600&auto=format',
    srcSet: '/a.jpg?w=400&auto=format 400w, /a.jpg?w=800&auto=format 800w, /a.jpg?w=1600&auto=format 1600w',
    width: 1600,
    height: 1000,
  })
})

test('stops at the largest width asked for', () => {
  expect(imageSources(image(), {widths: [400]})).toEqual({
    src: '/a.jpg?w=400&auto=format',
    srcSet: '/a.jpg?w=400&auto=format 400w',
    width: 400,
    height: 250,
  })
})

test('holds the crop that the editor made', () => {
  const crop = {top: 0.1, bottom: 0.1, left: 0.25, right: 0}
  expect(imageSources(image({crop}), {widths: [600]})).toMatchObject({
    src: '/a.jpg?rect=400,100,1200,800&w=600&auto=format',
    width: 600,
    height: 400,
  })
})

test('never reaches beyond the original, however a crop is rounded', () => {
  const crop = {top: 0.5, bottom: 0, left: 0.5, right: 0}
  expect(imageSources(image({width: 1001, height: 601, crop}), {widths: [400]}).src).toBe(
    '/a.jpg?rect=501,301,500,300&w=400&auto=format',
  )
})

test.each([
  ['in the middle of the crop without a hotspot', null, '300,0,1000,1000'],
  ['around the hotspot', {x: 0.4, y: 0.5}, '140,0,1000,1000'],
  ['no further than the edge', {x: 1, y: 1}, '600,0,1000,1000'],
])('cuts a square %s', (_, hotspot, rect) => {
  expect(imageSources(image({hotspot}), {widths: [200], ratio: 1}).src).toBe(`/a.jpg?rect=${rect}&w=200&auto=format`)
})

test('keeps the whole original when it has the ratio already', () => {
  expect(imageSources(image(), {widths: [200], ratio: 1.6}).src).toBe('/a.jpg?w=200&auto=format')
})

function image(overrides: Partial<PlacedImage> = {}): PlacedImage {
  return {url: '/a.jpg', width: 1600, height: 1000, crop: null, hotspot: null, ...overrides}
}
