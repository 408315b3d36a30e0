import {readFileSync} from 'node:fs'

import {expect, test} from 'vitest'

import {parseBibliography} from './parseBibliography'
import type {EntryFormat, ParsedReference} from './parsedEntry'

interface LineCase {
  name: string
  pasted: string
  format: EntryFormat
  reference: ParsedReference
  /** The fields that are no more than likely, and those that are guesses; all others are sure. */
  likely: string[]
  guess: string[]
  problems: string[]
}

const cases = readFileSync(new URL('cases/lines.ndjson', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line): LineCase => JSON.parse(line))

test.each(cases)('$name', ({pasted, format, reference, likely, guess, problems}) => {
  const [entry, ...others] = parseBibliography(pasted)
  const {verbatim: _, ...read} = entry?.reference ?? {}
  const fields = Object.entries(entry?.confidence ?? {})
  const named = (confidence: string) =>
    fields.flatMap(([name, value]) => (value === confidence ? [name] : [])).toSorted()

  expect(others).toEqual([])
  expect({pasted: entry?.pasted, format: entry?.format, reference: read}).toEqual({pasted, format, reference})
  expect({likely: named('likely'), guess: named('guess')}).toEqual({likely: likely.toSorted(), guess: guess.toSorted()})
  expect(entry?.problems).toEqual(problems)
})
