import {expect, test} from 'vitest'

import {clientOf, testLake} from '@/test-support/lakeClient'

import {createLog, type Level} from './log'
import type {Route} from './routes/route'

const CANARY = 'canary'

test('gives every answer the id of its request', async () => {
  const {ask} = observedLake()
  const {response} = await ask('/health')
  expect(response.headers.get('x-request-id')).toMatch(/^[0-9a-f]{24}$/)
  const {response: other} = await ask('/nowhere')
  expect(other.headers.get('x-request-id')).not.toBe(response.headers.get('x-request-id'))
})

test.each([
  ['abcdef-0123456789', true],
  ['0af7651916cd43dd8448eb211c80319c', true],
  ['short', false],
  ['with space in it', false],
  ['<script>alert(1)</script>', false],
  ['x'.repeat(129), false],
])('keeps the id %s when it is well-formed: %s', async (id, isKept) => {
  const {ask} = observedLake()
  const {response} = await ask('/health', {headers: {'x-request-id': id}})
  expect(response.headers.get('x-request-id') === id).toBe(isKept)
})

test('logs every answer at debug: its route, who asked, and nothing of what was asked', async () => {
  const {ask, lines} = observedLake({level: 'debug'})
  const query = encodeURIComponent(`*[title == "${CANARY}"]`)
  await ask(`/v2026-01-01/data/query/production?query=${query}&$x="${CANARY}"`, {
    headers: {authorization: 'Bearer editor', cookie: `session=${CANARY}`, 'x-request-id': 'request-1'},
  })
  await ask(`/v2026-01-01/data/doc/production/drafts.${CANARY}`)
  await ask(`/${CANARY}`)
  expect(lines().map(({time: _time, ms: _ms, requestId: _id, ...line}) => line)).toEqual([
    {
      level: 'debug',
      event: 'request',
      method: 'GET',
      route: '/v*/data/query/:dataset',
      status: 200,
      identity: 'editor',
    },
    {
      level: 'debug',
      event: 'request',
      method: 'GET',
      route: '/v*/data/doc/:dataset/:ids',
      status: 200,
      identity: null,
    },
    {level: 'debug', event: 'request', method: 'GET', route: null, status: 404, identity: null},
  ])
  expect(lines()[0].requestId).toBe('request-1')
  expect(JSON.stringify(lines())).not.toContain(CANARY)
})

test('says nothing of answers that are as they should be', async () => {
  const {ask, lines} = observedLake({level: 'info'})
  await ask('/health')
  await ask('/nowhere')
  expect(lines()).toEqual([])
})

test('logs a failure with its cause, and tells the caller its id alone', async () => {
  const {ask, lines} = observedLake({level: 'error'})
  const {response, body} = await ask('/v1/broken', {headers: {'x-request-id': 'request-1'}})
  expect([response.status, body]).toEqual([
    500,
    {
      error: {
        type: 'internalError',
        description: 'The lake failed; its log says why',
        requestId: 'request-1',
      },
    },
  ])
  expect(lines()).toMatchObject([
    {event: 'fault', requestId: 'request-1', error: {name: 'TypeError', message: 'A wheel came off'}},
    {event: 'request', requestId: 'request-1', route: '/v*/broken', status: 500},
  ])
})

test('keeps the ids of requests apart that are answered at the same time', async () => {
  const {ask, lines} = observedLake({level: 'error'})
  const ids = Array.from({length: 20}, (_, n) => `request-${n}`)
  await Promise.all(ids.map((id) => ask('/v1/broken', {headers: {'x-request-id': id}})))
  const faults = lines().filter(({event}) => event === 'fault')
  expect(faults.map(({requestId}) => requestId).sort()).toEqual(ids.sort())
})

test('logs slow queries with their text, shortened, and without parameters', async () => {
  const {lake, lines} = observedLake({level: 'warn', slowQueryMs: 0})
  const client = clientOf(lake, {token: 'editor'})
  await client.fetch(`*[_type == $type] {\n  ${'title, '.repeat(200)} _id}`, {type: CANARY})
  await client.fetch('nosuch::function()').catch(() => undefined)
  expect(lines()).toMatchObject([
    {
      event: 'slow-query',
      dataset: 'production',
      identity: 'editor',
      ms: expect.any(Number),
      timing: expect.any(Object),
    },
    {event: 'slow-query', failed: expect.stringContaining('Error')},
  ])
  expect(lines()[0].query).toMatch(/^\*\[_type == \$type\] \{ title, .*…$/)
  expect(lines()[0].query.length).toBeLessThan(600)
  expect(lines()[0].requestId).toMatch(/^[0-9a-f]{24}$/)
  expect(JSON.stringify(lines())).not.toContain(CANARY)
})

const broken: Route = [
  'GET',
  '/v*/broken',
  'anyone',
  async () => {
    await Promise.resolve()
    throw new TypeError('A wheel came off')
  },
]

function observedLake({level = 'error', slowQueryMs}: {level?: Level; slowQueryMs?: number} = {}) {
  const texts: string[] = []
  const log = createLog({level, write: (line) => texts.push(line)})
  const lake = testLake({production: []}, {log, slowQueryMs, routes: [broken]})
  return {
    lake,
    lines: () => texts.map((text) => JSON.parse(text)),
    async ask(path: string, init?: RequestInit) {
      const response = await lake.fetch(new Request(`http://lake.test${path}`, init))
      const body: unknown = await response.json()
      return {response, body}
    },
  }
}
