import {expect, test} from 'vitest'

import {isSlug} from './isSlug'
import {toSlug} from './toSlug'

test.each([
  ['The price of a tide', 'the-price-of-a-tide'],
  ['  “What’s new?” — 2026!  ', 'whats-new-2026'],
  ['Größe, Œuvre & Łódź', 'grosse-oeuvre-lodz'],
  ['Ὀδύσσεια', ''],
])('makes an address of %s', (title, slug) => {
  expect(toSlug(title)).toBe(slug)
})

test('cuts a long title at a word', () => {
  const slug = toSlug('a long title '.repeat(20))
  expect(slug.length).toBeLessThanOrEqual(96)
  expect(isSlug(slug)).toBe(true)
  expect(slug).toMatch(/(?:title|long|a)$/)
})
