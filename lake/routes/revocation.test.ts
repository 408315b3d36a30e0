import {afterAll, beforeAll, expect, test, vi} from 'vitest'

import type {Credentials} from '@/test-support/authorizationPeople'
import {authorizationWorlds, home, type World, type Worlds} from '@/test-support/authorizationWorld'

vi.setConfig({testTimeout: 60_000, hookTimeout: 60_000})

let worlds: Worlds
beforeAll(async () => {
  worlds = await authorizationWorlds()
})
afterAll(() => worlds.close())

type Kind = 'cookie' | 'bearer' | 'token'
const kinds: Kind[] = ['cookie', 'bearer', 'token']
const ways: [how: string, revoke: (world: World) => Promise<unknown>, ended: Kind[]][] = [
  ['ends the session', async (world) => end(world, await sessionOf(world, 'editor')), ['cookie', 'bearer']],
  ['signs out', (world) => ask(world, 'editor', 'POST', '/v1/auth/logout'), ['cookie', 'bearer']],
  [
    'changes the role',
    (world) => asAdministrator(world, 'PATCH', 'editor', '', {role: 'viewer'}),
    ['cookie', 'bearer'],
  ],
  ['resets the password', (world) => asAdministrator(world, 'POST', 'editor', '/password'), ['cookie', 'bearer']],
  ['removes the account', (world) => asAdministrator(world, 'DELETE', 'editor'), ['cookie', 'bearer']],
  ['removes the token', async (world) => removeToken(world, 'editor'), ['token']],
  ['changes a name', (world) => asAdministrator(world, 'PATCH', 'editor', '', {name: 'Ed'}), []],
  ['ends another person’s session', async (world) => end(world, await sessionOf(world, 'viewer')), []],
]

test.each(ways)('when somebody %s, the streams that it opened end, and no others', async (_how, revoke, ended) => {
  const world = await worlds.open()
  const streams = kinds.map((kind) => listenAs(world, world.credentials.editor?.[kind] ?? {}))
  const colleague = listenAs(world, world.credentials.viewer?.token ?? {})
  const stranger = listenAs(world, {})
  await Promise.all([...streams, colleague, stranger].map((stream) => stream.opened))

  await revoke(world)
  await world.lake.listening.revocations.check()
  const mutations = [{patch: {id: 'tides', set: {n: 1}}}]
  world.lake.commit({dataset: 'production', author: 'x', mutations})

  const told = await Promise.all([...streams, colleague, stranger].map((stream) => stream.isToldOfTheNext()))
  expect(told).toEqual([...kinds.map((kind) => !ended.includes(kind)), true, true])
  await world.close()
})

test('keeps the stream of whoever changes her own password, and ends her others', async () => {
  const world = await worlds.open()
  const elsewhere = await signIn(world)
  const [here, there] = [listenAs(world, world.credentials.contributor?.bearer ?? {}), listenAs(world, elsewhere)]
  await Promise.all([here.opened, there.opened])

  const change = {current: 'analytical engine', next: 'difference engine'}
  expect((await ask(world, 'contributor', 'POST', '/v1/accounts/me/password', change)).status).toBe(200)
  await world.lake.listening.revocations.check()
  world.lake.commit({dataset: 'production', author: 'x', mutations: [{patch: {id: 'tides', set: {n: 1}}}]})
  expect([await here.isToldOfTheNext(), await there.isToldOfTheNext()]).toEqual([true, false])
  await world.close()
})

test('gives each sign-in secrets of its own, whatever cookie the browser brings', async () => {
  const world = await worlds.open()
  const planted = 'octavo_session=planted-by-somebody-who-waits; octavo_device=planted-too'
  const {cookie} = await signIn(world, planted)
  expect(cookie).toMatch(/^octavo_session=[\w-]{43}$/)
  expect(cookie).not.toBe((await signIn(world, cookie)).cookie)
  const me = await world.lake.fetch(new Request('http://lake.test/v1/users/me', {headers: {cookie: planted}}))
  expect(await me.json()).toEqual({})
  await world.close()
})

function listenAs(world: World, headers: Record<string, string>) {
  const url = 'http://lake.test/v1/data/listen/production?query=*[_id==$id]&$id="tides"'
  const decoder = new TextDecoder()
  const reader = world.lake.fetch(new Request(url, {headers})).then(({body}) => body?.getReader())
  const read = async (event: string) => {
    let text = ''
    for (let next = await (await reader)?.read(); next && !next.done; next = await (await reader)?.read()) {
      text += decoder.decode(next.value, {stream: true})
      if (text.includes(`event: ${event}`)) return true
    }
    return false
  }
  return {opened: read('welcome'), isToldOfTheNext: () => read('mutation')}
}

type Name = keyof World['credentials']

function ask(world: World, who: Name, method: string, path: string, body?: object) {
  const headers = {...cookieOf(world.credentials[who]), origin: home}
  return world.lake.fetch(
    new Request(`http://lake.test${path}`, {method, headers, body: body ? JSON.stringify(body) : null}),
  )
}

function cookieOf(credentials: Credentials | undefined): Record<string, string> {
  return credentials?.cookie ?? {}
}

async function idOf(world: World, who: Name): Promise<string> {
  return (await (await ask(world, who, 'GET', '/v1/users/me')).json()).id
}

async function asAdministrator(world: World, method: string, who: Name, path = '', body?: object) {
  const response = await ask(world, 'administrator', method, `/v1/accounts/${await idOf(world, who)}${path}`, body)
  expect(response.status).toBe(200)
}

async function sessionOf(world: World, who: Name): Promise<{owner: string; id: string}> {
  const owner = await idOf(world, who)
  const [session] = await (await ask(world, 'administrator', 'GET', `/v1/accounts/${owner}/sessions`)).json()
  return {owner, id: session.id}
}

async function end(world: World, {owner, id}: {owner: string; id: string}) {
  expect((await ask(world, 'administrator', 'DELETE', `/v1/accounts/${owner}/sessions/${id}`)).status).toBe(200)
}

async function removeToken(world: World, label: string) {
  const tokens: {id: string; label: string}[] = await (
    await ask(world, 'administrator', 'GET', '/v1/projects/octavo/tokens')
  ).json()
  const {id} = tokens.find((token) => token.label === label) ?? {id: ''}
  const response = await ask(world, 'administrator', 'DELETE', `/v1/projects/octavo/tokens/${id}`)
  expect(response.status).toBe(200)
}

/** Signs the contributor in and returns the cookie. */
async function signIn(world: World, cookie = ''): Promise<{cookie: string}> {
  const form = {email: 'contributor@example.org', password: 'analytical engine', origin: `${home}/studio`}
  const response = await world.lake.fetch(
    new Request('http://lake.test/v1/auth/login/local', {
      method: 'POST',
      headers: {origin: home, cookie},
      body: new URLSearchParams(form),
    }),
  )
  return {cookie: response.headers.getSetCookie()[0]?.split(';')[0] ?? ''}
}
