import {expect, test} from 'vitest'

import type {CslName} from '@/lib/citations/csl/csl'

import {authorDateOrder} from './authorDateOrder'

test.each([
  ['en', ['Zebra', 'A yak', 'The White House', 'Xerox'], ['The White House', 'Xerox', 'A yak', 'Zebra']],
  ['de', ['Die Zeit', 'Ärzteblatt', 'Der Spiegel', 'Zoo'], ['Ärzteblatt', 'Der Spiegel', 'Die Zeit', 'Zoo']],
  ['fr', ['Le Monde', 'L’Humanité', 'Nice-Matin'], ['L’Humanité', 'Le Monde', 'Nice-Matin']],
  ['xx', ['The White House', 'Vogue'], ['Vogue', 'The White House']],
])('passes over a leading article in %s', (language, names, sorted) => {
  expect(
    order(
      names.map((literal) => [{literal}]),
      {language},
    ),
  ).toEqual(sorted)
})

test.each([
  [true, ['Ulm', 'van der Berg', 'Watt']],
  [false, ['van der Berg', 'Ulm', 'Watt']],
])('puts a particle where the style has it: %s', (byParticle, sorted) => {
  const names = [[{family: 'Watt'}], [{family: 'Berg', 'non-dropping-particle': 'van der'}], [{family: 'Ulm'}]]
  expect(order(names, {byParticle})).toEqual(sorted)
})

test('takes one person for one, with a name in full and with initials', () => {
  const works = [
    {title: 'Beta', given: 'Timothy'},
    {title: 'Alpha', given: 'T.'},
  ].map(({title, given}) => ({
    item: {id: title, type: 'book', title, author: [{family: 'Ross', given}]},
    text: `Ross, T. ${title}`,
  }))
  expect(authorDateOrder(works, {language: 'en', byParticle: true, byInitials: true, byDate: true})).toEqual([1, 0])
})

test('sorts what begins with its editor by the editor, and what begins with its title by the title', () => {
  const editor = [{family: 'Porter', given: 'Roy'}]
  const works = [
    {item: {id: 'a', type: 'book', title: 'Zoology', editor}, text: 'Porter, R. (Ed.). Zoology.'},
    {item: {id: 'b', type: 'book', title: 'Quarries', editor}, text: 'Quarries. (R. Porter, Ed.).'},
    {item: {id: 'c', type: 'book', title: '“Pigs”'}, text: '“Pigs”. (n.d.).'},
  ]
  expect(authorDateOrder(works, {language: 'en', byParticle: true, byInitials: true, byDate: true})).toEqual([2, 0, 1])
})

test('sorts what begins with its newspaper or its publisher by that', () => {
  const works = [
    {
      item: {id: 'a', type: 'article-newspaper', title: 'Ash', 'container-title': 'The Times'},
      text: 'The Times (2011) ‘Ash’',
    },
    {
      item: {id: 'b', type: 'entry-dictionary', title: 'Salt', publisher: 'Merriam-Webster'},
      text: 'Merriam-Webster. (n.d.). Salt.',
    },
    {
      item: {id: 'c', type: 'webpage', title: '<i>Peat</i> today', 'container-title': 'Peat'},
      text: 'Peat today. (n.d.). Peat.',
    },
  ]
  expect(authorDateOrder(works, {language: 'en', byParticle: true, byInitials: true, byDate: true})).toEqual([1, 2, 0])
})

function order(names: readonly CslName[][], options: {language?: string; byParticle?: boolean}): string[] {
  const texts = names.map(
    ([name]) => name?.literal ?? [name?.['non-dropping-particle'], name?.family].filter(Boolean).join(' '),
  )
  const works = names.map((author, index) => ({
    item: {id: String(index), type: 'book', title: 'Salt', author},
    text: texts[index] ?? '',
  }))
  return authorDateOrder(works, {language: 'en', byParticle: true, byInitials: true, byDate: true, ...options}).map(
    (index) => texts[index] ?? '',
  )
}
