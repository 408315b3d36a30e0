import {copyFileSync, mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, expect, test, vi} from 'vitest'

import {openAccounts} from '@/lake/accounts/accounts'
import {identifyRequest} from '@/lake/accounts/identifyRequest'
import type {Role} from '@/lake/identity'
import {testLake} from '@/test-support/lakeClient'

import {accountRoutes} from './accountRoutes'

vi.setConfig({testTimeout: 60_000})

const password = 'analytical engine'
const home = 'http://localhost:3000'
const isoTime = expect.stringMatching(/^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/)

test('lists accounts by e-mail, with when they were last seen, and nothing secret', async () => {
  const {as} = setUp()
  const administrator = as('administrator')
  const listed = await administrator.get('/v1/accounts')
  expect(listed).toEqual([
    account(ids.administrator, 'administrator', isoTime),
    account(ids.contributor, 'contributor', null),
    account(ids.editor, 'editor', null),
    account(ids.viewer, 'viewer', null),
  ])
  expect(JSON.stringify(listed)).not.toMatch(/argon2|hash|password/i)
})

test('adds an account with a password made up and told once', async () => {
  const {as, signIn} = setUp()
  const administrator = as('administrator')
  const response = await administrator.call('POST', '/v1/accounts', {
    email: 'eve@example.org',
    name: 'Eve',
    role: 'editor',
  })
  const added = await response.json()
  expect([response.status, added]).toEqual([
    201,
    {
      id: expect.stringMatching(/^u\w{16}$/),
      email: 'eve@example.org',
      name: 'Eve',
      role: 'editor',
      createdAt: isoTime,
      lastSeenAt: null,
      password: expect.stringMatching(/^(\w{5}-){3}\w{5}$/),
    },
  ])
  expect((await signIn('eve@example.org', added.password)).status).toBe(302)
  expect(JSON.stringify(await administrator.get('/v1/accounts'))).not.toContain(added.password)
})

test('adds an account with a password that was chosen, and does not repeat it', async () => {
  const {as} = setUp()
  const administrator = as('administrator')
  const eve = {email: 'eve@example.org', name: 'Eve', role: 'viewer', password: 'difference engine'}
  const added = await (await administrator.call('POST', '/v1/accounts', eve)).json()
  expect(added).not.toHaveProperty('password')
})

test.each([
  [{email: 'nobody', name: 'N', role: 'editor'}, 400, '"nobody" is not an e-mail address'],
  [{email: 'EDITOR@example.org', name: 'N', role: 'editor'}, 409, 'EDITOR@example.org has an account already'],
  [{email: 'n@example.org', name: ' ', role: 'editor'}, 400, 'A name cannot be empty'],
  [{email: 'n@example.org', name: 'N', role: 'king'}, 400, /role/],
  [{email: 'n@example.org', name: 'N', role: 'editor', password: 'short'}, 400, /at least 10 characters/],
  [{email: 'n@example.org', name: 'N', role: 'editor', id: 'u1'}, 400, /id/],
  ['[]', 400, /expected object/],
  [null, 400, 'The body is not JSON'],
])('refuses to add %j', async (body, status, description) => {
  const {as} = setUp()
  const administrator = as('administrator')
  const response = await administrator.call('POST', '/v1/accounts', body)
  const {error} = await response.json()
  expect(response.status).toBe(status)
  expect(error.description).toMatch(description)
  expect(await administrator.get('/v1/accounts')).toHaveLength(4)
})

test('changes a role, and signs that person out at once', async () => {
  const {as} = setUp()
  const [administrator, editor] = [as('administrator'), as('editor')]
  const changed = await administrator.call('PATCH', `/v1/accounts/${ids.editor}`, {role: 'viewer'})
  expect(await changed.json()).toMatchObject({id: ids.editor, role: 'viewer'})
  expect(await editor.get('/v1/users/me')).toEqual({})
})

test('changes a name and leaves the person signed in', async () => {
  const {as} = setUp()
  const [administrator, editor] = [as('administrator'), as('editor')]
  await administrator.call('PATCH', `/v1/accounts/${ids.editor}`, {name: 'Ed', email: 'ed@example.org', role: 'editor'})
  expect(await editor.get('/v1/users/me')).toMatchObject({name: 'Ed', email: 'ed@example.org'})
})

test.each([
  ['PATCH', 'role', {role: 'editor'}],
  ['DELETE', 'account', undefined],
])('keeps the last administrator (%s of her %s)', async (method, _what, body) => {
  const {as, accounts} = setUp()
  const administrator = as('administrator')
  const refused = await administrator.call(method, `/v1/accounts/${ids.administrator}`, body)
  expect([refused.status, (await refused.json()).error.description]).toEqual([
    409,
    'administrator@example.org is the last administrator: add another one first',
  ])
  expect(await administrator.get('/v1/users/me')).toHaveProperty('role', 'administrator')

  await accounts.add({email: 'second@example.org', name: 'S', role: 'administrator', password})
  expect((await administrator.call(method, `/v1/accounts/${ids.administrator}`, body)).status).toBe(200)
  expect(await administrator.get('/v1/users/me')).toEqual({})
})

test('removes an account and its sessions, and keeps the name for history', async () => {
  const {as} = setUp()
  const [administrator, editor] = [as('administrator'), as('editor')]
  expect((await administrator.call('DELETE', `/v1/accounts/${ids.editor}`)).status).toBe(200)
  expect(await editor.get('/v1/users/me')).toEqual({})
  expect(await administrator.get('/v1/accounts')).toHaveLength(3)
  expect(await administrator.get(`/v1/users/${ids.editor}`)).toHaveProperty('displayName', 'editor')
  expect((await administrator.call('DELETE', `/v1/accounts/${ids.editor}`)).status).toBe(404)
})

test('sets a new password for somebody, who is signed out', async () => {
  const {as, signIn} = setUp()
  const [administrator, editor] = [as('administrator'), as('editor')]
  const reset = await (await administrator.call('POST', `/v1/accounts/${ids.editor}/password`)).json()
  expect(await editor.get('/v1/users/me')).toEqual({})
  expect((await signIn('editor@example.org', password)).status).toBe(401)
  expect((await signIn('editor@example.org', reset.password)).status).toBe(302)
})

test('changes one’s own password with the current one, which ends all other sessions and keeps this one', async () => {
  const {as, signIn} = setUp()
  const [here, there] = [as('contributor'), as('contributor')]
  const change = (current: string) =>
    here.call('POST', '/v1/accounts/me/password', {current, next: 'difference engine'})

  const wrong = await change('guess')
  expect([wrong.status, (await wrong.json()).error.type]).toEqual([400, 'wrongPasswordError'])
  expect(await there.get('/v1/users/me')).toHaveProperty('role', 'contributor')

  expect((await change(password)).status).toBe(200)
  expect(await here.get('/v1/users/me')).toHaveProperty('role', 'contributor')
  expect(await here.get('/v1/users/me', {authorization: `Bearer ${here.token}`})).toHaveProperty('role', 'contributor')
  expect(await there.get('/v1/users/me')).toEqual({})
  expect((await signIn('contributor@example.org', password)).status).toBe(401)
  expect((await signIn('contributor@example.org', 'difference engine')).status).toBe(302)
})

test('refuses a new password that is too short, and changes nothing', async () => {
  const {as, signIn} = setUp()
  const editor = as('editor')
  expect((await editor.call('POST', '/v1/accounts/me/password', {current: password, next: 'short'})).status).toBe(400)
  expect((await signIn('editor@example.org', password)).status).toBe(302)
})

test('verifies at most ten of a hundred guesses at one’s current password, and names the wait', async () => {
  const {as} = setUp()
  const editor = as('editor')
  const responses = []
  for (let n = 0; n < 100; n++)
    responses.push(await editor.call('POST', '/v1/accounts/me/password', {current: 'guess', next: 'difference engine'}))
  expect(responses.filter(({status}) => status === 400).length).toBeLessThanOrEqual(10)
  const last = responses.at(-1)
  expect([last?.status, Number(last?.headers.get('retry-after')) > 0]).toEqual([429, true])
})

test('lists where one is signed in, the newest first, and which of them this is', async () => {
  const {as} = setUp()
  const [phone, desk] = [as('viewer', 'Phone/1'), as('viewer', 'Desk/1')]
  const listed = await desk.get('/v1/accounts/me/sessions')
  expect(listed).toEqual([
    {id: expect.any(String), createdAt: isoTime, lastUsedAt: isoTime, userAgent: 'Desk/1', isCurrent: true},
    {id: expect.any(String), createdAt: isoTime, lastUsedAt: null, userAgent: 'Phone/1', isCurrent: false},
  ])
  expect(JSON.stringify(listed)).not.toContain(phone.token)
})

test('ends one session by its id, and no other person’s', async () => {
  const {as} = setUp()
  const [phone, desk, editor] = [as('viewer'), as('viewer'), as('editor')]
  const [session] = (await desk.get('/v1/accounts/me/sessions')).filter(
    ({isCurrent}: {isCurrent: boolean}) => !isCurrent,
  )
  expect((await editor.call('DELETE', `/v1/accounts/me/sessions/${session.id}`)).status).toBe(404)
  expect(await phone.get('/v1/users/me')).toHaveProperty('role', 'viewer')
  expect((await desk.call('DELETE', `/v1/accounts/me/sessions/${session.id}`)).status).toBe(200)
  expect(await phone.get('/v1/users/me')).toEqual({})
  expect(await phone.get('/v1/users/me', {authorization: `Bearer ${phone.token}`})).toHaveProperty('statusCode', 401)
  expect(await desk.get('/v1/users/me')).toHaveProperty('role', 'viewer')
})

test('lets an administrator see and end anybody’s sessions', async () => {
  const {as} = setUp()
  const [administrator, editor] = [as('administrator'), as('editor')]
  const [session] = await administrator.get(`/v1/accounts/${ids.editor}/sessions`)
  expect(session).toMatchObject({isCurrent: false})
  expect((await administrator.call('DELETE', `/v1/accounts/${ids.editor}/sessions/${session.id}`)).status).toBe(200)
  expect(await editor.get('/v1/users/me')).toEqual({})
  expect((await administrator.call('GET', '/v1/accounts/nobody/sessions')).status).toBe(404)
})

test('tells an API token that it has no account', async () => {
  const {call, accounts} = setUp()
  const {key} = accounts.addToken({label: 'ci', role: 'administrator'})
  const headers = {authorization: `Bearer ${key}`}
  expect((await call('GET', '/v1/accounts/me/sessions', undefined, headers)).status).toBe(400)
  const change = {current: password, next: 'difference engine'}
  expect((await call('POST', '/v1/accounts/me/password', change, headers)).status).toBe(400)
})

test('makes an API token whose key is told once, notes its use, and ends it at once', async () => {
  const {as, call} = setUp()
  const administrator = as('administrator')
  const created = await administrator.call('POST', '/v1/projects/octavo/tokens', {label: 'CI', roleName: 'contributor'})
  const {key, ...token} = await created.json()
  expect([created.status, token]).toEqual([
    201,
    {
      id: expect.stringMatching(/^token-\w{16}$/),
      label: 'CI',
      role: 'contributor',
      roles: [{name: 'contributor', title: 'Contributor'}],
      createdAt: isoTime,
      lastUsedAt: null,
    },
  ])
  const me = await (await call('GET', '/v1/users/me', undefined, {authorization: `Bearer ${key}`})).json()
  expect(me).toMatchObject({id: token.id, name: 'CI', role: 'contributor'})
  const listed = await administrator.get('/v1/projects/octavo/tokens')
  expect(listed).toEqual([{...token, lastUsedAt: isoTime}])
  expect(JSON.stringify(listed)).not.toContain(key)

  expect((await administrator.call('DELETE', `/v1/projects/octavo/tokens/${token.id}`)).status).toBe(200)
  expect((await call('GET', '/v1/users/me', undefined, {authorization: `Bearer ${key}`})).status).toBe(401)
  expect(await administrator.get(`/v1/users/${token.id}`)).toHaveProperty('displayName', 'Token CI')
  expect((await administrator.call('DELETE', `/v1/projects/octavo/tokens/${token.id}`)).status).toBe(404)
})

test('says where a token of the configuration is changed instead of removing it until the next start', async () => {
  const {as, accounts} = setUp()
  accounts.setToken({name: 'read', role: 'viewer', secret: 'a-secret-of-the-environment'})
  const administrator = as('administrator')
  const refused = await administrator.call('DELETE', '/v1/projects/octavo/tokens/token-read')
  expect([refused.status, (await refused.json()).error.description]).toEqual([
    409,
    'The token "read" is set by LAKE_READ_TOKEN: change it there',
  ])
})

test('makes no token for another project or without a role', async () => {
  const {as} = setUp()
  const administrator = as('administrator')
  const post = async (project: string, body: unknown) =>
    (await administrator.call('POST', `/v1/projects/${project}/tokens`, body)).status
  expect(await post('other', {label: 'CI', roleName: 'editor'})).toBe(404)
  expect(await post('octavo', {label: 'CI'})).toBe(400)
  expect(await post('octavo', {label: ' ', roleName: 'editor'})).toBe(400)
  expect(await post('octavo', {label: 'CI', roleName: 'king'})).toBe(400)
})

const people: Role[] = ['administrator', 'editor', 'contributor', 'viewer']

const folder = mkdtempSync(join(tmpdir(), 'octavo-accounts-'))
const ids: Record<string, string> = {}

/** Hashing is slow on purpose, so the four accounts are made once and copied. */
beforeAll(async () => {
  const accounts = openAccounts({path: join(folder, 'template.sqlite')})
  for (const role of people)
    ids[role] = (await accounts.add({email: `${role}@example.org`, name: role, role, password})).id
  accounts.close()
})
afterAll(() => rmSync(folder, {recursive: true}))

function setUp() {
  let now = Date.UTC(2026, 10, 23)
  const path = join(folder, `${crypto.randomUUID()}.sqlite`)
  copyFileSync(join(folder, 'template.sqlite'), path)
  const accounts = openAccounts({path, clock: () => now})
  const publicUrl = `${home}/lake`
  const identify = identifyRequest(accounts, publicUrl)
  const lake = testLake({production: []}, {publicUrl, identify, routes: accountRoutes(accounts)})

  function call(method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
    const text = typeof body === 'string' || body === undefined ? body : JSON.stringify(body)
    return lake.fetch(
      new Request(`http://lake.test${path}`, {method, headers, body: body === null ? 'nonsense' : text}),
    )
  }

  const signIn = (email: string, secret: string) =>
    lake.fetch(
      new Request('http://lake.test/v1/auth/login/local', {
        method: 'POST',
        headers: {origin: home},
        body: new URLSearchParams({email, password: secret, origin: `${home}/studio`}),
      }),
    )

  /** A browser in which somebody of this role has signed in. */
  function as(role: Role, userAgent?: string) {
    now += 1000
    const {session, ticket} = accounts.startSession(ids[role] ?? '', userAgent)
    const cookie = `octavo_session=${session}`
    const token = accounts.redeemTicket(ticket)
    return {
      token: String(token),
      call: (method: string, path: string, body?: unknown) => call(method, path, body, {cookie, origin: home}),
      get: async (path: string, headers: Record<string, string> = {cookie}) =>
        (await call('GET', path, undefined, headers)).json(),
    }
  }

  return {accounts, call, signIn, as}
}

function account(id: string | undefined, role: Role, lastSeenAt: unknown) {
  return {id, email: `${role}@example.org`, name: role, role, createdAt: isoTime, lastSeenAt}
}
