import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'

import {afterEach, beforeEach, expect, test} from 'vitest'

import {digestSources} from './sources'

let root = ''

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'octavo-sources-'))
  mkdirSync(path.join(root, 'app', 'articles'), {recursive: true})
  writeFileSync(path.join(root, 'app', 'articles', 'page.tsx'), 'one')
  writeFileSync(path.join(root, 'next.config.ts'), 'config')
})

afterEach(() => rmSync(root, {recursive: true, force: true}))

test('stays the same while nothing that a build reads changes', () => {
  const before = digestSources(root, {LAKE_URL: 'a'})
  writeFileSync(path.join(root, 'app', 'articles', 'page.test.tsx'), 'a test')
  mkdirSync(path.join(root, 'e2e'))
  writeFileSync(path.join(root, 'e2e', 'reader.spec.ts'), 'a browser test')

  expect(digestSources(root, {LAKE_URL: 'a'})).toBe(before)
})

test.each([
  ['a source deep in a folder', 'app/articles/page.tsx'],
  ['a file beside the folders', 'next.config.ts'],
  ['a new file', 'app/layout.tsx'],
])('changes with %s', (_, file) => {
  const before = digestSources(root, {})
  writeFileSync(path.join(root, file), 'two')

  expect(digestSources(root, {})).not.toBe(before)
})

test('changes with a variable that the build bakes in', () => {
  expect(digestSources(root, {LAKE_URL: 'a'})).not.toBe(digestSources(root, {LAKE_URL: 'b'}))
})
