import {expect, test} from 'vitest'

import {searchable, searchWorks} from './searchWorks'

const works = [
  work('polanyi', 'The great transformation', 1944, 'Polanyi', {doi: '10.5555/GT', publisher: 'Beacon Press'}),
  work('block', 'Polanyi in an age of uncertainty', 2017, 'Block', {containerTitle: 'Contemporary sociology'}),
  work('savric', 'Über Karten', 1985, 'Šavrič', {url: 'https://www.example.org/karten/'}),
  {_id: 'who', title: 'Malaria', author: [{_type: 'organisation', literal: 'World Health Organization'}]},
  {_id: 'pasted', verbatim: 'Nobody, N. (n.d.). Tides.', issued: {status: 'nd'}},
].map(searchable)

test.each([
  ['polanyi 1944', ['polanyi']],
  ['1944 polanyi', ['polanyi']],
  ['1944', ['polanyi']],
  ['pol', ['polanyi', 'block']],
  ['POLANYI', ['polanyi', 'block']],
  ['transf great', ['polanyi']],
  ['savric uber', ['savric']],
  ['Šavrič', ['savric']],
  ['world health malaria', ['who']],
  ['health n.d.', ['who']],
  ['beacon', ['polanyi']],
  ['sociology 2017', ['block']],
  ['tides', ['pasted']],
  ['polanyi 1945', []],
  ['transform ation', []],
  ['10.5555/gt', ['polanyi']],
  ['https://doi.org/10.5555/gt', ['polanyi']],
  ['doi: 10.5555/gt', ['polanyi']],
  ['http://example.org/karten?utm_source=x', ['savric']],
  ['https://example.org/', []],
])('finds by %j', (query, ids) => {
  expect(searchWorks(works, query).map(({_id}) => _id)).toEqual(ids)
})

test('leaves the order alone when nothing is asked for', () => {
  expect(searchWorks(works, ' ').map(({_id}) => _id)).toEqual(['polanyi', 'block', 'savric', 'who', 'pasted'])
})

function work(_id: string, title: string, year: number, family: string, more: object) {
  return {_id, title, issued: {status: 'dated', year}, author: [{_type: 'person', family}], ...more}
}
