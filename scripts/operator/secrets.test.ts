import {mkdtempSync, readFileSync, rmSync, statSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'

import {afterEach, beforeEach, expect, test} from 'vitest'

import {readSecrets} from './secrets'

let folder = ''

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'octavo-secrets-'))
})

afterEach(() => rmSync(folder, {recursive: true, force: true}))

test('makes different secrets once, and keeps them', () => {
  const first = readSecrets(folder)

  expect(new Set(Object.values(first)).size).toBe(3)
  expect(readSecrets(folder)).toEqual(first)
})

test('lets nobody but the owner read the file', () => {
  readSecrets(folder)

  expect(statSync(path.join(folder, 'secrets.json')).mode & 0o077).toBe(0)
})

test('names a damaged file and what to do with it', () => {
  const file = path.join(folder, 'secrets.json')
  writeFileSync(file, '{"SANITY_API_READ')

  expect(() => readSecrets(folder)).toThrow(`${file} is damaged. Delete it and start again`)
  expect(readFileSync(file, 'utf8')).toBe('{"SANITY_API_READ')
})
