import {expect, test} from 'vitest'

import {createKnownTexts} from './knownTexts.ts'

test('remembers a query that was not answered in time, for a minute', () => {
  let now = 0
  const texts = createKnownTexts(() => now)

  expect(texts.state('*')).toBe(null)
  texts.failed('*')
  expect(texts.state('*')).toBe('slow')
  now = 60_001
  expect(texts.state('*')).toBe(null)
})

test('gives a query that has become fast one more chance, and no third one', () => {
  let now = 0
  const texts = createKnownTexts(() => now)

  texts.failed('*')
  texts.succeeded('*', false)
  expect(texts.state('*')).toBe('promising')
  texts.failed('*')
  expect(texts.state('*')).toBe('hopeless')
  texts.succeeded('*', false)
  now = 500_000
  expect(texts.state('*')).toBe('hopeless')
})

test('takes a query for fast that has used its chance', () => {
  const texts = createKnownTexts(() => 0)

  texts.failed('*')
  texts.succeeded('*', false)
  texts.succeeded('*', true)

  expect(texts.state('*')).toBe('fast')
})

test('tells long texts apart', () => {
  const texts = createKnownTexts(() => 0)
  const long = 'x'.repeat(60_000)

  texts.failed(`${long}a`)

  expect([texts.state(`${long}a`), texts.state(`${long}b`)]).toEqual(['slow', null])
})

test('takes a fast query for slow when it is late three times in a row', () => {
  const texts = createKnownTexts(() => 0)
  const late = (times: number) => {
    for (let time = 0; time < times; time++) texts.failed('*')
    return texts.state('*')
  }

  texts.succeeded('*', true)
  expect(late(2)).toBe('fast')
  texts.succeeded('*', true)
  expect([late(2), late(1)]).toEqual(['fast', 'slow'])
})
