import {mkdtempSync, readdirSync, readFileSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'

import {expect, onTestFinished, test} from 'vitest'

import {openLogFile} from './logFile'

test('keeps the newest lines in files of bounded number and size', () => {
  const folder = newFolder()
  const file = path.join(folder, 'lake.log')
  for (const names of [range(0, 50), range(50, 100)]) {
    const write = openLogFile(file, {maxBytes: 100, kept: 2})
    for (const name of names) write(`line ${name}`)
  }
  expect(readdirSync(folder).sort()).toEqual(['lake.log', 'lake.log.1', 'lake.log.2'])
  const texts = ['lake.log.2', 'lake.log.1', 'lake.log'].map((name) => readFileSync(path.join(folder, name), 'utf8'))
  for (const text of texts) expect(text.length).toBeLessThanOrEqual(100)
  const lines = texts.join('').trim().split('\n')
  expect(lines).toEqual(range(100 - lines.length, 100).map((n) => `line ${n}`))
  expect(lines.length).toBeGreaterThan(20)
})

test('writes a line that is longer than a whole file', () => {
  const file = path.join(newFolder(), 'lake.log')
  const write = openLogFile(file, {maxBytes: 10, kept: 1})
  write('x'.repeat(50))
  write('short')
  expect(readFileSync(file, 'utf8')).toBe('short\n')
})

test('goes on when a line cannot be written', () => {
  const write = openLogFile('/dev/null/lake.log')
  expect(() => write('line')).not.toThrow()
})

function range(from: number, to: number): number[] {
  return Array.from({length: to - from}, (_, n) => from + n)
}

function newFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'octavo-log-'))
  onTestFinished(() => rmSync(folder, {recursive: true, force: true}))
  return folder
}
