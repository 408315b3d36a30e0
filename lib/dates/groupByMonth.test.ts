import {expect, test} from 'vitest'

import {groupByMonth, publicationYear} from './groupByMonth'

test('groups by year and month of the time zone, newest first', () => {
  const items = [
    '2025-12-31T23:30:00Z',
    '2025-03-01T12:00:00Z',
    '2026-01-10T12:00:00Z',
    'no date',
    '2025-12-31T12:00:00Z',
  ].map((publishedAt) => ({publishedAt}))

  expect(groupByMonth(items, {timeZone: 'Europe/Vienna'})).toEqual([
    {
      year: '2026',
      months: [
        {
          month: '2026-01',
          title: 'January 2026',
          items: [{publishedAt: '2026-01-10T12:00:00Z'}, {publishedAt: '2025-12-31T23:30:00Z'}],
        },
      ],
    },
    {
      year: '2025',
      months: [
        {month: '2025-12', title: 'December 2025', items: [{publishedAt: '2025-12-31T12:00:00Z'}]},
        {month: '2025-03', title: 'March 2025', items: [{publishedAt: '2025-03-01T12:00:00Z'}]},
      ],
    },
  ])
})

test('has no groups without items', () => {
  expect(groupByMonth([])).toEqual([])
})

test('names the year in which readers saw it appear', () => {
  expect(publicationYear('2025-12-31T23:30:00Z', {timeZone: 'Europe/Vienna'})).toBe('2026')
})
