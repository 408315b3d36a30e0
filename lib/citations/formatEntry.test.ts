import {readFileSync} from 'node:fs'

import {expect, test} from 'vitest'

import {formatEntry} from './formatEntry'
import type {ReferenceRecord} from './reference'

interface EntryCase {
  name: string
  /** The entry with its italics; links are written as bare addresses. */
  expected: string
  input: Omit<ReferenceRecord, '_id'>
}

test.each(cases('apa'))('APA: $name', ({input, expected}) => {
  expect(withoutLinks(formatEntry({_id: 'reference', ...input}).html)).toBe(expected.replace(/&/g, '&amp;'))
})

function withoutLinks(html: string): string {
  return html.replace(/<\/?a\b[^>]*>/g, '')
}

function cases(style: string): EntryCase[] {
  const lines = readFileSync(new URL(`cases/${style}.ndjson`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
  return lines.map((line): EntryCase => JSON.parse(line))
}
