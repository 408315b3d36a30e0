import {expect, test} from 'vitest'

import {block, citation, figure, footnote} from '@/lib/portable-text/portableText.fixture'

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

test('gives every use of a reference a letter, an anchor and a way back', () => {
  const first = citation('1', 'a')
  const second = citation('2', 'b', {id: 'a', locator: '4', label: 'page'})
  const numbering = numberCitations({body: [block('p1', first, 'and', second)]}, readable)

  expect([first, second].map(numbering.calloutsOf)).toEqual([
    [{referenceId: 'a', number: 1, letter: 'a', id: 'cite-1-a', href: '#ref-1', label: '1', ariaLabel: 'Reference 1'}],
    [
      {referenceId: 'b', number: 2, letter: 'a', id: 'cite-2-a', href: '#ref-2', label: '2', ariaLabel: 'Reference 2'},
      {
        referenceId: 'a',
        number: 1,
        letter: 'b',
        id: 'cite-1-b',
        href: '#ref-1',
        label: '1, p. 4',
        ariaLabel: 'Reference 1, page 4',
      },
    ],
  ])
  expect(numbering.references[0]).toEqual({
    referenceId: 'a',
    number: 1,
    id: 'ref-1',
    cited: true,
    backlinks: [
      {href: '#cite-1-a', letter: 'a', ariaLabel: 'Back to citation 1 of 2 of reference 1'},
      {href: '#cite-1-b', letter: 'b', ariaLabel: 'Back to citation 2 of 2 of reference 1'},
    ],
  })
})

test('lists further reading that nothing cites after what is cited', () => {
  const body = [block('p1', citation('1', 'c'))]
  const {order, references} = numberCitations(
    {body, furtherReading: ['b', 'c', {_ref: 'a'}, 'b', 'gone', null]},
    readable,
  )

  expect(order).toEqual(['c', 'b', 'a'])
  expect(references.map(({cited, backlinks}) => [cited, backlinks.length])).toEqual([
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
  expect(numbering.calloutsOf(lost)).toEqual([])
  expect(numbering.calloutsOf(mixed).map(({label}) => label)).toEqual(['1'])
})

test('takes resolved documents for readable, and null for none', () => {
  const resolved = citation('1', {id: '', reference: {_id: 'x', title: 'Salt'}}, {id: '', reference: null})
  expect(numberCitations({body: [block('p1', resolved)]}).order).toEqual(['x'])
})

test('answers the same whatever is asked first', () => {
  const citations = [citation('1', 'a'), citation('2', 'b', 'a'), citation('3', 'c', 'a', 'b')]
  const numbering = numberCitations({body: [block('p1', ...citations)]}, readable)

  const forwards = citations.map(numbering.calloutsOf)
  expect(citations.toReversed().map(numbering.calloutsOf).toReversed()).toEqual(forwards)
})

test('tells two citations of one key apart', () => {
  const [here, there] = [citation('same', 'a'), citation('same', 'b')]
  const {calloutsOf} = numberCitations({body: [block('p1', here), block('p2', there)]}, readable)

  expect([here, there].map((node) => calloutsOf(node)[0]?.number)).toEqual([1, 2])
  expect(calloutsOf(structuredClone(here))).toEqual([])
})

test('knows a copy of a citation by its key', () => {
  const original = citation('1', 'a')
  const {calloutsOf} = numberCitations({body: [block('p1', original)]}, readable)

  expect(calloutsOf(structuredClone(original))).toEqual(calloutsOf(original))
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
