import {expect, test} from 'vitest'

import {createLog, levels, type Level} from './log'

test.each<[Level, string[]]>([
  ['error', ['error']],
  ['warn', ['error', 'warn']],
  ['info', ['error', 'warn', 'info']],
  ['debug', ['error', 'warn', 'info', 'debug']],
])('writes at level %s what is as grave or graver', (level, written) => {
  const {log, lines} = capture(level)
  for (const name of levels) log[name]('event', {name})
  expect(lines().map((line) => line.level)).toEqual(written)
})

test('writes one JSON line for each event, with its time', () => {
  const {log, texts} = capture('info')
  log.info('listening', {port: 3334, message: 'two\nlines', nested: {list: [1n, null, true]}})
  expect(texts).toEqual([
    '{"time":"2026-11-23T00:00:00.000Z","level":"info","event":"listening","port":3334,"message":"two\\nlines","nested":{"list":[1,null,true]}}',
  ])
})

test('leaves secrets out, wherever they are', () => {
  const {log, texts} = capture('debug')
  const cause = new Error('sent Bearer canary-1 for canary-2@example.org')
  log.error('fault', {
    token: 'canary-3',
    sanityWebhookSecret: 'canary-4',
    headers: {Authorization: 'canary-5', cookie: 'canary-6', 'set-cookie': 'canary-7', accept: 'text/html'},
    user: {email: 'canary-8', password: 'canary-9', id: 'u1'},
    message: 'ada.canary-10@example.org asked with bearer canary-11',
    error: new Error('failed', {cause}),
  })
  expect(texts.join('')).not.toContain('canary')
  expect(texts.join('')).toContain('text/html')
  expect(texts.join('')).toContain('u1')
})

test('cuts off long texts, deep objects and long stacks', () => {
  const {log, lines} = capture('info')
  const deep: Record<string, unknown> = {}
  deep.deep = deep
  log.info('event', {long: 'x'.repeat(5000), deep, error: new Error('e')})
  const [line] = lines()
  expect(line.long).toHaveLength(2001)
  expect(JSON.stringify(line.deep).length).toBeLessThan(100)
  expect(line.error.stack.length).toBeLessThanOrEqual(12)
})

function capture(level: Level) {
  const texts: string[] = []
  const log = createLog({level, write: (line) => texts.push(line), now: () => Date.UTC(2026, 10, 23)})
  return {log, texts, lines: () => texts.map((line) => JSON.parse(line))}
}
