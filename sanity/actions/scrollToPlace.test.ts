import {expect, test} from 'vitest'

import {placeSelector} from './scrollToPlace'

test.each([
  [
    ['body', {_key: 'b'}, 'children', {_key: 'c'}, 'items', {_key: 'i'}],
    String.raw`[data-pt-path="[_key==\"b\"].children[_key==\"c\"]"]`,
  ],
  [['body', {_key: 'figure'}, 'caption', {_key: 'p'}], String.raw`[data-pt-path="[_key==\"figure\"]"]`],
  [
    ['leadImage', 'caption', {_key: 'b'}, 'children', {_key: 'c'}, 'items', {_key: 'i'}],
    String.raw`[data-pt-path="[_key==\"b\"].children[_key==\"c\"]"]`,
  ],
  [['furtherReading', {_key: 'f'}], String.raw`[data-pt-path="[_key==\"f\"]"]`],
  [['title'], null],
])('finds the place of %j', (path, selector) => {
  expect(placeSelector(path)).toBe(selector)
})
