import {readFileSync} from 'node:fs'
import {expect, test} from 'vitest'

import type {ReferenceRecord} from '@/lib/citations/reference'
import {referenceTypes} from '@/lib/citations/referenceTypes'
import {CHICAGO_STYLE, MLA_STYLE} from '@/lib/citations/styles/exportStyles'

import {formatEntry} from './formatEntry'

interface EntryCase {
  name: string
  /** The entry with its italics; links are written as bare addresses. */
  expected: string
  /** `en-US` unless told. */
  language?: string
  input: Omit<ReferenceRecord, '_id'>
}

test.each(cases('apa'))('APA: $name', ({input, expected, language}) => {
  expect(withoutLinks(formatEntry({_id: 'reference', ...input}, {language}).html)).toBe(escaped(expected))
})

test.each(cases('vancouver'))('Vancouver: $name', ({input, expected, language}) => {
  expect(withoutLinks(formatEntry({_id: 'reference', ...input}, {style: 'vancouver', language}).html)).toBe(
    escaped(expected),
  )
})

test.each(cases('harvard'))('Harvard: $name', ({input, expected, language}) => {
  expect(withoutLinks(formatEntry({_id: 'reference', ...input}, {style: 'harvard', language}).html)).toBe(
    escaped(expected),
  )
})

test.each(cases('mla'))('MLA: $name', ({input, expected}) => {
  expect(withoutLinks(formatEntry({_id: 'reference', ...input}, {style: MLA_STYLE}).html)).toBe(escaped(expected))
})

test.each(cases('chicago'))('Chicago: $name', ({input, expected}) => {
  expect(withoutLinks(formatEntry({_id: 'reference', ...input}, {style: CHICAGO_STYLE}).html)).toBe(escaped(expected))
})

test.each(['mla', 'chicago'])('every type of reference has a case in %s', (style) => {
  const types = cases(style).map(({input}) => input.type)
  expect(referenceTypes.filter(({value}) => !types.includes(value))).toEqual([])
})

test('prints an edited reference anew under the same id', () => {
  expect(formatEntry(book({title: 'Salt'})).text).toBe('Ross, T. (2010). Salt.')
  expect(formatEntry(book({title: 'Pepper'})).text).toBe('Ross, T. (2010). Pepper.')
})

test('prints the same whatever was printed before', () => {
  const records = ['Salt', 'Pepper', 'Vinegar'].map((title) => book({_id: title, title}))
  const forwards = records.map((record) => formatEntry({...record, publisher: 'A'}).text)
  const backwards = records.toReversed().map((record) => formatEntry({...record, publisher: 'B'}).text)
  expect(backwards.toReversed()).toEqual(forwards.map((entry) => entry.replace('A.', 'B.')))
})

test('names the author of a second work in full and gives its year no letter', () => {
  const entries = [book({_id: 'a', title: 'Salt'}), book({_id: 'b', title: 'Sand'})].map(
    (record) => formatEntry(record).text,
  )
  expect(entries).toEqual(['Ross, T. (2010). Salt.', 'Ross, T. (2010). Sand.'])
})

test.each([
  ['en', 'The myth of “progress.” (n.d.).'],
  ['en-GB', 'The myth of ‘progress’. (n.d.).'],
  ['xx', 'The myth of “progress.” (n.d.).'],
  ['de-AT', 'The myth of „progress“. (o.\u00a0J.).'],
  ['fr', 'The myth of «\u00a0progress\u00a0». (s.\u00a0d.).'],
])('writes quotation marks and terms in %s', (language, text) => {
  expect(formatEntry({_id: 'a', type: 'book', title: 'The myth of "progress"'}, {language}).text).toBe(text)
})

test.each([
  ['en-GB', 'Ross, Tim. “Salt.” <i>Matter</i>, 3 May 2010.', 'Ross, Tim. “Salt.” <i>Matter</i>, May 3, 2010.'],
  ['de', 'Ross, Tim. „Salt“. <i>Matter</i>, 3. Mai 2010.', 'Ross, Tim. „Salt“. <i>Matter</i>, 3. Mai 2010.'],
])(
  'MLA and Chicago are American in any English, and use the terms of other languages: %s',
  (language, mla, chicago) => {
    const issued = {status: 'dated', year: 2010, month: 5, day: 3}
    const reference = book({type: 'article-magazine', title: 'Salt', containerTitle: 'Matter', issued})
    expect([MLA_STYLE, CHICAGO_STYLE].map((style) => formatEntry(reference, {style, language}).html)).toEqual([
      mla,
      chicago,
    ])
  },
)

test('gives the plain text of the markup', () => {
  const reference = book({title: 'Salt & <i>pepper</i>', url: 'https://example.org/?a=1&b=2'})
  expect(formatEntry(reference)).toEqual({
    html: 'Ross, T. (2010). <i>Salt &amp; <i>pepper</i></i>. <a href="https://example.org/?a=1&amp;b=2">https://example.org/?a=1&amp;b=2</a>',
    text: 'Ross, T. (2010). Salt & pepper. https://example.org/?a=1&b=2',
  })
})

function book(overrides: Partial<ReferenceRecord>): ReferenceRecord {
  const author = [{_type: 'person', family: 'Ross', given: 'Tim'}]
  return {_id: 'reference', type: 'book', author, issued: {status: 'dated', year: 2010}, ...overrides}
}

function escaped(expected: string): string {
  return expected.replace(/&/g, '&amp;')
}

function withoutLinks(html: string): string {
  return html.replace(/<\/?a\b[^>]*>/g, '')
}

function cases(style: string): EntryCase[] {
  const lines = readFileSync(new URL(`../cases/${style}.ndjson`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
  return lines.map((line): EntryCase => JSON.parse(line))
}
