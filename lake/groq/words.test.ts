import {expect, test} from 'vitest'

import type {LakeDocument} from '../documents/document.ts'

import {hasWords, termsOf, wordsFor} from './words.ts'

test.each([
  ['public tides', true],
  ['PUBLIC', true],
  ['ti*s', true],
  ['ide', false],
  ['tides moons', false],
  ['marked', true],
  ['mar', true],
  ['a-1', true],
  ['article', true],
  ['k0', false],
])('knows whether a document has words for %j', (pattern, expected) => {
  expect(hasWords(document(), termsOf(pattern))).toBe(expected)
})

test('lists the words of texts that a term is about, as often as they occur', () => {
  expect(wordsFor(document(), termsOf('public t*'))).toEqual(['Public', 'tides', 'public', 'public'])
})

test('finds a word that was first seen after its term', () => {
  expect(hasWords(document(), ['novel*'])).toBe(false)

  expect(hasWords({...document(), title: 'novelties'}, ['novel*'])).toBe(true)
})

function document(): LakeDocument {
  return {
    _id: 'a-1',
    _type: 'article',
    _rev: 'r',
    _createdAt: '2026-01-01T00:00:00Z',
    _updatedAt: '2026-01-01T00:00:00Z',
    title: 'Public tides',
    tags: ['public', {name: 'public'}],
    body: [{_type: 'block', _key: 'k0', children: ['mar', 'ked'].map((text) => ({_type: 'span', text}))}],
  }
}
