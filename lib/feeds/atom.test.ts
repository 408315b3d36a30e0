import {expect, test} from 'vitest'

import {notWellFormed} from '@/lib/xml/notWellFormed'

import {atomFeed, type AtomEntry, type AtomFeed} from './atom'

test('writes what RFC 4287 asks of a feed and of each entry', () => {
  expect(atomFeed(feed({entries: [entry({})]}))).toBe(`<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
<id>https://example.org/</id>
<title>Common Measure</title>
<subtitle>Essays with sources</subtitle>
<link rel="alternate" type="text/html" href="https://example.org/"/>
<link rel="self" type="application/atom+xml" href="https://example.org/feed.xml"/>
<updated>2026-03-02T09:00:00Z</updated>
<author><name>Common Measure</name></author>
<entry>
<id>tag:example.org,2026-03-01:tides</id>
<title>On tides</title>
<link rel="alternate" type="text/html" href="https://example.org/articles/on-tides"/>
<published>2026-03-01T09:00:00Z</published>
<updated>2026-03-02T09:00:00Z</updated>
<author><name>Ada Lovelace</name></author>
<category term="The sea"/>
<summary>Why the sea comes back.</summary>
<content type="html">&lt;p&gt;Twice a day.&lt;/p&gt;</content>
</entry>
</feed>
`)
})

test('is as new as its newest change, and has a date without entries', () => {
  const entries = [entry({updated: '2026-03-02T09:00:00Z'}), entry({updated: '2026-05-01T09:00:00Z'})]
  expect(atomFeed(feed({entries}))).toContain('\n<updated>2026-05-01T09:00:00Z</updated>\n<author>')
  expect(atomFeed(feed({entries: [], subtitle: null}))).toContain('<updated>1970-01-01T00:00:00Z</updated>')
})

test.each([
  '</title><script>alert(1)</script>',
  ']]>',
  '"><x a="',
  '&amp; &nbsp; &#0;',
  '\u0000\u0008\u000B\uFFFE\ud800',
  'a\u{1F30A}b',
])('keeps %j inside its element', (hostile) => {
  const texts = {id: hostile, title: hostile, url: hostile, summary: hostile, content: hostile}
  const xml = atomFeed(
    feed({
      title: hostile,
      subtitle: hostile,
      language: hostile,
      entries: [entry({...texts, authors: [hostile], topics: [hostile]})],
    }),
  )
  expect(notWellFormed(xml)).toBeNull()
  expect(xml.match(/<[a-z]+/g)).toEqual(atomFeed(feed({entries: [entry({})]})).match(/<[a-z]+/g))
  expect([...xml].filter((character) => character < ' ' && character !== '\n')).toEqual([])
  expect(xml).not.toMatch(/[\uFFFE\uFFFF]/)
  expect(xml.isWellFormed()).toBe(true)
})

function feed(overrides: Partial<AtomFeed>): AtomFeed {
  return {
    id: 'https://example.org/',
    title: 'Common Measure',
    subtitle: 'Essays with sources',
    language: 'en',
    url: 'https://example.org/',
    selfUrl: 'https://example.org/feed.xml',
    entries: [],
    ...overrides,
  }
}

function entry(overrides: Partial<AtomEntry>): AtomEntry {
  return {
    id: 'tag:example.org,2026-03-01:tides',
    title: 'On tides',
    url: 'https://example.org/articles/on-tides',
    published: '2026-03-01T09:00:00Z',
    updated: '2026-03-02T09:00:00Z',
    authors: ['Ada Lovelace'],
    topics: ['The sea'],
    summary: 'Why the sea comes back.',
    content: '<p>Twice a day.</p>',
    ...overrides,
  }
}
