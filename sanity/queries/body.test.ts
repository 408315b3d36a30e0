import {expect, test} from 'vitest'

import {body} from './body'

test.each([
  [1, 1],
  [3, 3],
  [2.5, 2],
  [0, 1],
  [-3, 1],
  [2_000, 10],
  [1e9, 10],
])('nests a list item of level %d at level %d', (level, nested) => {
  expect(body.parse([textBlock({listItem: 'bullet', level})])).toMatchObject([{level: nested}])
})

function textBlock(fields: Record<string, unknown>) {
  return {_key: 'b', _type: 'block', listItem: null, level: null, style: null, markDefs: null, children: null, ...fields}
}
