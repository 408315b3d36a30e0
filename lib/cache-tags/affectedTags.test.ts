import {expect, test} from 'vitest'

import type {Snapshot, WebhookPayload} from '@/lib/webhook/payload'

import {affectedTags} from './affectedTags'

const tides: Snapshot = {slug: 'on-tides', publishedAt: '2026-01-14T09:00:00Z', refs: ['ada', 'sea']}

test.each<[name: string, change: Partial<WebhookPayload>, tags: string[]]>([
  [
    'a new article: its page, the lists, and the pages of those it names',
    {operation: 'create', after: tides},
    ['doc:tides', 'list:article', 'list:article:2026', 'refs:ada', 'refs:sea', 'slug:article:on-tides'],
  ],
  ['an edited text: only what shows the article', {before: tides, after: tides}, ['doc:tides']],
  [
    'an unpublished article: the same as a new one',
    {operation: 'delete', before: tides},
    ['doc:tides', 'list:article', 'list:article:2026', 'refs:ada', 'refs:sea', 'slug:article:on-tides'],
  ],
  [
    'a changed slug: the page under both',
    {before: tides, after: {...tides, slug: 'on-the-tides'}},
    [
      'doc:tides',
      'list:article',
      'list:article:2026',
      'refs:ada',
      'refs:sea',
      'slug:article:on-the-tides',
      'slug:article:on-tides',
    ],
  ],
  [
    'a changed date: every list it is ordered in, and both years',
    {before: tides, after: {...tides, publishedAt: '2025-12-31T09:00:00Z'}},
    [
      'doc:tides',
      'list:article',
      'list:article:2025',
      'list:article:2026',
      'refs:ada',
      'refs:sea',
      'slug:article:on-tides',
    ],
  ],
  [
    'an author added: that author’s page, no list',
    {before: tides, after: {...tides, refs: ['ada', 'emmy', 'sea']}},
    ['doc:tides', 'refs:emmy'],
  ],
  [
    'an author removed: that author’s page, no list',
    {before: tides, after: {...tides, refs: ['sea']}},
    ['doc:tides', 'refs:ada'],
  ],
  [
    'authors in another order: only what shows the article',
    {before: tides, after: {...tides, refs: ['sea', 'ada']}},
    ['doc:tides'],
  ],
  [
    'an article without slug and date',
    {operation: 'create', after: {slug: null, publishedAt: null, refs: null}},
    ['doc:tides', 'list:article'],
  ],
  [
    'an edited author: what shows the author, and the list by name',
    {_id: 'ada', _type: 'author', before: {slug: 'ada'}, after: {slug: 'ada'}},
    ['doc:ada', 'list:author'],
  ],
  [
    'an edited reference: what cites it, its own page, and the library, where it may move',
    {_id: 'polanyi', _type: 'bibliographicReference', before: {}, after: {}},
    ['doc:polanyi', 'list:bibliographicReference'],
  ],
  [
    'a citation added and one removed: the pages of both works, and the library',
    {before: {...tides, cites: ['polanyi', 'sen']}, after: {...tides, cites: ['polanyi', 'ostrom']}},
    ['doc:tides', 'list:bibliographicReference', 'refs:ostrom', 'refs:sen'],
  ],
  [
    'the same citations in other places: only what shows the article',
    {before: {...tides, cites: ['polanyi', 'sen']}, after: {...tides, cites: ['sen', 'polanyi']}},
    ['doc:tides'],
  ],
  [
    'an unpublished page: the works that it cited, and the library',
    {_id: 'about', _type: 'page', operation: 'delete', before: {slug: 'about', cites: ['polanyi']}},
    ['doc:about', 'list:bibliographicReference', 'list:page', 'refs:polanyi', 'slug:page:about'],
  ],
  [
    'a link that died: only the articles that cite its reference',
    {_id: 'dead-link-polanyi', _type: 'deadLink', operation: 'create', after: {}},
    ['doc:polanyi'],
  ],
  [
    'a link that lives again: the same',
    {_id: 'dead-link-polanyi', _type: 'deadLink', operation: 'delete', before: {}},
    ['doc:polanyi'],
  ],
  [
    'what the checker keeps for itself: nothing',
    {_id: 'linkHealth.polanyi', _type: 'linkHealth', before: {}, after: {}},
    [],
  ],
  [
    'the settings, which every page shows',
    {_id: 'settings', _type: 'settings', before: {}, after: {}},
    ['doc:settings'],
  ],
  ['a draft: nothing', {_id: 'drafts.tides', before: tides, after: tides}, []],
  ['a version in a release: nothing', {_id: 'versions.r1.tides', operation: 'create', after: tides}, []],
  [
    'a slug that could break the list of tags in a header',
    {operation: 'create', after: {slug: 'a,doc:settings', publishedAt: null, refs: []}},
    ['doc:tides', 'list:article', 'slug:article:a%2Cdoc%3Asettings'],
  ],
])('%s', (_, change, tags) => {
  expect(affectedTags({_id: 'tides', _type: 'article', operation: 'update', ...change})).toEqual(tags)
})
