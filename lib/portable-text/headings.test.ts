import {expect, test} from 'vitest'

import {collectHeadings} from './headings'
import {block, heading} from './portableText.fixture'

test('lists headings in reading order with the level of their style', () => {
  const body = [
    block('p1', 'Tea'),
    heading('a', 'h2', 'On tides'),
    heading('b', 'h3', 'The moon’s share'),
    heading('c', 'h4', ' '),
  ]
  expect(collectHeadings(body).list).toEqual([
    {level: 2, text: 'On tides', id: 'on-tides'},
    {level: 3, text: 'The moon’s share', id: 'the-moons-share'},
  ])
})

test.each([
  [['Über Ebbe & Flut'], ['uber-ebbe-flut']],
  [
    ['潮汐', 'Приливы', 'الجزر'],
    ['潮汐', 'приливы', 'الجزر'],
  ],
  [
    ['Йод', 'ガラス'],
    ['йод', 'ガラス'],
  ],
  [
    ['1. Tea', '?!'],
    ['1-tea', 'section'],
  ],
  [
    ['Tea', 'Tea', 'Tea 2', 'Tea'],
    ['tea', 'tea-2', 'tea-2-2', 'tea-3'],
  ],
  [
    ['References', 'Notes', 'Ref 2', 'Note 1', 'Main'],
    ['section-references', 'section-notes', 'section-ref-2', 'section-note-1', 'section-main'],
  ],
])('makes ids of %j', (texts, ids) => {
  const body = texts.map((text, index) => heading(`k${index}`, 'h2', text))
  expect(collectHeadings(body).list.map(({id}) => id)).toEqual(ids)
})

test('finds a block’s heading by the block, or by its key when only one has it', () => {
  const [first, second, third] = [
    heading('same', 'h2', 'Tea'),
    heading('same', 'h2', 'Tea'),
    heading('own', 'h2', 'Milk'),
  ]
  const {headingOf} = collectHeadings([first, second, third])

  expect([first, second].map((block) => headingOf(block)?.id)).toEqual(['tea', 'tea-2'])
  expect(headingOf(structuredClone(third))?.id).toBe('milk')
  expect(headingOf(structuredClone(first))).toBeUndefined()
  expect(headingOf(block('p1', 'Tea'))).toBeUndefined()
})
