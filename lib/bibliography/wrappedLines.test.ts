import {readFileSync} from 'node:fs'

import {expect, test} from 'vitest'

import {splitCitations} from './split/splitCitations'

const entries = readFileSync(new URL('../citations/cases/apa.ndjson', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line): string => JSON.parse(line).expected.replace(/<[^<>]*>/g, ''))
  .filter((entry) => entry.length < 400)

const wrapped = (width: number, indent: string) => (entry: string) => wrap(entry, width, indent)

test.each([
  ['one a line', (entry: string) => entry, '\n'],
  ['one a line, with blank lines', (entry: string) => entry, '\n\n'],
  ['wrapped at 72 with blank lines', wrapped(72, ''), '\n\n'],
  ['wrapped at 100 with blank lines', wrapped(100, ''), '\n\n'],
  ['wrapped at 72 with hanging indents', wrapped(72, '    '), '\n'],
  ['wrapped at 72 with hanging tabs', wrapped(72, '\t'), '\n'],
  ['wrapped at 80, numbered', (entry: string, index: number) => wrap(`${index + 1}. ${entry}`, 80, ''), '\n'],
  [
    'wrapped at 80, numbered in brackets',
    (entry: string, index: number) => wrap(`[${index + 1}] ${entry}`, 80, '    '),
    '\n',
  ],
  ['wrapped at 64, bulleted', (entry: string) => wrap(`• ${entry}`, 64, '  '), '\n'],
  ['wrapped at 90, neither indented nor spaced', wrapped(90, ''), '\n'],
] as const)('finds the entries %s', (_, written, glue) => {
  const found = splitCitations(entries.map((entry, index) => written(entry, index)).join(glue)).map(({text}) => text)
  expect(found.filter((text) => !entries.includes(text))).toEqual([])
  expect(found).toEqual(entries)
})

function wrap(entry: string, width: number, indent: string): string {
  const lines: string[] = []
  for (const word of entry.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + 1 + word.length <= width) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(last === undefined ? word : `${indent}${word}`)
  }
  return lines.join('\n')
}
