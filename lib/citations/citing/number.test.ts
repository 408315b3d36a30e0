import {expect, test} from 'vitest'

import {block, citation, figure, footnote} from '@/lib/portable-text/portableText.fixture'
import {field} from '@/lib/portable-text/walk'

import {numberCitations} from './number'

const readable = ['a', 'b', 'c', 'd', 'e']

test('numbers by first use: lead caption, text, captions, callouts and, at its mark, each note', () => {
  const article = {
    leadImage: {caption: [block('lead', 'Seen from above', citation('1', 'e'))]},
    body: [
      block('p1', 'Tea', footnote('n1', 'So says', citation('2', 'c')), 'and coffee', citation('3', 'a')),
      figure('f1', 'A pot', citation('4', 'd')),
      {_type: 'callout', _key: 'k1', text: [block('p2', citation('5', 'b'))]},
    ],
  }

  expect(numberCitations(article, readable).order).toEqual(['e', 'c', 'a', 'd', 'b'])
})

test('gives every use of a reference an anchor of its own, and the entry the way back to each', () => {
  const first = citation('1', 'a')
  const second = citation('2', 'b', {id: 'a', locator: '4', label: 'page'})
  const {citations, references} = numberCitations({body: [block('p1', first, 'and', second)]}, readable)

  expect([first, second].map((node) => citations.get(node)?.map(({item: _item, ...cited}) => cited))).toEqual([
    [{referenceId: 'a', number: 1, id: 'cite-1-a', href: '#ref-1'}],
    [
      {referenceId: 'b', number: 2, id: 'cite-2-a', href: '#ref-2'},
      {referenceId: 'a', number: 1, id: 'cite-1-b', href: '#ref-1'},
    ],
  ])
  expect(references[0]).toEqual({
    referenceId: 'a',
    number: 1,
    id: 'ref-1',
    cited: true,
    marks: ['cite-1-a', 'cite-1-b'],
  })
})

test('counts the same place in the same work once in a citation', () => {
  const twice = citation('1', 'a', 'a', {id: 'a', locator: '4'}, {id: 'a', locator: '4'}, {id: 'a', locator: '9'})
  const {citations} = numberCitations({body: [block('p1', twice)]}, readable)

  expect(citations.get(twice)?.map(({id, item}) => [id, field(item, 'locator')])).toEqual([
    ['cite-1-a', undefined],
    ['cite-1-b', '4'],
    ['cite-1-c', '9'],
  ])
})

test('lists further reading that nothing cites after what is cited', () => {
  const body = [block('p1', citation('1', 'c'))]
  const {order, references} = numberCitations(
    {body, furtherReading: ['b', 'c', {_ref: 'a'}, 'b', 'gone', null]},
    readable,
  )

  expect(order).toEqual(['c', 'b', 'a'])
  expect(references.map(({cited, marks}) => [cited, marks.length])).toEqual([
    [true, 1],
    [false, 0],
    [false, 0],
  ])
})

test('drops references that cannot be read and leaves no gap', () => {
  const lost = citation('1', 'unpublished')
  const mixed = citation('2', 'unpublished', 'b')
  const numbering = numberCitations({body: [block('p1', lost, mixed, citation('3', 'a'))]}, readable)

  expect(numbering.order).toEqual(['b', 'a'])
  expect(numbering.citations.get(lost)).toEqual([])
  expect(numbering.citations.get(mixed)?.map(({number}) => number)).toEqual([1])
})

test('takes resolved documents for readable, and null for none', () => {
  const resolved = citation('1', {id: '', reference: {_id: 'x', title: 'Salt'}}, {id: '', reference: null})
  expect(numberCitations({body: [block('p1', resolved)]}).order).toEqual(['x'])
})

test.each([
  ['nothing', {}],
  ['nulls', {leadImage: null, body: null, furtherReading: null}],
  ['other types', {leadImage: 'x', body: {}, furtherReading: 3}],
  [
    'broken nodes',
    {body: [null, 1, {}, {_type: 'block', children: 'x'}, {_type: 'block', children: [null, {_type: 'citation'}]}]},
  ],
  [
    'broken items',
    {body: [block('p1', {_type: 'citation', items: [null, 'x', {reference: 1}, {reference: {_ref: 2}}]})]},
  ],
])('numbers nothing in %s', (_, article) => {
  expect(numberCitations(article, readable)).toMatchObject({order: [], references: []})
})
