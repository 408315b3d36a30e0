import {readFileSync} from 'node:fs'

import {expect, test} from 'vitest'

import type {ReferenceRecord} from '@/lib/citations/reference'

import {misses} from './cases/carried'
import {parseLine} from './line/parseLine'

interface EntryCase {
  name: string
  expected: string
  input: Omit<ReferenceRecord, '_id'>
}

const cases = readFileSync(new URL('../citations/cases/apa.ndjson', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line): EntryCase => JSON.parse(line))
  .filter(({input}) => input.title)

test.each([
  ['with its italics', (line: string) => line],
  ['without italics', (line: string) => line.replace(/<\/?i>/g, '')],
  ['with Markdown’s stars', (line: string) => (/<i>[^<]*<i>/.test(line) ? line : line.replace(/<\/?i>/g, '*'))],
])('reads every APA case %s', (_, written) => {
  const missed = cases.flatMap(({name, expected, input}) => {
    const fields = misses(written(expected), input)
    return fields.length > 0 ? [`${name}: ${fields.join(' | ')}`] : []
  })
  expect(missed).toEqual([])
})

test('has nothing to say about an entry that it understands', () => {
  const said = cases.flatMap(({name, expected}) => {
    const problems = parseLine(expected)?.problems ?? []
    return problems.length > 0 ? [`${name}: ${problems.join(' ')}`] : []
  })
  expect(said).toEqual([
    'twenty-one authors: nineteen, an ellipsis and the last: The line leaves out some of the authors (…).',
    'twenty-two authors: nineteen, an ellipsis and the last: The line leaves out some of the authors (…).',
    'title and author in Chinese characters: Taken for an organisation: “费孝通”.',
    'newspaper keeps its name even when it is the author: Taken for an organisation: “The Economist”.',
    'dictionary entry of a corporate author, n.d.: Taken for an organisation: “Merriam-Webster”.',
    'a magazine that is its own author keeps its name beside its pages: Taken for an organisation: “The Economist”.',
    'number of a report written with its label: Taken for an organisation: “FAO”.',
  ])
})
