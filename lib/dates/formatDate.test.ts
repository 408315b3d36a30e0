import {expect, test} from 'vitest'

import {formatDate, formatMonth, machineDate, machineInstant} from './formatDate'

const NEW_YEARS_EVE = '2025-12-31T23:30:00Z'

test.each([
  [{}, 'December 31, 2025', '2025-12-31'],
  [{timeZone: 'Europe/Vienna', language: 'en'}, 'January 1, 2026', '2026-01-01'],
  [{timeZone: 'Europe/Vienna', language: 'en-GB'}, '1 January 2026', '2026-01-01'],
  [{timeZone: 'America/New_York', language: 'de'}, '31. Dezember 2025', '2025-12-31'],
  [{timeZone: 'Pacific/Kiritimati', language: 'fr'}, '1 janvier 2026', '2026-01-01'],
  [{timeZone: 'Mars/Base', language: 'not a language'}, 'December 31, 2025', '2025-12-31'],
  [{timeZone: null, language: null}, 'December 31, 2025', '2025-12-31'],
])('writes an instant for %j', (settings, text, day) => {
  expect([formatDate(NEW_YEARS_EVE, settings), machineDate(NEW_YEARS_EVE, settings)]).toEqual([text, day])
})

test('keeps a plain date on the day that it names', () => {
  const settings = {timeZone: 'America/Los_Angeles', language: 'en'}
  expect([formatDate('2026-01-10', settings), machineDate('2026-01-10', settings)]).toEqual([
    'January 10, 2026',
    '2026-01-10',
  ])
})

test('names the month', () => {
  expect(formatMonth(NEW_YEARS_EVE, {timeZone: 'Europe/Vienna'})).toBe('January 2026')
})

test('writes the instant in UTC', () => {
  expect(machineInstant('2026-01-10T01:30:00+02:00')).toBe('2026-01-09T23:30:00.000Z')
})

test.each(['', 'yesterday', '2026-13-01'])('is empty for %j', (value) => {
  expect([formatDate(value), formatMonth(value), machineDate(value), machineInstant(value)]).toEqual(['', '', '', ''])
})
