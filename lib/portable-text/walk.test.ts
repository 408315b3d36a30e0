import {expect, test} from 'vitest'

import {block, citation, figure, footnote} from './portableText.fixture'
import {walk} from './walk'

test('goes through blocks, inline objects, captions and notes in reading order', () => {
  const body = [
    block('p1', 'Tea', footnote('n1', 'Leaves', citation('c1', 'a')), 'and coffee'),
    figure('f1', 'A pot'),
    {_type: 'callout', _key: 'k1', text: [block('p2', 'Mind the steam')]},
    {_type: 'table', _key: 't1', caption: 'Prices', rows: [{_key: 'r1', cells: ['1']}]},
  ]

  expect(
    [...walk(body)].map((node) => ('text' in node && typeof node.text === 'string' ? node.text : node._type)),
  ).toEqual([
    'block',
    'Tea',
    'footnote',
    'block',
    'Leaves',
    'citation',
    'and coffee',
    'figure',
    'block',
    'A pot',
    'callout',
    'block',
    'Mind the steam',
    'table',
  ])
})

test.each([[null], [undefined], ['text'], [{}], [[null, 1, 'x', {}, {_type: 1}, [[]]]]])(
  'finds nothing in %j',
  (value) => {
    expect([...walk(value)]).toEqual([])
  },
)
