import {expect, test} from 'vitest'

import {textOf} from '@/lib/manuscripts/body'
import {countedKeys, read} from '@/lib/manuscripts/html/manuscript.fixture'
import {plainTextHtml} from '@/lib/manuscripts/html/plainTextHtml'

import {articleOf} from './articleOf'
import {readByline} from './byline'
import {readFrontMatter} from './frontMatter'
import {writtenDate} from './writtenDate'

test.each([
  ['a heading', '<h1>Tides</h1><p>By Ada Lovelace</p><p>March 12, 2026</p><p>Text.</p>'],
  [
    'Word’s styles',
    '<p class=MsoTitle>Tides</p><p class=MsoAuthor>Ada Lovelace</p><p class=MsoDate>12 March 2026</p><p>Text.</p>',
  ],
  ['a first line', '<p>Tides</p><p>By Ada Lovelace | 12th of March, 2026</p><p>Text.</p>'],
  ['a line for each', '<p><b>Tides</b></p><p>By Ada Lovelace<br>Published on 12 March 2026</p><p>Text.</p>'],
])('finds title, byline and date in %s', (_name, html) => {
  const article = articleOf(read(html), {}, countedKeys())
  expect(article).toMatchObject({
    title: 'Tides',
    authors: ['Ada Lovelace'],
    date: '2026-03-12',
    body: [{children: [{text: 'Text.'}]}],
  })
})

test('sets headings right without the title', () => {
  const {title, body} = articleOf(read('<h1>Tides</h1><h2>One</h2><h3>Two</h3><p>x</p>'), {}, countedKeys())
  expect([title, ...body.map((member) => member._type === 'block' && member.style)]).toEqual([
    'Tides',
    'h2',
    'h3',
    'normal',
  ])
})

test('does not take a first paragraph or one of several headings for a title', () => {
  expect(articleOf(read('<p>It was a dark night, and it rained.</p><p>x</p>'), {}, countedKeys()).title).toBeNull()
  expect(articleOf(read('<h2>One</h2><p>x</p><h2>Two</h2>'), {}, countedKeys()).title).toBeNull()
})

test('prefers what the file states, and prints its title once', () => {
  const stated = {title: 'Tides', authors: ['Emmy Noether'], date: '2025-01-02'}
  const article = articleOf(read('<h1>TIDES</h1><p>By Ada Lovelace</p><p>x</p>'), stated, countedKeys())
  expect(article).toMatchObject({...stated, body: [{children: [{text: 'x'}]}]})
})

test.each([
  [
    'a section',
    '<h2>About the authors</h2><p>Ada Lovelace counts. <a href="https://example.org">More</a></p><p>Emmy Noether proves.</p>',
  ],
  [
    'last paragraphs',
    '<p>Ada Lovelace is a mathematician. <a href="https://example.org">More</a></p><p>Emmy Noether, her friend, teaches.</p>',
  ],
])('gives each author the biography in %s', (_name, html) => {
  const stated = {title: 'Tides', authors: ['Ada Lovelace', 'Emmy Noether']}
  const {biographies, body} = articleOf(read(`<p>Ada Lovelace was right.</p><p>x</p>${html}`), stated, countedKeys())
  expect(biographies.map(({name, text}) => [name, text.length])).toEqual([
    ['Ada Lovelace', 1],
    ['Emmy Noether', 1],
  ])
  expect(body.map((member) => member._type === 'block' && textOf(member))).toEqual(['Ada Lovelace was right.', 'x'])
})

test.each([
  ['By Ada Lovelace', ['Ada Lovelace']],
  ['by Jan van der Berg, María José Ruiz, and O’Neil, Jr.', null],
  ['By Jan van der Berg, María José Ruiz and Emmy Noether', ['Jan van der Berg', 'María José Ruiz', 'Emmy Noether']],
  ['By the river there was a house', null],
  ['By Ada', null],
])('reads the byline %s', (line, names) => {
  expect(readByline(line)).toEqual(names)
})

test.each([
  ['2026-03-12', '2026-03-12'],
  ['2026-03-12T10:00:00Z', '2026-03-12'],
  ['Thursday, 12 March 2026', '2026-03-12'],
  ['Sept. 3rd, 2026', '2026-09-03'],
  ['31 February 2026', null],
  ['12/03/2026', null],
  ['March 2026', null],
  ['On 12 March 2026 it rained', null],
])('reads the date %s', (line, date) => {
  expect(writtenDate(line)).toBe(date)
})

test('reads flat front matter, and says what it did not read', () => {
  const source =
    '\ufeff---\r\ntitle: "On: tides"\r\nauthors:\r\n  - Ada Lovelace # the first\r\n  - \'Emmy\'\'s\'\r\ntopics: [a, "b, c"]\r\n# no\r\nempty:\r\n{odd}\r\n---\r\nText'
  const {fields, unread, text} = readFrontMatter(source)
  expect([...fields]).toEqual([
    ['title', ['On: tides']],
    ['authors', ['Ada Lovelace', "Emmy's"]],
    ['topics', ['a', 'b, c']],
    ['empty', []],
  ])
  expect({unread, text}).toEqual({unread: ['{odd}'], text: 'Text'})
  expect(readFrontMatter('---\nno end').fields.size).toBe(0)
})

test.each([
  ['one\ntwo', '<p>one<br>two</p>'],
  ['<b> & "x"', '<p>&lt;b&gt; &amp; "x"</p>'],
  ['* one\n* two', '<ul><li>one</li><li>two</li></ul>'],
  ['1. one\n2) two', '<ol><li>one</li><li>two</li></ol>'],
  [
    `${'long '.repeat(12)}\nshort\n\n${'long '.repeat(12)}\nshort`,
    `<p>${'long '.repeat(12)}short</p>\n<p>${'long '.repeat(12)}short</p>`,
  ],
])('reads plain text %j', (text, html) => {
  expect(plainTextHtml(text)).toBe(html)
})
