import {appendFileSync, mkdtempSync, readFileSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'

import {expect, onTestFinished, test} from 'vitest'

import {logExpiredTags, readExpiredTags} from './tagLog'

test('tells after a restart when each tag expired last', () => {
  const file = temporaryLog()
  logExpiredTags(file, ['doc:tides', 'list:article'], 1000)
  logExpiredTags(file, ['doc:tides'], 2000)

  expect(readExpiredTags(file)).toEqual(
    new Map([
      ['doc:tides', 2000],
      ['list:article', 1000],
    ]),
  )
})

test('knows of no tag before the first one', () => {
  const file = temporaryLog()
  logExpiredTags(file, [], 1000)

  expect(readExpiredTags(file)).toEqual(new Map())
})

test.each(['[3000,"doc:ti', '{}', 'null', '["doc:tides",3000]'])('passes over the damaged line %s', (line) => {
  const file = temporaryLog()
  logExpiredTags(file, ['doc:tides'], 1000)
  appendFileSync(file, `${line}\n`)
  logExpiredTags(file, ['doc:moons'], 2000)

  expect(readExpiredTags(file)).toEqual(
    new Map([
      ['doc:tides', 1000],
      ['doc:moons', 2000],
    ]),
  )
})

test('writes a long log anew with one line a tag', () => {
  const file = temporaryLog()
  appendFileSync(file, '[1000,"doc:tides"]\n'.repeat(6_000))
  appendFileSync(file, '[2000,"doc:tides","doc:moons"]\n')

  const expired = readExpiredTags(file)

  expect(readFileSync(file, 'utf8')).toBe('[2000,"doc:tides"]\n[2000,"doc:moons"]\n')
  expect(readExpiredTags(file)).toEqual(expired)
})

function temporaryLog(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'octavo-tag-log-'))
  onTestFinished(() => rmSync(folder, {recursive: true}))
  return path.join(folder, 'expired-tags.jsonl')
}
