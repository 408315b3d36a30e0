import {expect, test} from 'vitest'

import {referenceTypeHasField, referenceTypes, referenceTypeTitle} from './referenceTypes'

test('asks only for what an entry of the type prints', () => {
  expect(referenceTypeHasField('article-journal', 'issue')).toBe(true)
  expect(referenceTypeHasField('article-journal', 'isbn')).toBe(false)
  expect(referenceTypeHasField('legal_case', 'publisher')).toBe(true)
})

test('hides nothing while the type is unknown', () => {
  expect(referenceTypeHasField(undefined, 'isbn')).toBe(true)
  expect(referenceTypeHasField('song', 'isbn')).toBe(true)
})

test('titles a type in plain words and leaves a foreign one as it is', () => {
  expect(referenceTypeTitle('article-journal')).toBe('Journal article')
  expect(referenceTypeTitle('song')).toBe('song')
})

test('lists no type twice', () => {
  expect(new Set(referenceTypes.map(({value}) => value)).size).toBe(referenceTypes.length)
})
