import {expect, test} from 'vitest'

import {nesting} from './nesting.ts'

test.each([
  ['*', 0],
  ['*[a == (1)]{b[]{c}}', 2],
  ['"((((" + \'[[[\' + (1)', 1],
  ['"\\"((" + [1]', 1],
  ['// ((((\n*[true]', 1],
  ['"not ended ((((', 0],
  ['('.repeat(500), 500],
])('counts the brackets of %s that are open at once', (query, expected) => {
  expect(nesting(query)).toBe(expected)
})
