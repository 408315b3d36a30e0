import {expect, test} from 'vitest'

import {testLake} from '@/test-support/lakeClient'

import type {Commit} from '../store/store.ts'
import {rememberCommits, type RecentLimits} from './recent.ts'

test('answers from memory and from the log alike', () => {
  const {write, remembering} = open()
  const [much, little] = [remembering({maxCommits: 100}), remembering({maxCommits: 2})]
  write('production', 'first', {_id: 'a', title: 'Ebb'})
  write('other', 'elsewhere', {_id: 'a'})
  write('production', 'second', {_id: 'a', title: 'Flow', body: [{_key: 'x', text: '🌊'}]})
  write('production', 'third', {_id: 'b'})
  write('production', 'fourth', {_id: 'a', title: 'Flow', body: []})

  for (const id of ['first', 'second', 'third', 'fourth']) {
    const [told, again] = [much, little].map((recent) => recent.since('production', `${id}#a`))
    expect(again?.map(comparable)).toEqual(told?.map(comparable))
  }
  expect(little.since('production', 'first#a')?.map(({id}) => id)).toEqual(['first', 'second', 'third', 'fourth'])
  expect(little.since('other', 'elsewhere#a')?.map(({id}) => id)).toEqual(['elsewhere'])
})

test('knows the commits of before it was started', () => {
  const {lake, write, remembering} = open()
  write('production', 'first', {_id: 'a', title: 'Ebb'})
  write('production', 'second', {_id: 'a', title: 'Flow'})
  const recent = remembering({})
  const place = lake.store.lastSequence()

  write('production', 'third', {_id: 'a', title: 'Ebb'})

  expect(recent.since('production', 'second#a')?.map(({id}) => id)).toEqual(['second', 'third'])
  expect(recent.after('production', place - 1)?.map(({id}) => id)).toEqual(['second', 'third'])
  expect(recent.after('production', place)?.map(({id}) => id)).toEqual(['third'])
})

test.each([
  ['an event of another dataset', 'elsewhere#a'],
  ['an event that never was', 'nothing#a'],
  ['one that is too long ago', 'first#a'],
])('does not know %s', (_name, eventId) => {
  const {write, remembering} = open()
  const recent = remembering({maxCommits: 2, maxEntries: 5})
  write('production', 'first', {_id: 'a'})
  write('other', 'elsewhere', {_id: 'a'})
  for (let count = 0; count < 7; count++) write('production', `t${count}`, {_id: 'a', count})

  expect(recent.since('production', eventId)).toBeNull()
  expect(recent.since('production', 't0#a')?.length).toBe(7)
})

test('counts what it remembers in bytes, too', () => {
  const {lake, write, remembering} = open()
  const recent = remembering({maxBytes: 200_000, maxEntries: 0})
  for (let count = 0; count < 10; count++)
    write('production', `t${count}`, {_id: `d${count}`, text: 'x'.repeat(10_000)})

  expect(recent.since('production', 't8#a')?.length).toBe(2)
  expect(recent.since('production', 't0#a')).toBeNull()
  expect(lake.recent.since('production', 't0#a')?.length).toBe(10)
})

test.each([-1, 0.5, 99, Number.NaN])('has no place %j in its log', (sequence) => {
  const {lake} = open()

  expect(lake.recent.after('production', sequence)).toBeNull()
})

function open() {
  const lake = testLake({production: [], other: []})
  const write = (dataset: string, transactionId: string, document: {_id: string; [attribute: string]: unknown}) =>
    lake.commit({
      dataset,
      transactionId,
      author: 'ada',
      mutations: [{createOrReplace: {_type: 'article', ...document}}],
    })
  const remembering = (limits: Partial<RecentLimits>) =>
    rememberCommits(lake.store, {maxCommits: 300, maxBytes: 1e9, maxEntries: 1_000, ...limits})
  return {lake, write, remembering}
}

/** What listeners are told; a wish for visibility is not in the log. */
function comparable(commit: Commit) {
  return {...commit, visibility: undefined}
}
