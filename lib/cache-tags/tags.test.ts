import {expect, test} from 'vitest'

import {documentTag, listTag, readAtOf, readAtTag, referrersTag, slugTag} from './tags'

test('names what a page depends on', () => {
  expect([
    documentTag('tides'),
    listTag('article'),
    listTag('article', 2026),
    referrersTag('ada'),
    slugTag('article', 'über-gezeiten'),
  ]).toEqual(['doc:tides', 'list:article', 'list:article:2026', 'refs:ada', 'slug:article:%C3%BCber-gezeiten'])
})

test('finds the oldest read of a page among its tags', () => {
  expect(readAtOf(['doc:tides', readAtTag(2000), 'list:article', readAtTag(1000)])).toBe(1000)
  expect(readAtOf(['doc:tides'])).toBeNull()
})
