import {expect, test} from 'vitest'

import {isLanguageTag, isTimeZone, knownLanguage, knownTimeZone} from './locale'

test('knows time zones by their IANA name', () => {
  expect(isTimeZone('Europe/Vienna')).toBe(true)
  expect(isTimeZone('UTC')).toBe(true)
  expect(isTimeZone('Vienna')).toBe(false)
})

test('knows well-formed language tags', () => {
  expect(isLanguageTag('en-GB')).toBe(true)
  expect(isLanguageTag('english language')).toBe(false)
})

test('falls back to UTC and English', () => {
  expect(['Europe/Vienna', 'Vienna', '', null].map(knownTimeZone)).toEqual(['Europe/Vienna', 'UTC', 'UTC', 'UTC'])
  expect(['de-AT', 'english language', '', undefined].map(knownLanguage)).toEqual(['de-AT', 'en', 'en', 'en'])
})
