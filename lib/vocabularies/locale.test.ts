import {expect, test} from 'vitest'

import {isLanguageTag, isTimeZone} from './locale'

test('knows time zones by their IANA name', () => {
  expect(isTimeZone('Europe/Vienna')).toBe(true)
  expect(isTimeZone('UTC')).toBe(true)
  expect(isTimeZone('Vienna')).toBe(false)
})

test('knows well-formed language tags', () => {
  expect(isLanguageTag('en-GB')).toBe(true)
  expect(isLanguageTag('english language')).toBe(false)
})
