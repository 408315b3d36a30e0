import {expect, test} from 'vitest'

import {sameWorkGroups} from './sameWorkGroups'

test('gathers what describes one work, by whatever key', () => {
  const works = [
    {_id: 'a', doi: '10.5555/a', title: 'On the tides of old'},
    {_id: 'x', title: 'On tea'},
    {_id: 'b', url: 'https://doi.org/10.5555/A', title: 'Tides'},
    {_id: 'c', title: 'Tides', url: 'https://example.org/c'},
    {_id: 'd', url: 'http://www.example.org/c/'},
  ]
  expect(ids(sameWorkGroups(works))).toEqual([['a', 'b', 'c', 'd']])
})

test('leaves out what was told apart', () => {
  const works = ['a', 'b', 'c'].map((_id) => ({_id, doi: '10.5555/a'}))
  const areDistinct = (one: string, other: string) => one === 'c' || other === 'c'
  expect(ids(sameWorkGroups(works, areDistinct))).toEqual([['a', 'b']])
})

test('finds none among thousands that differ', () => {
  const works = Array.from({length: 5000}, (_, index) => ({_id: `${index}`, title: `Work number ${index}`}))
  expect(sameWorkGroups(works)).toEqual([])
})

function ids(groups: {_id: string}[][]) {
  return groups.map((group) => group.map(({_id}) => _id))
}
