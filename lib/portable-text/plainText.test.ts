import {expect, test} from 'vitest'

import {plainText} from './plainText'
import {block, citation, figure, footnote} from './portableText.fixture'

test('joins the spans of blocks and leaves notes, citations and figures out', () => {
  const body = [
    block('p1', 'Tea', footnote('n1', 'Leaves'), ' and coffee', citation('c1', 'a'), '.'),
    figure('f1', 'A pot'),
    block('p2', 'Milk'),
  ]
  expect(plainText(body)).toBe('Tea and coffee.\nMilk')
})

test('is empty for what is no text', () => {
  expect([null, [], [{}], [{_type: 'block'}], [{_type: 'block', children: [{_type: 'span'}]}]].map(plainText)).toEqual([
    '',
    '',
    '',
    '',
    '',
  ])
})
