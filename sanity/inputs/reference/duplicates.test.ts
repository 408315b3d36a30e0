import {expect, test} from 'vitest'

import {lakeClient} from '@/test-support/lakeClient'

import {candidateParams, CANDIDATES_QUERY, candidatesResult, alikeAmong} from './duplicates'

const tides = {_type: 'bibliographicReference', title: 'A history of tides', issued: {status: 'dated', year: 1944}}

test.each([
  ['a DOI', {doi: '10.5555/A'}, {doi: 'https://doi.org/10.5555/a'}],
  ['a DOI in the address', {doi: '10.5555/A'}, {url: 'https://doi.org/10.5555/a'}],
  ['an address', {url: 'https://www.Example.org/a/?utm_source=x'}, {url: 'http://example.org/a'}],
  ['title and year', {title: 'The history of tides', issued: tides.issued}, tides],
  ['title and no date', {title: 'The history of tides', issued: {status: 'nd'}}, {title: 'History of tides'}],
  ['a pasted line', {verbatim: 'Tides 1944'}, {verbatim: 'Tides 1944'}],
])('finds a duplicate by %s', async (_what, fields, other) => {
  await expect(duplicatesOf(fields, [{_id: 'drafts.b', _type: 'bibliographicReference', ...other}])).resolves.toEqual([
    ['b'],
  ])
})

test('shows each once, not itself, and what was told apart last, with the verdicts on it', async () => {
  const others = [
    {...tides, _id: 'a'},
    {...tides, _id: 'drafts.a'},
    {...tides, _id: 'c'},
    {...tides, _id: 'b'},
    {...tides, _id: 'drafts.b'},
    {...tides, _id: 'versions.r1.d'},
    {
      _id: 'distinctWorks.1',
      _type: 'distinctWorks',
      works: ['c', 'a'].map((_ref) => ({_type: 'reference', _key: _ref, _ref, _weak: true})),
    },
  ]
  await expect(duplicatesOf(tides, others)).resolves.toEqual([['b'], ['c', 'distinctWorks.1']])
})

test('asks nothing of the store while there is nothing to compare', () => {
  expect(candidateParams('a', {_id: 'a', type: 'book'})).toBeNull()
})

async function duplicatesOf(fields: object, others: {_id: string; _type: string}[]) {
  const client = lakeClient({production: others}, {token: 'editor', perspective: 'raw'})
  const record = {...fields, _id: 'a'}
  const params = candidateParams('a', record) ?? {}
  const found = candidatesResult.parse(await client.fetch<unknown>(CANDIDATES_QUERY, params))
  return alikeAmong(record, found).map(({work, verdictIds}) => [work._id, ...verdictIds])
}
