import {existsSync, readFileSync, statSync} from 'node:fs'
import path from 'node:path'

import {expect, test} from 'vitest'
import {z} from 'zod'

import {DEFAULT_PROJECTION} from '@/lake/webhooks/delta'
import {WEBHOOK_FILTER, WEBHOOK_PROJECTION} from '@/lib/webhook/payload'

const root = path.resolve(import.meta.dirname, '..')
const readme = readFileSync(path.join(root, 'README.md'), 'utf8')

test('names only commands that exist', () => {
  const {scripts} = z
    .object({scripts: z.record(z.string(), z.string())})
    .parse(JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')))
  const named = [...readme.matchAll(/`(?:\w+=\w+ )?npm (?:run )?(\w+)/g)].map(([, name]) => name)

  expect(named.length).toBeGreaterThan(5)
  expect(named.filter((name = '') => !(name in scripts))).toEqual([])
})

test('names only files that exist', () => {
  const rows = [...readme.matchAll(/^\| (`[^|]+) \|/gm)].flatMap(([, cell = '']) => cell.split(', '))
  const files = rows.map((row) => row.replaceAll('`', '')).filter((row) => row.includes('/'))
  const pictures = [...readme.matchAll(/!\[[^\]]+\]\(([^)]+)\)/g)].map(([, file = '']) => file)

  expect(files.length).toBeGreaterThan(10)
  expect([...files, ...pictures].filter((file) => !existsSync(path.join(root, file)))).toEqual([])
})

test.each(['README.md', 'seed/README.md'])('%s imports a file, because Sanity’s command takes no folder', (file) => {
  const text = readFileSync(path.join(root, file), 'utf8')
  const sources = [...text.matchAll(/sanity dataset import (\S+)/g)].map(([, source = '']) => path.join(root, source))

  expect(sources).toHaveLength(1)
  expect(sources.filter((source) => !statSync(source).isFile())).toEqual([])
})

test.each([
  ['filter', WEBHOOK_FILTER],
  ['projection', WEBHOOK_PROJECTION],
])('quotes the webhook’s %s as the site expects it', (_, groq) => {
  expect(withoutSpace(readme)).toContain(withoutSpace(groq))
})

test('the lake announces changes as the site expects them', () => {
  expect(withoutSpace(DEFAULT_PROJECTION)).toBe(withoutSpace(WEBHOOK_PROJECTION))
})

function withoutSpace(text: string): string {
  return text.replaceAll(/\s+/g, '')
}
