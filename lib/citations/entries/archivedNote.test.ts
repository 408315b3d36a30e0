import {expect, test} from 'vitest'

import {archivedCopyOf} from './archivedCopy'
import {archivedNote} from './archivedNote'

const COPY = 'https://web.archive.org/web/20260110235959/https://example.org/report'

test.each([
  ['en', 'archived January 10, 2026', 'no longer online'],
  ['en-GB', 'archived 10 January 2026', 'no longer online'],
  ['de-AT', 'archiviert am 10. Jänner 2026', 'nicht mehr online'],
  ['fr', 'archivé le 10 janvier 2026', 'n’est plus en ligne'],
  ['es', 'archivado el 10 de enero de 2026', 'ya no está en línea'],
  ['nl', 'gearchiveerd op 10 januari 2026', 'niet meer online'],
  ['it', 'archived January 10, 2026', 'no longer online'],
  ['not a language', 'archived January 10, 2026', 'no longer online'],
])('says when it was archived in %s', (language, label, gone) => {
  expect(archivedNote({url: COPY, date: '2026-01-10'}, language)).toEqual({label, gone})
})

test('says that there is a copy when nobody knows its day', () => {
  expect(archivedNote({url: 'https://perma.cc/AB12-CD34', date: null}).label).toBe('archived copy')
})

test.each([
  ['the day that an editor noted', {url: COPY, capturedAt: '2026-01-09'}, '2026-01-09'],
  ['the day in the archive’s address', {url: COPY, capturedAt: null}, '2026-01-10'],
  ['the day in the address instead of nonsense', {url: COPY, capturedAt: 'yesterday'}, '2026-01-10'],
  ['no day', {url: 'https://perma.cc/AB12-CD34'}, null],
])('takes %s', (_, archive, date) => {
  expect(archivedCopyOf(archive, ['https://example.org/report'])?.date).toBe(date)
})

test.each([
  ['no copy', null],
  ['no address', {capturedAt: '2026-01-10'}],
  ['an address that is none', {url: 'javascript:alert(1)'}],
  ['where the entry leads anyway', {url: 'http://example.org/report/#top'}],
])('offers nothing for %s', (_, archive) => {
  expect(archivedCopyOf(archive, [null, 'https://example.org/report'])).toBeNull()
})
