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

test.each([
  ['repeated', Array<string>(3_000).fill('em'), ['em']],
  ['inherited', ['__proto__', 'constructor', 'toString', 'strong'], ['strong']],
  ['absent', null, []],
])('keeps %s marks from breaking the page', (_, marks, kept) => {
  const children = [{_key: 's', _type: 'span', text: 'tides', marks}]
  expect(body.parse([textBlock({children})])).toMatchObject([{children: [{marks: kept}]}])
})

test('reads no more marks on one span than a writer could see', () => {
  const marks = Array.from({length: 3_000}, (_, index) => `mark-${index}`)
  const [block] = body.parse([textBlock({children: [{_key: 's', _type: 'span', text: 'tides', marks}]})])
  expect(block).toMatchObject({children: [{marks: marks.slice(0, 20)}]})
})

function textBlock(fields: Record<string, unknown>) {
  return {
    _key: 'b',
    _type: 'block',
    listItem: null,
    level: null,
    style: null,
    markDefs: null,
    children: null,
    ...fields,
  }
}
