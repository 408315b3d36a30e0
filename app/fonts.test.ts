import {readdirSync, readFileSync, statSync} from 'node:fs'
import {gzipSync} from 'node:zlib'

import {expect, test} from 'vitest'

const MAX_FONT_BYTES = 90_000
const MAX_STYLE_BYTES = 12_000

test('an article with foreign names in its text loads at most 90 kB of type', () => {
  const paths = [...read('fonts.ts').matchAll(/'(\.{1,2}\/[^']+\.woff2)'/g)].map(([, path]) => path ?? '')
  const usual = paths.filter((path) => !/extended-italic|franklin-extended/.test(path))
  const bytes = usual.reduce((sum, path) => sum + statSync(new URL(path, import.meta.url)).size, 0)

  expect([paths.length, usual.length]).toEqual([6, 4])
  expect(bytes).toBeLessThanOrEqual(MAX_FONT_BYTES)
})

test('the style sheet is at most 12 kB compressed', () => {
  const folder = new URL('../components/styles/', import.meta.url)
  const sheets = readdirSync(folder).filter((name) => name.endsWith('.css'))
  const css = sheets.map((name) => readFileSync(new URL(name, folder), 'utf8')).join('')

  expect(gzipSync(css).byteLength).toBeLessThanOrEqual(MAX_STYLE_BYTES)
})

function read(name: string): string {
  return readFileSync(new URL(name, import.meta.url), 'utf8')
}
