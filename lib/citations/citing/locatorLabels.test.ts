import {expect, test} from 'vitest'

import {locatorText} from './locatorLabels'

test.each([
  ['12', 'page', 'p. 12'],
  ['12–14', 'page', 'pp. 12–14'],
  ['12, 14', undefined, 'pp. 12, 14'],
  [' 3 ', 'chapter', 'ch. 3'],
  ['4', 'scene', 'p. 4'],
])('prints %j as %s', (locator, label, text) => {
  expect(locatorText(locator, label)).toBe(text)
})
