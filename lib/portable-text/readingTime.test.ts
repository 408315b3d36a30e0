import {expect, test} from 'vitest'

import {block, citation, figure, footnote, heading} from './portableText.fixture'
import {countWords, readingLabel, readingMinutes, readingTime} from './readingTime'

test('counts text, headings, quotations, notes and callouts with their titles, and nothing else', () => {
  const body = [
    heading('h1', 'h2', 'One two'),
    block('p1', 'three ', footnote('n1', 'four five'), 'six', citation('c1', 'a')),
    heading('q1', 'blockquote', 'seven'),
    {_type: 'callout', _key: 'k1', title: 'Ten', text: [block('p2', 'eight nine')]},
    {_type: 'pullQuote', _key: 'q2', text: 'eleven'},
    figure('f1', 'a caption', footnote('n2', 'and its note')),
    {_type: 'code', _key: 'x1', code: 'let it = be'},
    {_type: 'table', _key: 't1', caption: 'Prices', rows: [{_key: 'r1', cells: ['many words here']}]},
  ]
  expect(readingTime(body)).toEqual({words: 11, minutes: 1, label: '1 min read'})
})

test('says that 1,500 words take 6 minutes', () => {
  expect(readingTime([block('p1', 'word '.repeat(1500))])).toEqual({words: 1500, minutes: 6, label: '6 mins read'})
})

test.each([
  [0, 1],
  [238, 1],
  [356, 1],
  [357, 2],
  [2380, 10],
])('reads %i words in %i min', (words, minutes) => {
  expect(readingMinutes(words)).toBe(minutes)
})

test.each([
  [1, '1 min read'],
  [2, '2 mins read'],
])('labels %i', (minutes, label) => {
  expect(readingLabel(minutes)).toBe(label)
})

test.each([
  ['', 'en', 0],
  ['Don’t stop: it’s 3,000 km away.', 'en', 6],
  ['a b', 'not a language', 2],
])('counts the words of %j', (text, language, words) => {
  expect(countWords(text, language)).toBe(words)
})

test('counts words in scripts without spaces', () => {
  expect(countWords('我们在河边走路', 'zh')).toBeGreaterThan(2)
})
