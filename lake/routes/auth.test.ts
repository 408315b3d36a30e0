import {expect, test, vi} from 'vitest'

import {openAccounts} from '@/lake/accounts/accounts'
import {identifyRequest} from '@/lake/accounts/identifyRequest'
import {testLake} from '@/test-support/lakeClient'

import {accountRoutes} from './accountRoutes'

vi.setConfig({testTimeout: 60_000})

const password = 'analytical engine'
const studio = 'http://localhost:3000/studio'

test('leads from the provider to a form, to a ticket, to a token, to the user', async () => {
  const {call, signIn, id} = await setUp()
  const {providers} = await json(await call('/v1/auth/providers'))
  expect(providers).toEqual([
    {
      name: 'local',
      title: 'E-mail and password',
      url: 'http://localhost:3000/lake/v1/auth/login/local',
      logo: null,
    },
  ])
  const form = await call(`/v1/auth/login/local?origin=${encodeURIComponent(studio)}&type=dual`)
  expect(form.status).toBe(200)
  await expect(form.text()).resolves.toContain('<label for="password">Password</label>')

  const signedIn = await signIn()
  expect(signedIn.status).toBe(302)
  const [, sid = ''] =
    /^http:\/\/localhost:3000\/studio#sid=([\w-]{20,})$/.exec(signedIn.headers.get('location') ?? '') ?? []
  const {token} = await json(await call(`/v2021-06-07/auth/fetch?sid=${sid}`))
  const bearer = {headers: {authorization: `Bearer ${token}`}}
  expect(await json(await call('/v2021-06-07/users/me', bearer))).toEqual({
    id,
    name: 'Ada Lovelace',
    email: 'ada@example.org',
    profileImage: null,
    provider: 'local',
    role: 'editor',
    roles: [{name: 'editor', title: 'Editor', description: 'Edits and publishes everything.'}],
  })
  expect(await json(await call('/v1/auth/id', bearer))).toEqual({id})
  expect((await call(`/v1/auth/fetch?sid=${sid}`)).status).toBe(401)
})

test('signs a browser in by an HttpOnly cookie as well, and both out together', async () => {
  const {call, signIn} = await setUp()
  const response = await signIn()
  const [session = '', device = ''] = response.headers.getSetCookie()
  expect(session).toMatch(/^octavo_session=[\w-]{43}; Max-Age=2592000; Path=\/; HttpOnly; SameSite=Lax$/)
  expect(device).toMatch(/^octavo_device=[\w-]{43}; Max-Age=31536000; Path=\/; HttpOnly; SameSite=Lax$/)
  const sid = response.headers.get('location')?.split('#sid=')[1] ?? ''
  const {token} = await json(await call(`/v1/auth/fetch?sid=${sid}`))
  const cookie = {headers: {cookie: session.split(';')[0] ?? '', origin: 'http://localhost:3000'}}
  expect(await json(await call('/v1/users/me', cookie))).toHaveProperty('email', 'ada@example.org')

  const signedOut = await call('/v1/auth/logout', {method: 'POST', ...cookie})
  expect(signedOut.headers.getSetCookie()).toEqual(['octavo_session=; Max-Age=0; Path=/; HttpOnly; SameSite=Lax'])
  expect(await json(await call('/v1/users/me', cookie))).toEqual({})
  expect((await call('/v1/users/me', {headers: {authorization: `Bearer ${token}`}})).status).toBe(401)
})

test('marks cookies Secure and host-only when the site is on https', async () => {
  const {signIn} = await setUp('https://example.org/lake')
  const response = await signIn({origin: 'https://example.org/studio'}, 'https://example.org')
  expect(response.headers.getSetCookie()[0]).toMatch(
    /^__Host-octavo_session=[\w-]{43}; Max-Age=2592000; Path=\/; HttpOnly; SameSite=Lax; Secure$/,
  )
})

test.each([
  'https://evil.example/studio',
  '//evil.example/studio',
  'http://localhost:3000@evil.example/',
  'http://localhost:3000.evil.example/',
  'http://localhost:3001/studio',
  'https://localhost:3000/studio',
  'javascript:alert(1)//localhost:3000',
  'http://user:password@localhost:3000/studio',
  '/studio',
  '',
])('does not offer to return to %j', async (origin) => {
  const {call, signIn} = await setUp()
  const form = await call(`/v1/auth/login/local?origin=${encodeURIComponent(origin)}`)
  expect(form.status).toBe(400)
  await expect(form.text()).resolves.not.toContain('<form')
  const posted = await signIn({origin})
  expect([posted.status, posted.headers.get('location'), posted.headers.getSetCookie()]).toEqual([400, null, []])
})

test('returns to 127.0.0.1, the same machine by another name', async () => {
  const origin = 'http://127.0.0.1:3000/studio'
  const {signIn} = await setUp()
  const response = await signIn({origin}, new URL(origin).origin)
  expect(response.headers.get('location')).toMatch(new RegExp(`^${RegExp.escape(origin)}#sid=`))
})

test('does not take another loopback name for a public site', async () => {
  const {call} = await setUp('https://example.org/lake')
  expect((await call('/v1/auth/login/local?origin=http://localhost:3000/')).status).toBe(400)
})

test.each([['https://evil.example'], ['null'], [undefined]])(
  'refuses a sign-in form sent with the Origin %j',
  async (origin) => {
    const {signIn} = await setUp()
    const response = await signIn({}, origin)
    expect([response.status, response.headers.getSetCookie()]).toEqual([403, []])
  },
)

test('says why signing in failed, keeps the address and escapes it', async () => {
  const {signIn} = await setUp()
  const response = await signIn({email: '"><script>alert(1)</script>', password: 'guess'})
  const html = await response.text()
  expect(response.status).toBe(401)
  expect(html).toContain('<p role="alert" id="error">That e-mail and password do not belong together.</p>')
  expect(html).toContain('value="&#34;&#62;&#60;script&#62;alert(1)&#60;/script&#62;"')
  expect(html).not.toContain('<script')
  expect(response.headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'sha256-/)
  expect(response.headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
})

test('names the wait after too many guesses', async () => {
  const {signIn} = await setUp()
  for (let n = 0; n < 6; n++) await signIn({password: 'guess'})
  const response = await signIn({password: 'guess'})
  expect([response.status, response.headers.get('retry-after')]).toEqual([429, '20'])
  await expect(response.text()).resolves.toContain('Too many attempts. Try again in 20 seconds.')
})

test('refuses a cookie request that another site makes the browser send', async () => {
  const {call, signIn} = await setUp()
  const cookie = (await signIn()).headers.getSetCookie()[0]?.split(';')[0] ?? ''
  for (const origin of ['https://evil.example', 'null', undefined]) {
    const headers = {cookie, ...(origin && {origin})}
    const response = await call('/v1/users/me/keyvalue', {method: 'PUT', headers, body: '[{"key":"a","value":1}]'})
    expect(response.status).toBe(403)
  }
  expect(await json(await call('/v1/users/me/keyvalue/a', {headers: {cookie}}))).toEqual([])
})

test('refuses a token that names nobody, instead of showing an empty dataset', async () => {
  const {call} = await setUp()
  const response = await call('/v1/data/query/production?query=*', {headers: {authorization: 'Bearer made-up-token'}})
  expect(response.status).toBe(401)
})

const roles = ['anonymous', 'viewer', 'editor', 'administrator'] as const
const everybody = [200, 200, 200, 200]
const signedIn = [401, 200, 200, 200]

test.each([
  ['GET', '/v1/auth/providers', everybody],
  ['GET', '/v1/auth/id', signedIn],
  ['GET', '/v1/users/me', everybody],
  ['GET', '/v1/users/me/keyvalue/a', signedIn],
  ['PUT', '/v1/users/me/keyvalue', signedIn],
  ['GET', '/v1/users/ID', signedIn],
  ['GET', '/v1/users/ID,nobody', signedIn],
  ['GET', '/v1/users/nobody', [401, 404, 404, 404]],
  ['GET', '/v1/users/token-write', signedIn],
  ['GET', '/v1/projects/octavo/user-applications', signedIn],
  ['GET', '/v1/projects/octavo', everybody],
  ['GET', '/v1/projects/other', [404, 404, 404, 404]],
  ['GET', '/v1/projects/octavo/users/ID', signedIn],
  ['GET', '/v1/projects/octavo/datasets', signedIn],
  ['GET', '/v1/projects/octavo/grants', signedIn],
  ['GET', '/v1/projects/octavo/roles', signedIn],
  ['GET', '/v1/projects/octavo/datasets/production/acl', everybody],
  ['GET', '/v1/projects/octavo/datasets/none/acl', [404, 404, 404, 404]],
  ['PUT', '/v1/projects/octavo/datasets/staging', [401, 403, 403, 200]],
  ['PUT', '/v1/datasets/staging', [401, 403, 403, 200]],
  ['PUT', '/v1/datasets/..', [404, 404, 404, 404]],
  ['PUT', '/v1/datasets/Staging!', [401, 403, 403, 400]],
  ['GET', '/v1/features', signedIn],
  ['GET', '/v1/access/requests/me', signedIn],
  ['GET', '/v1/journey/trial', [404, 404, 404, 404]],
])('%s %s lets in who it should', async (method, path, expected) => {
  const {call, id} = await setUp()
  const statuses = []
  for (const role of roles) {
    const headers = role === 'anonymous' ? undefined : {authorization: `Bearer ${role}-token`}
    const body = path.endsWith('/keyvalue') ? '[]' : undefined
    statuses.push((await call(path.replace('ID', id), {method, headers, body})).status)
  }
  expect(statuses).toEqual(expected)
})

test('tells strangers neither names nor addresses of editors', async () => {
  const {call} = await setUp()
  for (const path of ['/v1/projects/octavo', '/v1/projects/octavo/datasets/production/acl', '/v1/auth/providers']) {
    await expect((await call(path)).text()).resolves.not.toMatch(/Ada|example\.org|members":\[\{/)
  }
})

test('gives a colleague names without addresses', async () => {
  const {call, id} = await setUp()
  const users = await json(await call(`/v1/users/${id},nobody`, {headers: {authorization: 'Bearer viewer-token'}}))
  expect(users).toEqual([
    {
      id,
      displayName: 'Ada Lovelace',
      imageUrl: null,
      isCurrentUser: false,
      createdAt: expect.any(String),
      updatedAt: expect.any(String),
    },
  ])
})

test.each([
  ['anonymous', [{filter: '_id in path("*")', permissions: ['read']}]],
  ['viewer', [{filter: '_id in path("**")', permissions: ['read', 'history']}]],
  ['editor', [{filter: '_id in path("**")', permissions: ['read', 'create', 'update', 'history', 'editHistory']}]],
])('grants %s what the role may do', async (role, grants) => {
  const {call} = await setUp()
  const headers = role === 'anonymous' ? undefined : {authorization: `Bearer ${role}-token`}
  expect(await json(await call('/v1/projects/octavo/datasets/production/acl', {headers}))).toEqual(grants)
})

test('keeps what the Studio remembers for a user, each to herself', async () => {
  const {call, signIn} = await setUp()
  const cookie = (await signIn()).headers.getSetCookie()[0]?.split(';')[0] ?? ''
  const headers = {cookie, origin: 'http://localhost:3000'}
  const pairs = [{key: 'studio.sort', value: {by: [{field: 'title'}]}}]
  const put = await call('/v1/users/me/keyvalue', {method: 'PUT', headers, body: JSON.stringify(pairs)})
  expect(await json(put)).toEqual(pairs)
  expect(await json(await call('/v1/users/me/keyvalue/studio.sort,other', {headers}))).toEqual(pairs)
  const bearer = {headers: {authorization: 'Bearer editor-token'}}
  expect(await json(await call('/v1/users/me/keyvalue/studio.sort', bearer))).toEqual([])
  const malformed = await call('/v1/users/me/keyvalue', {method: 'PUT', headers, body: '{"key":1}'})
  expect(malformed.status).toBe(400)
  const body = JSON.stringify([{key: 'a', value: 'x'.repeat(4_000_000)}])
  expect((await call('/v1/users/me/keyvalue', {method: 'PUT', headers, body})).status).toBe(413)
})

test('has no add-on datasets, such as one for comments', async () => {
  const {call} = await setUp()
  const bearer = {headers: {authorization: 'Bearer editor-token'}}
  expect(await json(await call('/v1/projects/octavo/datasets', bearer))).toMatchObject([{name: 'production'}])
  const addOns = '/v1/projects/octavo/datasets?datasetProfile=comments&addonFor=production'
  expect(await json(await call(addOns, bearer))).toEqual([])
})

async function setUp(publicUrl = 'http://localhost:3000/lake') {
  const accounts = openAccounts({path: ':memory:', clock: () => 0})
  const {id} = await accounts.add({email: 'ada@example.org', name: 'Ada Lovelace', role: 'editor', password})
  for (const role of roles) if (role !== 'anonymous') accounts.setToken({name: role, role, secret: `${role}-token`})
  const identify = identifyRequest(accounts, publicUrl)
  const lake = testLake({production: []}, {publicUrl, identify, routes: accountRoutes(accounts)})

  const call = (path: string, init?: RequestInit) => lake.fetch(new Request(`http://lake.test${path}`, init))
  const signIn = (fields: Record<string, string> = {}, ...[origin]: [string?]) =>
    call('/v1/auth/login/local', {
      method: 'POST',
      body: new URLSearchParams({email: 'ada@example.org', password, origin: studio, ...fields}),
      headers: origin === undefined ? {} : {origin},
    })
  return {id, call, signIn: withDefault(signIn, 'http://localhost:3000')}
}

/** Only a call without a second argument gets the default: an explicit undefined is a missing header. */
function withDefault<F, R>(call: (fields?: F, origin?: string) => R, origin: string) {
  return (...args: [fields?: F, origin?: string]) => call(args[0], args.length > 1 ? args[1] : origin)
}

async function json(response: Response) {
  return response.json()
}
