import {expect, test} from 'vitest'

import {feedOf, type FeedArticle} from './feedOf'

const SETTINGS = {name: 'Common Measure', tagline: null, language: 'en', citationStyle: 'apa-numbered'}

test('makes an entry of an article', () => {
  expect(feedOf([article({})], SETTINGS, 'https://example.org').entries).toEqual([
    {
      id: 'tag:example.org,2026-03-01:tides',
      title: 'On tides',
      url: 'https://example.org/articles/on%20tides',
      published: '2026-03-01T09:00:00Z',
      updated: '2026-03-01T09:00:00Z',
      authors: ['Ada Lovelace'],
      topics: ['The sea'],
      summary: null,
      content: '',
    },
  ])
})

test('keeps an entry’s id when its address changes, and dates it by its last update', () => {
  const [before, after] = feedOf(
    [article({}), article({slug: 'tides', updatedAt: '2026-04-01T09:00:00Z'})],
    SETTINGS,
    'https://example.org',
  ).entries
  expect(after?.id).toBe(before?.id)
  expect(after?.updated).toBe('2026-04-01T09:00:00Z')
})

function article(overrides: Partial<FeedArticle>): FeedArticle {
  return {
    _id: 'tides',
    title: 'On tides',
    dek: null,
    slug: 'on tides',
    publishedAt: '2026-03-01T09:00:00Z',
    updatedAt: null,
    authors: [{author: {name: 'Ada Lovelace'}}],
    topics: [{title: 'The sea'}],
    furtherReading: [],
    references: [],
    body: [],
    corrections: [],
    ...overrides,
  }
}
