import {expect, test} from 'vitest'

import {locatorText} from './locatorLabels'

test.each([
  ['12', 'page', 'p. 12'],
  ['12–14', 'page', 'pp. 12–14'],
  ['12-14, 20 - 22', 'page', 'pp. 12–14, 20–22'],
  ['A-3', 'page', 'p. A-3'],
  ['xii-xiv', 'page', 'pp. xii-xiv'],
  ['S3-S9', 'page', 'pp. S3-S9'],
  ['3-2', 'section', '§§ 3-2'],
  ['12, 14', undefined, 'pp. 12, 14'],
  [' 3 ', 'chapter', 'ch. 3'],
  ['4', 'scene', 'p. 4'],
])('prints %j as %s', (locator, label, text) => {
  expect(locatorText(locator, label)).toBe(text)
})
