import {afterAll, beforeAll, expect, test, vi} from 'vitest'

import {roles, type Credentials} from '@/test-support/authorizationPeople'
import {
  CANARY,
  HOOK_SECRET,
  authorizationWorlds,
  home,
  NOTE,
  type World,
  type Worlds,
} from '@/test-support/authorizationWorld'

import {rows, type Cell} from './authorizationRows.fixture'
import type {Role} from './identity'
import {contentRoutes} from './server'

vi.setConfig({testTimeout: 120_000, hookTimeout: 60_000})

let worlds: Worlds
let world: World
beforeAll(async () => {
  worlds = await authorizationWorlds()
  world = await worlds.open()
})
afterAll(async () => {
  await world.close()
  worlds.close()
})

type Who = Role | 'anonymous'
const everybody: readonly Who[] = ['anonymous', ...roles]
const cells = Object.entries(rows).flatMap(([route, all]) => all.map((cell) => ({route, ...methodOf(route), ...cell})))
const titled = cells.map((cell) => [`${cell.method} ${cell.path}`, cell] as const)

test('has a row for every route that is served, and for none that is not', () => {
  const names = [...contentRoutes, ...world.routes].map(([method, path]) => `${method} ${path}`).sort()
  expect(Object.keys(rows).sort(), 'add a row to lake/authorizationRows.fixture.ts').toEqual(names)
})

test.each(titled)('%s lets in whom it should, by cookie, by bearer token and by API token', async (_title, cell) => {
  for (const kind of ['bearer', 'cookie', 'token'] as const) {
    const statuses: Record<string, number> = {}
    for (const who of everybody) statuses[who] = (await ask(cell, {who, kind})).status
    expect(statuses, `by ${kind}`).toEqual(expected(cell, kind))
  }
})

test.each(titled)('%s takes no cookie or token that is over', async (_title, cell) => {
  for (const who of roles) {
    expect((await ask(cell, {who, kind: 'revokedBearer'})).status).toBe(401)
    expect((await ask(cell, {who, kind: 'revokedToken'})).status).toBe(401)
    expect((await ask(cell, {who, kind: 'revokedCookie'})).status).toBe(cell.is[0])
  }
})

const forgeries = [
  ['no Origin', undefined],
  ['a null Origin', 'null'],
  ['another Origin', 'https://evil.example'],
  ['a lookalike', `${home}.evil.example`],
  ['another port', 'http://localhost:3001'],
  ['another scheme', 'https://localhost:3000'],
] as const

test.each(titled.filter(([, {method}]) => method !== 'GET'))(
  '%s refuses a cookie from elsewhere',
  async (_title, cell) => {
    for (const [name, origin] of forgeries)
      for (const who of roles)
        expect((await ask(cell, {who, kind: 'cookie', origin})).status, `${who}, ${name}`).toBe(403)
  },
)

type Spelling = [name: string, spell: (path: string) => string, is: 'the same' | 'no route']
const spellings: Spelling[] = [
  ['v2021-06-07', (path) => path.replace(/^\/v1\//, '/v2021-06-07/'), 'the same'],
  ['v2026-01-01', (path) => path.replace(/^\/v1\//, '/v2026-01-01/'), 'the same'],
  ['vX', (path) => path.replace(/^\/v1\//, '/vX/'), 'the same'],
  ['an encoded letter', (path) => path.replace(/([a-z])([a-z])(?=\/|$)/, (_, a, b) => `${a}${encoded(b)}`), 'the same'],
  ['encoded dots', (path) => `/v1/%2e%2e${path}`, 'the same'],
  ['a dot segment', (path) => `/./nothing/..${path}`, 'the same'],
  ['a backslash', (path) => path.replace(/\/(?=[^/]*$)/, '\\'), 'the same'],
  ['capitals', (path) => path.toUpperCase(), 'no route'],
  ['a capital', (path) => path.replace(/[a-z]{2}/, (letters) => letters.toUpperCase()), 'no route'],
  ['a slash at the end', (path) => `${path}/`, 'no route'],
  ['two slashes', (path) => path.replace(/(.)\//, '$1//'), 'no route'],
  ['two slashes in front', (path) => `/${path}`, 'no route'],
  ['an encoded slash', (path) => path.replace(/(.)\//, '$1%2F'), 'no route'],
  [
    'a letter encoded twice',
    (path) => path.replace(/([a-z])([a-z])(?=\/|$)/, (_, a, b) => `${a}%25${encoded(b).slice(1)}`),
    'no route',
  ],
  ['a version more', (path) => `/v1${path}`, 'no route'],
  ['the public prefix', (path) => `/lake${path}`, 'no route'],
  ['a space', (path) => path.replace(/(.)\//, '$1%20/'), 'no route'],
]

test.each(titled)('%s is no wider when it is spelled differently', async (_title, cell) => {
  const [path = '', query = ''] = cell.path.split(/(?=\?)/)
  for (const [name, spell, is] of spellings) {
    if (spell(path) === path) continue
    const spelled = {...cell, path: spell(path) + query}
    for (const who of is === 'the same' ? few(cell) : (['anonymous', 'administrator'] as const)) {
      const {status} = await ask(spelled, {who, kind: 'bearer'})
      expect(status, `${name}: ${spelled.path} as ${who}`).toBe(
        is === 'the same' ? cell.is[everybody.indexOf(who)] : 404,
      )
    }
  }
})

test.each(titled)('%s answers HEAD as GET, and no method that it has not', async (_title, cell) => {
  const [path = ''] = cell.path.split('?')
  for (const who of ['anonymous', 'administrator'] as const) {
    const index = everybody.indexOf(who)
    const head = await ask({...cell, body: undefined}, {who, kind: 'bearer', method: 'HEAD'})
    expect(head.text).toBe('')
    const other = isServed('GET', path) ? head.status : 404
    expect(head.status, `HEAD as ${who}`).toBe(cell.method === 'GET' ? cell.is[index] : other)
    for (const method of ['OPTIONS', 'PROPFIND', 'X', ...METHODS.filter((one) => !isServed(one, path))]) {
      expect((await ask(cell, {who, kind: 'bearer', method})).status, `${method} as ${who}`).toBe(404)
    }
    for (const override of few(cell).includes(who) ? ['DELETE', 'PUT', 'GET'] : []) {
      const headers = {...cell.headers, 'x-http-method-override': override, 'x-method-override': override}
      const overridden = {
        ...cell,
        headers,
        path: `${cell.path}${cell.path.includes('?') ? '&' : '?'}_method=${override}`,
      }
      expect((await ask(overridden, {who, kind: 'bearer'})).status, `${override} over ${cell.method}`).toBe(
        cell.is[index],
      )
    }
  }
})

const perspectives = [
  [undefined, 'as of its version'],
  ['published', false],
  ['drafts', true],
  ['previewDrafts', true],
  ['raw', true],
  ['spring', true],
  ['spring,drafts', true],
  ['drafts,published', true],
] as const
const versions = [
  ['v1', true],
  ['v2021-06-07', true],
  ['v2025-02-18', true],
  ['v2025-02-19', false],
  ['v2026-01-01', false],
  ['vX', false],
] as const
const asked = perspectives.flatMap(([perspective, isShown]) =>
  versions.map(
    ([version, isRaw]) => [perspective, version, isShown === 'as of its version' ? isRaw : isShown] as const,
  ),
)

test.each(asked)(
  'in the perspective %s of %s private documents are shown: %s, and never to strangers',
  async (perspective, version, isShown) => {
    const query = '{"all": *, "referring": *[references("tides")], "counted": count(*[title match "canary"])}'
    const search = perspective === undefined ? '' : `perspective=${perspective}`
    for (const traced of ['', '&resultSourceMap=true']) {
      const counts: unknown[] = []
      const requests = [
        {
          method: 'GET',
          path: `/${version}/data/query/production?${search}&query=${encodeURIComponent(query)}${traced}`,
        },
        {method: 'POST', path: `/${version}/data/query/production?${search}${traced}`, body: {query}},
      ]
      for (const request of requests)
        for (const who of everybody) {
          const {status, text} = await ask({...request, is: [200, 200, 200, 200, 200]}, {who, kind: 'bearer'})
          expect([status, text.includes(CANARY)], `${request.method} as ${who}`).toEqual([
            200,
            who !== 'anonymous' && isShown,
          ])
          counts.push(who === 'anonymous' ? JSON.parse(text).result.counted : 0)
        }
      expect(counts.filter((count) => count !== 0)).toEqual([])
    }
  },
)

test('finds the canaries where they may be, so that their absence means something', async () => {
  const seen = async (path: string, who: Who, canary: string) =>
    (await ask({method: 'GET', path, is: [200, 200, 200, 200, 200]}, {who, kind: 'bearer'})).text.includes(canary)
  for (const who of roles) {
    expect(await seen('/v1/data/doc/production/drafts.new', who, CANARY)).toBe(true)
    expect(await seen('/v1/data/export/production', who, CANARY)).toBe(true)
    expect(await seen('/v1/data/history/production/documents/drafts.new?lastRevision=true', who, CANARY)).toBe(true)
    expect(await seen('/v1/data/history/production/transactions/drafts.new?effectFormat=mendoza', who, CANARY)).toBe(
      true,
    )
    expect(await seen('/v1/projects/octavo/users/USER', who, 'Name of somebody')).toBe(true)
    expect(await seen('/v1/accounts', who, 'somebody@example.org')).toBe(who === 'administrator')
  }
})

test('streams of what happens tell strangers of no private document', async () => {
  for (const path of [
    'listen/production?query=*&includeResult=true&includePreviousRevision=true&effectFormat=mendoza',
    'live/events/production',
  ])
    for (const who of everybody) {
      const own = await worlds.open()
      const headers = own.credentials[who]?.bearer ?? {}
      const response = await own.lake.fetch(new Request(`http://lake.test/v1/data/${path}`, {headers}))
      for (const id of ['tides', 'drafts.new', 'versions.spring.tides', 'notes.tides'])
        own.lake.commit({dataset: 'production', author: 'x', mutations: [{patch: {id, set: {n: 1}}}]})
      await own.close()
      const text = await response.text()
      const isListener = path.startsWith('listen')
      expect([who, /event: (?:mutation|message)/.test(text), text.includes(CANARY)]).toEqual([
        who,
        true,
        isListener && who !== 'anonymous',
      ])
      expect(who === 'anonymous' ? text : '').not.toMatch(/drafts\.|versions\.|notes\./)
    }
})

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE']

interface Asking {
  who: Who
  kind: keyof Credentials
  method?: string
  /** Default: the site's own. */
  origin?: string | undefined
}

/**
 * Asks, checks that nothing was changed by what was refused and that no answer tells a secret, and opens a new world after
 * what was not refused.
 */
async function ask(cell: Cell & {method: string}, asking: Asking) {
  const {who, kind, method = cell.method} = asking
  const origin = 'origin' in asking ? asking.origin : kind === 'cookie' || kind === 'revokedCookie' ? home : undefined
  const before = world.state()
  const request = new Request(`http://lake.test${named(cell.path)}`, {
    method,
    headers: {
      ...cell.headers,
      ...world.credentials[who]?.[kind],
      ...('origin' in asking || origin !== undefined ? {origin: origin ?? ''} : {}),
    },
    body: method === 'GET' || method === 'HEAD' ? null : bodyOf(cell.body),
  })
  if (request.headers.get('origin') === '') request.headers.delete('origin')
  const response = await world.lake.fetch(request)
  const isStream = response.headers.get('content-type') === 'text/event-stream'
  if (isStream) await response.body?.cancel()
  const text = isStream ? '' : await response.text()
  const {status} = response

  const after = world.state()
  const mayChange = status < 300 && method !== 'GET' && method !== 'HEAD'
  const faults = [
    ...secretsFrom(who).flatMap((secret) => (text.includes(secret) ? [`tells ${secret}`] : [])),
    ...(after === before || mayChange ? [] : ['changes something']),
  ]
  expect(faults, `${method} ${cell.path} as ${who} by ${kind}`).toEqual([])
  if (after !== before) {
    await world.close()
    world = await worlds.open()
  }
  return {status, text}
}

/** What no answer to this person may hold. */
function secretsFrom(who: Who): string[] {
  const always = ['$argon2', HOOK_SECRET]
  if (who === 'administrator') return always
  if (who !== 'anonymous') return [...always, 'somebody@example.org']
  return [...always, CANARY, NOTE, '@example.org', 'Name of', '"_id":"drafts.', '"_id":"versions.', '"_id":"notes.']
}

function expected({is, token}: Cell, kind: 'bearer' | 'cookie' | 'token'): Record<string, number | undefined> {
  const [anonymous, ...known] = is
  const statuses = kind === 'token' ? (token ?? known) : known
  return {anonymous, ...Object.fromEntries(roles.map((role, index) => [role, statuses[index]]))}
}

/** Those to try again and again. Whoever may write would need a new world each time. */
function few({method}: {method: string}): readonly Who[] {
  return method === 'GET' ? ['anonymous', 'viewer', 'administrator'] : ['anonymous', 'viewer']
}

function methodOf(route: string): {method: string} {
  return {method: route.split(' ')[0] ?? ''}
}

function named(path: string): string {
  return path.replace(
    /\b(USER|SESSION|TOKEN|HOOK|IMAGE|FILE)\b/g,
    (name) => new Map(Object.entries(world.names)).get(name) ?? name,
  )
}

function bodyOf(body: unknown): BodyInit | null {
  if (body === undefined) return null
  if (typeof body === 'string') return new Blob([body])
  return body instanceof Uint8Array ? new Blob([new Uint8Array(body)]) : JSON.stringify(body)
}

function encoded(letter: string): string {
  return `%${letter.charCodeAt(0).toString(16)}`
}

/** Whether a route takes this method at this path. */
function isServed(method: string, path: string): boolean {
  return Object.keys(rows).some((route) => {
    const [served, pattern = ''] = route.split(' ')
    const expression = pattern.replace('/v*', '/v[\\w.-]+').replace(/:\w+/g, '[^/]+')
    return served === method && new RegExp(`^${expression}$`).test(path)
  })
}
