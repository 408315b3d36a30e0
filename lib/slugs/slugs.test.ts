import {expect, test} from 'vitest'

import {isReservedSlug} from './reservedSlugs'
import {isSlug} from './isSlug'

test.each(['on-tides', '2026', 'a'])('accepts %j', (slug) => {
  expect(isSlug(slug)).toBe(true)
})

test.each([
  '',
  'On-tides',
  'über',
  'on tides',
  'on--tides',
  '-tides',
  'tides-',
  'on/tides',
  '.',
  '..',
  'tides?',
  'a.html',
  '%2e',
])('refuses %j', (slug) => {
  expect(isSlug(slug)).toBe(false)
})

test.each(['studio', 'api', 'articles', 'authors', 'topics', 'series', 'archive', 'lake', 'preview', 'Studio'])(
  'keeps %s for the site',
  (slug) => {
    expect(isReservedSlug(slug)).toBe(true)
  },
)

test('leaves a usual page alone', () => {
  expect(isReservedSlug('about')).toBe(false)
})
