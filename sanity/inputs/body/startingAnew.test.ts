import {expect, test} from 'vitest'

import {read} from '@/lib/manuscripts/html/manuscript.fixture'

import {startingAnew} from './startingAnew'

const value = [
  {_key: 'words', children: [{_type: 'span', text: 'Words'}]},
  {_key: 'empty', children: [{_type: 'span', text: ''}]},
]

test.each([
  ['a heading in a paragraph', '<h2>Tea</h2>', 'words', 2],
  ['a list in a paragraph', '<ul><li>Tea</li></ul>', 'words', 2],
  ['a paragraph in a paragraph', '<p>Tea</p>', 'words', 1],
  ['a heading in an empty paragraph', '<h2>Tea</h2>', 'empty', 1],
  ['a table in a paragraph', '<table><tr><td>Tea<td>cup</table>', 'words', 1],
])('%s', (_name, html, key, count) => {
  expect(startingAnew(read(html).body, {value, path: [{_key: key}, 'children', 0]})).toHaveLength(count)
})
