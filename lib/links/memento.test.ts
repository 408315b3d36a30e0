import {expect, test} from 'vitest'

import {checkedAddress} from './checkedAddress'
import {calendarDate, mementoOf} from './memento'

test.each([
  ['https://web.archive.org/web/20260110235959/https://example.org/a?b=c', 'https://example.org/a?b=c', '2026-01-10'],
  ['https://web.archive.org/web/20260110120000id_/http://example.org/', 'http://example.org/', '2026-01-10'],
  ['https://arquivo.pt/wayback/20200229000000/https:/example.org/a', 'https://example.org/a', '2020-02-29'],
  ['https://web.archive.org/web/20261399000000/https://example.org/', 'https://example.org/', null],
])('reads %s', (url, originalUrl, date) => {
  expect(mementoOf(url)).toEqual({originalUrl, date})
})

test.each([
  'https://example.org/2026/01/10/report',
  'https://web.archive.org/web/20260110120000/javascript:alert(1)',
  'https://web.archive.org/web/*/https://example.org',
  'https://perma.cc/AB12-CD34',
  'javascript:/20260110120000/https://example.org',
  null,
])('finds no copy in %s', (url) => {
  expect(mementoOf(url)).toBeNull()
})

test.each([
  ['2026-01-10', '2026-01-10'],
  ['2026-01-10T23:30:00-08:00', '2026-01-10'],
  ['2026-02-30', null],
  ['10 January 2026', null],
  ['', null],
  [null, null],
])('takes the day from %j', (text, date) => {
  expect(calendarDate(text)).toBe(date)
})

test.each([
  [{doi: '10.5555/ABC', url: 'https://example.org'}, 'https://doi.org/10.5555/ABC'],
  [{doi: 'none', url: 'https://example.org'}, 'https://example.org/'],
  [{url: ' https://example.org/a b '}, null],
  [{url: 'ftp://example.org'}, null],
  [{}, null],
])('is led by %j to %j', (reference, address) => {
  expect(checkedAddress(reference)).toBe(address)
})
