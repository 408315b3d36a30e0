import {expect, test} from 'vitest'

import {block, citation} from '@/lib/portable-text/portableText.fixture'
import type {ReferenceRecord} from '@/lib/citations/reference'

import {citeWorks} from './citeWorks'

const works = ['a', 'b', 'c', 'd'].map(work)

test('prints numbers, each a link of its own, called by what it shows', () => {
  const cited = citation('1', 'a', {id: 'b', locator: '4–7'})
  expect(citeWorks({body: [block('p', cited)]}, works).segmentsOf(cited)).toEqual([
    {html: '1', isRaised: true, link: {id: 'cite-1-a', href: '#ref-1', label: '1: reference'}},
    {html: '; ', isRaised: true},
    {html: '2', isRaised: true, link: {id: 'cite-2-a', href: '#ref-2', label: '2, pages 4–7: reference'}},
    {html: ', pp. 4–7', isRaised: true, isSilent: true},
  ])
})

test.each([
  ['numbers ascend', [['a'], ['b'], ['b', 'a']], ['1', '2', '1, 2']],
  ['numbers in a row stay one by one', [['a'], ['d'], ['b'], ['d', 'c', 'b']], ['1', '2', '3', '2, 3, 4']],
  ['words of the writer keep her order', [['a'], ['b'], [{id: 'b', prefix: 'see'}, 'a']], ['1', '2', 'see 2; 1']],
  ['one work twice counts once', [['a', 'a', 'b']], ['1, 2']],
  [
    'two places in one work are two numbers',
    [
      [
        {id: 'a', locator: '9'},
        {id: 'a', locator: '4', suffix: 'and passim'},
      ],
    ],
    ['1, p. 9; 1, p. 4 and passim'],
  ],
  [
    'prefix, locator and suffix',
    [[{id: 'a', prefix: 'see', locator: '4', suffix: ', emphasis added'}]],
    ['see 1, p. 4, emphasis added'],
  ],
  ['what cannot be read leaves no gap', [['gone', 'b'], ['gone']], ['1', '']],
])('%s', (_, cited, printed) => {
  const citations = cited.map((items, index) => citation(`c${index}`, ...items))
  expect(citations.map(printer(citations))).toEqual(printed.map((text) => text && `^${text}^`))
})

test('names the works of a citation that is part of the sentence', () => {
  const narrative = {...citation('1', {id: 'a', locator: '4'}, 'b', 'c'), mode: 'narrative'}
  const named = {...citation('2', {id: 'a', suppressAuthor: true}), mode: 'narrative'}
  expect([narrative, named].map(printer([narrative, named]))).toEqual([
    'A (1998)^1, p. 4^, B (1998)^2^ and C (1998)^3^',
    '^1^',
  ])
})

test.each([
  ['apa-numbered', 'en', {year: -340, circa: true}, 'ca. 340 B.C.E.'],
  ['apa-numbered', 'en', {year: 116}, '116 C.E.'],
  ['apa-numbered', 'en', {year: 1979, endYear: 1984}, '1979–1984'],
  ['apa-numbered', 'en', {year: -431, endYear: -404}, '431–404 B.C.E.'],
  ['apa-numbered', 'de', {status: 'nd'}, 'o.\u00a0J.'],
  ['apa-numbered', 'en', {year: 480, endYear: 550}, '480–550 C.E.'],
  ['vancouver', 'en', {year: -340}, '340 BC'],
  ['vancouver', 'de', {year: -340}, '340\u00a0v.\u00a0Chr.'],
])('dates a work in the sentence as %s in %s does in the list: %j', (style, language, date, printed) => {
  const cited = {...citation('1', 'a'), mode: 'narrative'}
  const dated = {...work('a'), issued: {status: 'dated', ...date}}
  const {segmentsOf, entries} = citeWorks({body: [block('p', cited)]}, [dated], {style, language})
  expect([segmentsOf(cited)[0]?.html, entries[0]?.text.includes(printed)]).toEqual([`A (${printed})`, true])
})

test('leads back from an entry to each of its marks', () => {
  const {entries} = citeWorks(
    {body: [block('p', citation('1', 'b'), citation('2', 'b'))], furtherReading: ['a']},
    works,
  )
  expect(entries).toEqual([
    {
      referenceId: 'b',
      number: 1,
      id: 'ref-1',
      cited: true,
      backlinks: [
        {href: '#cite-1-a', letter: 'a', label: 'Back to citation 1 of 2 of reference 1'},
        {href: '#cite-1-b', letter: 'b', label: 'Back to citation 2 of 2 of reference 1'},
      ],
      html: 'B. (1998). <i>On b</i>.',
      text: 'B. (1998). On b.',
    },
    {
      referenceId: 'a',
      number: 2,
      id: 'ref-2',
      cited: false,
      backlinks: [],
      html: 'A. (1998). <i>On a</i>.',
      text: 'A. (1998). On a.',
    },
  ])
})

test('knows a copy of a citation by its key, unless two have the key', () => {
  const [one, here, there] = [citation('1', 'a'), citation('same', 'a'), citation('same', 'b')]
  const print = printer([one, here, there])
  expect([structuredClone(one), here, there, structuredClone(here)].map(print)).toEqual(['^1^', '^1^', '^2^', ''])
})

test('does work in proportion to the citations', () => {
  const many = Array.from({length: 200}, (_, index) => work(`w${index}`))
  const cited = Array.from({length: 1_000}, (_, index) => citation(`c${index}`, `w${index % 200}`))
  const body = cited.map((node, index) => block(`p${index}`, 'Tea', node))
  const {entries, segmentsOf} = citeWorks({body}, many)

  expect(entries.map(({backlinks}) => backlinks.length)).toEqual(Array.from({length: 200}, () => 5))
  expect(cited.map((node) => segmentsOf(node)[0]?.html)).toEqual(cited.map((_, index) => String((index % 200) + 1)))
})

/** What is raised stands between carets. */
function printer(citations: object[]) {
  const {segmentsOf} = citeWorks({body: [block('p', ...citations)]}, works)
  return (node: object) => {
    const marked = segmentsOf(node).map(({html, isRaised}) => (isRaised ? `^${html}^` : html))
    return marked.join('').replaceAll('^^', '')
  }
}

function work(_id: string): ReferenceRecord {
  const author = [{_type: 'organisation', literal: _id.toUpperCase()}]
  return {_id, type: 'book', title: `On ${_id}`, author, issued: {status: 'dated', year: 1998}}
}
