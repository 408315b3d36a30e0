import {expect, test} from 'vitest'

import {createSlowTexts} from './slowTexts.ts'

test('remembers a query that was not answered in time, for a minute', () => {
  let now = 0
  const slow = createSlowTexts(() => now)

  expect(slow.state('*')).toBe(null)
  slow.failed('*')
  expect(slow.state('*')).toBe('slow')
  now = 60_001
  expect(slow.state('*')).toBe(null)
})

test('gives a query that has become fast one more chance, and no third one', () => {
  let now = 0
  const slow = createSlowTexts(() => now)

  slow.failed('*')
  slow.succeeded('*', false)
  expect(slow.state('*')).toBe('promising')
  slow.failed('*')
  expect(slow.state('*')).toBe('hopeless')
  slow.succeeded('*', false)
  now = 500_000
  expect(slow.state('*')).toBe('hopeless')
})

test('forgets a query that has used its chance', () => {
  const slow = createSlowTexts(() => 0)

  slow.failed('*')
  slow.succeeded('*', false)
  slow.succeeded('*', true)

  expect(slow.state('*')).toBe(null)
})

test('tells long texts apart', () => {
  const slow = createSlowTexts(() => 0)
  const long = 'x'.repeat(60_000)

  slow.failed(`${long}a`)

  expect([slow.state(`${long}a`), slow.state(`${long}b`)]).toEqual(['slow', null])
})
