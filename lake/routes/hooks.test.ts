import {isValidSignature} from '@sanity/webhook'
import {expect, onTestFinished, test, vi} from 'vitest'

import {clientOf, testLake} from '@/test-support/lakeClient'

import {DEFAULT_PROJECTION} from '../webhooks/delta'
import {startReceiver} from '../webhooks/receiver.fixture'
import {openWebhooks} from '../webhooks/webhooks'
import {hookRoutes} from './hooks'

vi.setConfig({testTimeout: 60_000})

const HOOKS = '/hooks/projects/octavo'
const secret = 'known to us alone'

test('creates, shows, changes and removes a webhook at the hosted addresses', async () => {
  const {administrator} = openedLake()
  const created = await administrator.request({
    method: 'POST',
    url: HOOKS,
    body: {
      type: 'document',
      name: 'Search index',
      description: 'Feeds the search',
      url: 'https://search.example/hook',
      dataset: 'production',
      rule: {on: ['create', 'update'], filter: '_type == "article"', projection: '{_id, title}'},
      apiVersion: 'v2021-03-25',
      httpMethod: 'PUT',
      includeDrafts: false,
      includeAllVersions: true,
      headers: {'x-tenant': 'octavo'},
      secret,
    },
  })
  const shown = {
    type: 'document',
    id: expect.stringMatching(/^\w{16}$/),
    projectId: 'octavo',
    name: 'Search index',
    description: 'Feeds the search',
    url: 'https://search.example/hook',
    dataset: 'production',
    rule: {on: ['create', 'update'], filter: '_type == "article"', projection: '{_id, title}'},
    apiVersion: 'v2021-03-25',
    httpMethod: 'PUT',
    includeDrafts: false,
    includeAllVersions: true,
    headers: {'x-tenant': null},
    secret: null,
    hasSecret: true,
    isDisabled: false,
    isDisabledByUser: false,
    createdAt: expect.stringMatching(/Z$/),
    createdByUserId: 'administrator',
    deletedAt: null,
  }
  expect(created).toEqual(shown)
  await expect(administrator.request({url: HOOKS})).resolves.toEqual([shown])
  await expect(administrator.request({url: `${HOOKS}/${created.id}`})).resolves.toEqual(shown)

  const changed = await administrator.request({
    method: 'PATCH',
    url: `${HOOKS}/${created.id}`,
    body: {isDisabledByUser: true, rule: {on: ['delete']}},
  })
  expect(changed).toEqual({...shown, isDisabledByUser: true, rule: {...shown.rule, on: ['delete']}})

  await administrator.request({method: 'DELETE', url: `${HOOKS}/${created.id}`})
  await expect(administrator.request({url: `${HOOKS}/${created.id}`})).rejects.toMatchObject({statusCode: 404})
  await expect(administrator.request({url: HOOKS})).resolves.toEqual([])
})

test('never shows a secret again, and keeps it when what was shown is sent back', async () => {
  const {administrator} = openedLake()
  const {url, received} = await startReceiver()
  const created = await administrator.request({
    method: 'POST',
    url: HOOKS,
    body: {name: 'Signed', url, rule: {on: ['create']}, headers: {authorization: 'Bearer deep'}, secret},
  })
  const put = await administrator.request({
    method: 'PUT',
    url: `${HOOKS}/${created.id}`,
    body: {...created, name: 'Still signed'},
  })
  const read = await administrator.request({url: HOOKS})
  expect(JSON.stringify([created, put, read])).not.toMatch(/known to us alone|deep/)
  expect(put).toMatchObject({name: 'Still signed', hasSecret: true, headers: {authorization: null}})

  await administrator.create({_id: 'tides', _type: 'article'})
  const [delivery] = await received(1)
  const signature = String(delivery?.headers['sanity-webhook-signature'])
  await expect(isValidSignature(delivery?.body ?? '', signature, secret)).resolves.toBe(true)
  expect(delivery?.headers.authorization).toBe('Bearer deep')
})

test('lists messages and attempts as the command line of Sanity reads them', async () => {
  const {administrator} = openedLake()
  const {url, answers, received} = await startReceiver()
  answers.push((response) => response.writeHead(404).end('No such hook'))
  const {id} = await administrator.request({
    method: 'POST',
    url: HOOKS,
    body: {name: 'Index', url, rule: {on: ['create'], projection: '{_id}'}},
  })
  await administrator.create({_id: 'tides', _type: 'article'})
  await received(1)
  const messages = () => administrator.request({url: `${HOOKS}/${id}/messages`})
  await vi.waitUntil(async () => (await messages())[0]?.status === 'failure', {timeout: 30_000})

  await expect(messages()).resolves.toMatchObject([
    {
      payload: '{"_id":"tides"}',
      status: 'failure',
      failureCount: 1,
      resultCode: 404,
      dataset: 'production',
      projectId: 'octavo',
      documentId: 'tides',
      operation: 'create',
    },
  ])
  const [attempt] = await administrator.request({url: `${HOOKS}/${id}/attempts`})
  expect(attempt).toEqual({
    id: expect.any(String),
    messageId: (await messages())[0].id,
    hookId: id,
    projectId: 'octavo',
    inProgress: false,
    isFailure: true,
    failureReason: 'http',
    resultCode: 404,
    resultBody: 'No such hook',
    duration: expect.any(Number),
    createdAt: expect.stringMatching(/Z$/),
    updatedAt: expect.stringMatching(/Z$/),
  })
  await expect(administrator.request({url: `${HOOKS}/attempts/${attempt.id}`})).resolves.toEqual(attempt)

  await administrator.request({method: 'POST', url: `${HOOKS}/${id}/retry`})
  await received(2)
  await vi.waitUntil(async () => (await messages())[0]?.status === 'success', {timeout: 30_000})
  await expect(administrator.request({url: `${HOOKS}/${id}/attempts?limit=1`})).resolves.toMatchObject([
    {isFailure: false, resultCode: 200},
  ])
})

test.each([
  ['a webhook by transaction', {type: 'transaction'}, 'type: must be document'],
  ['no operation', {rule: {on: []}}, 'rule.on: must name create, update or delete'],
  ['an unknown operation', {rule: {on: ['publish']}}, 'rule.on.0'],
  ['a filter that is not GROQ', {rule: {on: ['create'], filter: '_type =='}}, 'The filter is not GROQ'],
  ['a projection that is not GROQ', {rule: {on: ['create'], projection: '{_id,'}}, 'The projection is not GROQ'],
  ['GROQ without end', {rule: {on: ['create'], filter: '1+'.repeat(9000)}}, 'GROQ may have 16384 characters'],
  ['an address of another kind', {url: 'file:///etc/passwd'}, 'must begin with https:// or http://'],
  ['a password in the address', {url: 'https://ada:secret@example.org'}, 'may not carry a password'],
  ['the metadata of a cloud', {url: 'http://169.254.169.254/latest'}, 'Webhooks are not sent to 169.254.169.254'],
  ['a header that the lake sets', {headers: {'Sanity-Operation': 'x'}}, 'is set by the lake'],
  ['a header with a line break', {headers: {'x-a': 'b\r\nhost: c'}}, 'has characters that a header cannot have'],
  ['no name', {name: ' '}, 'A webhook needs a name'],
])('refuses %s', async (_, changed, sentence) => {
  const {administrator} = openedLake()
  const body = {name: 'Index', url: 'https://example.org/hook', rule: {on: ['create']}, ...changed}
  await expect(administrator.request({method: 'POST', url: HOOKS, body})).rejects.toMatchObject({
    statusCode: 400,
    message: expect.stringContaining(sentence),
  })
  await expect(administrator.request({url: HOOKS})).resolves.toEqual([])
})

test("shows the site's own webhook, which nobody can change or remove", async () => {
  const site = {url: 'http://127.0.0.1:9', secret: 'of the site', projection: DEFAULT_PROJECTION, dataset: 'production'}
  const {administrator} = openedLake({site})
  const [own] = await administrator.request({url: HOOKS})
  expect(own).toMatchObject({id: 'site', url: 'http://127.0.0.1:9', secret: null, hasSecret: true})
  for (const method of ['PATCH', 'PUT', 'DELETE'])
    await expect(administrator.request({method, url: `${HOOKS}/site`, body: {}})).rejects.toMatchObject({
      statusCode: 403,
    })
})

const paths: [method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE', path: string][] = [
  ['GET', HOOKS],
  ['POST', HOOKS],
  ['GET', `${HOOKS}/site`],
  ['PATCH', `${HOOKS}/site`],
  ['PUT', `${HOOKS}/site`],
  ['DELETE', `${HOOKS}/site`],
  ['GET', `${HOOKS}/site/messages`],
  ['GET', `${HOOKS}/site/attempts`],
  ['POST', `${HOOKS}/site/retry`],
  ['POST', `${HOOKS}/site/messages/m/retry`],
  ['GET', `${HOOKS}/attempts/a`],
  ['GET', '/hooks/site/messages'],
]

test.each(paths)('%s %s is for administrators alone', async (method, path) => {
  const {lake} = openedLake()
  const statuses = await Promise.all(
    [null, 'viewer', 'editor'].map(async (role) => {
      const headers: Record<string, string> = role === null ? {} : {authorization: `Bearer ${role}`}
      const response = await lake.fetch(new Request(`http://lake.test/v2025-08-04${path}`, {method, headers}))
      return response.status
    }),
  )
  expect(statuses).toEqual([401, 403, 403])
})

test('knows no webhooks of another project', async () => {
  const {administrator} = openedLake()
  await expect(administrator.request({url: '/hooks/projects/other'})).rejects.toMatchObject({statusCode: 404})
})

function openedLake({site = null}: {site?: Parameters<typeof openWebhooks>[0]['site']} = {}) {
  const lake = testLake({production: []}, {routes: hookRoutes(() => webhooks)})
  const webhooks = openWebhooks({store: lake.store, path: ':memory:', projectId: 'octavo', site, allowPrivate: true})
  webhooks.begin()
  onTestFinished(() => webhooks.close())
  return {lake, administrator: clientOf(lake, {token: 'administrator'})}
}
