import {expect, test} from 'vitest'

import type {ReferenceRecord} from '@/lib/citations/reference'

import {arranged, byLetter, lettersOf} from './arrange'
import {decadesOf, parseSearch, searchQuery, searchWorks, typesOf} from './search'
import {toWork} from './work'

const works = [
  work('polanyi', {title: 'The great transformation', author: [person('Polanyi', 'Karl')], issued: dated(1944)}),
  work('savric', {
    type: 'article-journal',
    title: 'The <i>Equal Earth</i> map projection',
    containerTitle: 'International Journal of Geographical Information Science',
    author: [person('Šavrič', 'Bojan'), person('Patterson', 'Tom'), person('Jenny', 'Bernhard')],
    issued: dated(2019),
    doi: '10.1080/13658816.2018.1504949',
  }),
  work('house', {type: 'webpage', title: '“A statement”', author: [office('The White House')], issued: {status: 'nd'}}),
  work('achmatova', {title: 'Реквием', author: [person('Ахматова', 'Анна')], issued: dated(1963)}),
  work('anonymous', {title: '“The sea, the sea”', issued: dated(-350)}),
]

test('lists a work by its names, title, place and date', () => {
  expect(works[1]).toMatchObject({
    names: 'Šavrič, Bojan; Patterson, Tom; Jenny, Bernhard',
    title: 'The Equal Earth map projection',
    container: 'International Journal of Geographical Information Science',
    date: '2019',
    typeTitle: 'Journal article',
    letter: 'S',
  })
})

test.each(['lukasz', 'Łukasz', 'lodz', 'aero', 'Ærø', 'हिन्दी'])(
  'finds a work by %s, however its letters are written',
  (words) => {
    const polish = work('lodz', {
      title: 'Łódź, Ærø i हिन्दी',
      author: [person('Nowak', 'Łukasz')],
      issued: dated(2001),
    })
    expect(searchWorks([...works, polish], parseSearch({q: words})).map(({id}) => id)).toEqual(['lodz'])
  },
)

test('files by name without article and accents, by title where nobody signed, and other alphabets after the Latin', () => {
  expect(arranged(works, 'author').map(({id}) => id)).toEqual(['polanyi', 'savric', 'anonymous', 'house', 'achmatova'])
  expect(byLetter(arranged(works, 'author')).map(({letter, works}) => [letter, works.length])).toEqual([
    ['P', 1],
    ['S', 2],
    ['W', 1],
    ['А', 1],
  ])
  expect(lettersOf(arranged(works, 'author'), 2)).toEqual([
    {letter: 'P', page: 1},
    {letter: 'S', page: 1},
    {letter: 'W', page: 2},
    {letter: 'А', page: 3},
  ])
})

test.each([
  ['newest', ['savric', 'achmatova', 'polanyi', 'anonymous', 'house']],
  ['oldest', ['anonymous', 'polanyi', 'achmatova', 'savric', 'house']],
  ['title', ['savric', 'polanyi', 'anonymous', 'house', 'achmatova']],
] as const)('orders by %s, undated works last', (order, ids) => {
  expect(arranged(works, order).map(({id}) => id)).toEqual(ids)
})

test.each([
  ['polanyi', ['polanyi']],
  ['SAVRIC equal', ['savric']],
  ['jenny 2019', ['savric']],
  ['information science', ['savric']],
  ['10.1080/13658816.2018.1504949', ['savric']],
  ['ахматова', ['achmatova']],
  ['polanyi 1945', []],
  ['', ['polanyi', 'savric', 'anonymous', 'house', 'achmatova']],
  ['<script>alert(1)</script>', []],
])('finds %j', (q, ids) => {
  expect(searchWorks(arranged(works, 'author'), parseSearch({q})).map(({id}) => id)).toEqual(ids)
})

test('filters by type and decade', () => {
  const found = (query: Record<string, string>) =>
    searchWorks(arranged(works, 'author'), parseSearch(query)).map(({id}) => id)
  expect(found({type: 'book', decade: '1940'})).toEqual(['polanyi'])
  expect(found({decade: '-350'})).toEqual(['anonymous'])
  expect(decadesOf(works)).toEqual([2010, 1960, 1940, -350])
  expect(typesOf(works).map(({type, count}) => [type, count])).toEqual([
    ['book', 3],
    ['article-journal', 1],
    ['webpage', 1],
  ])
})

test('bounds what an address may ask, and takes what it does not know for not asked', () => {
  expect(
    parseSearch({q: ['x'.repeat(500), 'y'], type: '../etc', decade: 'NaN', sort: 'constructor', page: '-1'}),
  ).toEqual({words: 'x'.repeat(100), type: null, decade: null, order: 'author', page: 1})
  const search = parseSearch({q: ' a  b ', type: 'book', decade: '1944', sort: 'newest', page: '3'})
  expect(searchQuery(search, 2)).toBe('q=a+b&type=book&decade=1940&sort=newest&page=2')
})

test('prints a pasted line that nobody has taken apart, shortened', () => {
  expect(work('line', {type: 'document', verbatim: `Tides. ${'2020. '.repeat(60)}`})).toMatchObject({
    names: '',
    title: expect.stringMatching(/^Tides\. .{150,160}…$/),
    letter: 'T',
  })
})

function work(_id: string, fields: Partial<ReferenceRecord>) {
  return toWork({_id, type: 'book', ...fields}, 1)
}

function person(family: string, given: string) {
  return {_type: 'person', family, given}
}

function office(literal: string) {
  return {_type: 'organisation', literal}
}

function dated(year: number) {
  return {status: 'dated', year}
}
