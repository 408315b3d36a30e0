import {expect, test} from 'vitest'

import {toReferenceRecord, type EditedReference} from '@/lib/citations/referenceRecord'

import type {Advice} from './advice'
import {referenceAdvice} from './referenceAdvice'
import {sentenceCase} from './titleAdvice'

const polanyi = book({})
const chapter = {type: 'chapter', containerTitle: 'On tides'}

test('has nothing to say about a good reference', () => {
  expect(adviceOn({})).toEqual([])
  expect(adviceOn({title: 'NATO and the UN', author: [organisation('UNESCO')]})).toEqual([])
  expect(adviceOn({issued: {status: 'dated', year: -380}})).toEqual([])
  expect(adviceOn({url: 'https://en.wikipedia.org/w/index.php?title=Tea&oldid=12'})).toEqual([])
})

test('asks for a title and a date, unless the line is kept as it was pasted', () => {
  expect(fields({title: ' ', issued: null})).toEqual(['title error', 'issued error'])
  expect(fields({title: null, issued: null, verbatim: 'Polanyi, GT.'})).toEqual(['verbatim warning'])
  expect(fields({issued: null, verbatim: 'Polanyi, GT.'})).toEqual(['issued error'])
})

test.each([
  ['THE GREAT TRANSFORMATION', 'The great transformation'],
  ['THE GREAT TRANSFORMATION: ORIGINS OF OUR TIME', 'The great transformation: Origins of our time'],
  ['The Political and Economic Origins of Our Time', 'The political and economic origins of our time'],
  ['How NATO Changed: Trade Among Friendly Nations', 'How NATO changed: Trade among friendly nations'],
])('proposes a sentence’s capitals for %j', (title, sentence) => {
  expect(adviceOn({title})).toEqual([
    expect.objectContaining({field: 'title', level: 'warning', fix: {title: sentence}}),
  ])
})

test.each([
  ['The great transformation'],
  ['UNESCO'],
  ['Universal Declaration of Human Rights'],
  ['The United States and the Soviet Union since 1945'],
  ['Karl Polanyi'],
  ['戦争と平和についての長い題名'],
])('leaves the capitals of %j', (title) => {
  expect(adviceOn({title})).toEqual([])
})

test('leaves the capitals of laws, and of languages that have them', () => {
  const title = 'Americans With Disabilities Amendments Act Revised'
  expect(adviceOn({title})).toHaveLength(1)
  expect(adviceOn({title, type: 'legislation'})).toEqual([])
  expect(adviceOn({title, language: 'de'})).toEqual([])
})

test('keeps what is no mere word in a sentence', () => {
  expect(sentenceCase('What I Know About mRNA and 3D Models')).toBe('What I know about mRNA and 3D models')
  expect(sentenceCase('Post-Keynesian Theory? An Answer')).toBe('Post-keynesian theory? An answer')
})

test.each([
  [person('Polanyi et al.'), 'Leave “et al.” out'],
  [person('Polanyi', 'Karl and others'), 'Leave “et al.” out'],
  [person('Polanyi & Arendt'), 'several people'],
  [person('Polanyi and Arendt'), 'several people'],
  [person('Polanyi; Arendt'), 'several people'],
  [person('World Health Organization'), 'looks like an organisation'],
  [person('Ministry of Health'), 'looks like an organisation'],
  [person('Polanyi, Karl'), 'Only the family name'],
  [person('POLANYI-LEVITT'), 'small letters: Polanyi-Levitt'],
  [organisation('Polanyi, K.'), 'looks like a person'],
  [organisation('WORLD HEALTH ORGANIZATION'), 'small letters: World Health Organization'],
])('remarks on the author %j', (author, words) => {
  expect(adviceOn({author: [author]})).toEqual([
    {field: 'author', level: 'warning', message: expect.stringContaining(words)},
  ])
})

test.each([
  person('Polanyi', 'Karl'),
  person('Polanyi', 'K. P.'),
  person('Anderson'),
  person('Sanders'),
  person('Unionville'),
  person('Ng', 'A'),
  person('WEIL'.slice(0, 3)),
  organisation('OECD'),
  organisation('Smith, Kline & French'),
])('says nothing about the author %j', (author) => {
  expect(adviceOn({author: [author]})).toEqual([])
})

test('tells when an entry will begin with its title', () => {
  expect(fields({author: []})).toEqual(['author info'])
  expect(fields({author: [], editor: [person('Polanyi')]})).toEqual([])
})

test('asks about years that are yet to come or too short', () => {
  expect(fields({issued: {status: 'dated', year: 2027}})).toEqual(['issued warning'])
  expect(fields({issued: {status: 'dated', year: 2026}})).toEqual([])
  expect(fields({issued: {status: 'dated', year: 44}})).toEqual(['issued warning'])
})

test('asks when a page without a date was read', () => {
  const page = {type: 'webpage', url: 'https://example.org/a', issued: {status: 'nd'}}
  expect(fields(page)).toEqual(['accessed warning'])
  expect(fields({...page, accessed: '2026-01-10'})).toEqual([])
  expect(fields({...page, archive: {url: 'https://web.archive.org/web/2026/https://example.org/a'}})).toEqual([])
  expect(fields({...page, type: 'book'})).toEqual([])
  expect(fields({...page, doi: '10.5555/a'})).toEqual([])
})

test('asks for the version of an article of Wikipedia', () => {
  expect(fields({url: 'https://en.wikipedia.org/wiki/Tea'})).toEqual(['url warning'])
  expect(fields({url: 'https://en.wikipedia.org/'})).toEqual([])
  expect(fields({url: 'https://example.org/wikipedia.org/wiki/Tea'})).toEqual([])
})

test.each([
  ['https://doi.org/10.5555/Ab', '10.5555/Ab'],
  ['doi:10.5555/Ab', '10.5555/Ab'],
  ['DOI 10.5555/Ab', '10.5555/Ab'],
  ['https://www.doi.org/10.1002/a%3C1%3E', '10.1002/a<1>'],
])('offers the bare DOI of %j', (doi, bare) => {
  expect(adviceOn({doi})).toEqual([
    {field: 'doi', level: 'error', message: `Write the bare DOI: ${bare}`, fix: {doi: bare}},
  ])
})

test('moves a DOI out of the address, but not over another', () => {
  const url = 'https://doi.org/10.5555/a'
  expect(adviceOn({url})).toEqual([expect.objectContaining({field: 'url', fix: {doi: '10.5555/a', url: null}})])
  expect(adviceOn({url, doi: '10.5555/A'})).toEqual([expect.objectContaining({field: 'url', fix: expect.anything()})])
  expect(adviceOn({url, doi: '10.5555/b'})[0]).not.toHaveProperty('fix')
})

test.each([
  'https://www.google.com/search?q=tides',
  'https://scholar.google.com/scholar?q=tides',
  'https://www.google.co.uk/url?q=https://example.org',
  'https://duckduckgo.com/?q=tides',
  'http://localhost:3000/a',
  'https://www-jstor-org.ezproxy.uni.example/stable/1',
])('warns of the address %j, which readers cannot use', (url) => {
  expect(fields({url})).toEqual(['url warning'])
})

test('offers an address without tracking', () => {
  expect(adviceOn({url: 'https://example.org/a?id=1&utm_source=x&fbclid=2'})).toEqual([
    expect.objectContaining({field: 'url', fix: {url: 'https://example.org/a?id=1'}}),
  ])
})

test('asks where a part appeared', () => {
  expect(fields({type: 'chapter'})).toEqual(['containerTitle warning'])
  expect(fields({type: 'article-journal', containerTitle: 'Tides'})).toEqual([])
})

test('tells what a change of type leaves behind, and offers to empty it', () => {
  expect(
    adviceOn({type: 'webpage', volume: '3', editor: [person('Arendt')], isbn: '978-0-8070-5643-1', doi: '10.5555/a'}),
  ).toEqual([
    expect.objectContaining({field: 'volume', level: 'warning', fix: {volume: null}}),
    expect.objectContaining({field: 'editor', level: 'warning', fix: {editor: null}}),
  ])
  expect(adviceOn({type: 'song', volume: '3'})).toEqual([])
})

test('tells that a publisher of the author’s name is printed once', () => {
  const author = [organisation('World Health Organization')]
  expect(adviceOn({author, publisher: 'World health organization'})).toEqual([
    expect.objectContaining({field: 'publisher', level: 'info', fix: {publisher: null}}),
  ])
})

test.each([
  ['pp. 12-14', {page: '12-14'}],
  ['p. 12', {page: '12'}],
  ['S. 12', {page: '12'}],
  ['145-9', {page: '145–149'}],
  ['1145–67', {page: '1145–1167'}],
  ['45–12', undefined],
])('remarks on the pages %j', (page, fix) => {
  const [advice] = adviceOn({...chapter, page})
  expect(advice).toMatchObject({field: 'page'})
  expect(advice?.fix).toEqual(fix)
})

test.each(['12–14', '12-14', '12', 'A1', 'e64146', 'iv–x', 'S12–S14', '12, 15–18'])('accepts the pages %j', (page) => {
  expect(adviceOn({...chapter, page})).toEqual([])
})

test.each([null, undefined, 'text', 7, [], {title: 7, author: 'x', issued: []}, {author: [null, 'x', {}]}])(
  'reads %j without throwing',
  (document) => {
    expect(() => referenceAdvice(toReferenceRecord(document), {thisYear: 2026})).not.toThrow()
  },
)

function adviceOn(fields: Partial<EditedReference>): Advice[] {
  return referenceAdvice({...polanyi, ...fields}, {thisYear: 2026})
}

function fields(changes: Partial<EditedReference>): string[] {
  return adviceOn(changes).map(({field, level}) => `${field} ${level}`)
}

function book(changes: Partial<EditedReference>): EditedReference {
  return {
    _id: 'polanyi',
    type: 'book',
    title: 'The great transformation',
    author: [person('Polanyi', 'Karl')],
    issued: {status: 'dated', year: 1944},
    ...changes,
  }
}

function person(family: string, given?: string) {
  return {_type: 'person', family, given}
}

function organisation(literal: string) {
  return {_type: 'organisation', literal}
}
