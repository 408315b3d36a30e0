import {createServer, type IncomingHttpHeaders} from 'node:http'
import type {AddressInfo} from 'node:net'
import {isValidSignature} from '@sanity/webhook'
import {expect, onTestFinished, test, vi} from 'vitest'

import {clientOf, testLake} from '@/test-support/lakeClient'

import {openCursor, type Cursor} from './cursor'
import {startWebhook, type WebhookOptions} from './webhook'

vi.setConfig({testTimeout: 60_000})

const secret = 'a secret of the operator'

const tides = {
  _id: 'tides',
  _type: 'article',
  title: 'On tides',
  slug: {current: 'on-tides'},
  publishedAt: '2026-01-01T00:00:00Z',
  authors: [{_key: 'a', author: {_type: 'reference', _ref: 'ada', _weak: true}}],
  topics: [
    {_key: 't', _type: 'reference', _ref: 'sea', _weak: true},
    {_key: 'u', _type: 'reference', _ref: 'sea', _weak: true},
  ],
  series: {_type: 'reference', _ref: 'moon', _weak: true},
}

test('tells of a creation, an update and a deletion what was and what is', async () => {
  const {client, site} = await lakeAndSite()
  await client.create(tides)
  await client.patch('tides').unset(['series', 'topics']).commit()
  await client.delete('tides')

  const shared = {slug: 'on-tides', publishedAt: '2026-01-01T00:00:00Z'}
  const first = {...shared, refs: ['ada', 'sea', 'moon']}
  const second = {...shared, refs: ['ada']}
  const deliveries = await site.received(3)
  expect(deliveries.map(({body}) => JSON.parse(body))).toEqual([
    {_id: 'tides', _type: 'article', operation: 'create', before: null, after: first},
    {_id: 'tides', _type: 'article', operation: 'update', before: first, after: second},
    {_id: 'tides', _type: 'article', operation: 'delete', before: second, after: null},
  ])
})

test('signs as Sanity does, and names the change in its headers', async () => {
  const {client, site} = await lakeAndSite()
  const {transactionId} = await client.create(tides, {returnDocuments: false})
  const [delivery] = await site.received(1)
  const {body = '', headers = {}} = delivery ?? {}

  await expect(isValidSignature(body, String(headers['sanity-webhook-signature']), secret)).resolves.toBe(true)
  await expect(isValidSignature(`${body} `, String(headers['sanity-webhook-signature']), secret)).resolves.toBe(false)
  expect(headers).toMatchObject({
    'content-type': 'application/json',
    'idempotency-key': `${transactionId}-tides`,
    'sanity-transaction-id': transactionId,
    'sanity-document-id': 'tides',
    'sanity-operation': 'create',
    'sanity-dataset': 'production',
    'sanity-project-id': 'octavo',
  })
})

test('says nothing of drafts, of versions and of assets', async () => {
  const {client, site} = await lakeAndSite()
  await client.create({...tides, _id: 'drafts.tides', title: 'Secret'})
  await client.create({...tides, _id: 'versions.r1.tides', title: 'Secret'})
  await client.create({_id: 'image-abc-1x1-png', _type: 'sanity.imageAsset'})
  await client.create({_id: 'public', _type: 'topic'})
  const deliveries = await site.received(1)
  expect(deliveries.map(({headers}) => headers['sanity-document-id'])).toEqual(['public'])
})

test('delivers in order and under one key while the site answers with errors', async () => {
  const {client, site} = await lakeAndSite()
  site.answers.push(503, 500, 404, 503, 401)
  await client.create({_id: 'one', _type: 'topic'})
  await client.create({_id: 'two', _type: 'topic'})
  const deliveries = await site.received(7)
  expect(deliveries.map(({headers}) => headers['sanity-document-id'])).toEqual([
    ...Array.from({length: 6}, () => 'one'),
    'two',
  ])
  expect(new Set(deliveries.map(({headers}) => headers['idempotency-key'])).size).toBe(2)
})

test('gives up a body that the site refuses as such, and goes on', async () => {
  const messages: string[] = []
  const {client, site} = await lakeAndSite({log: ({message}) => messages.push(message)})
  site.answers.push(422, 422, 422)
  await client.create({_id: 'one', _type: 'topic'})
  await client.create({_id: 'two', _type: 'topic'})
  const deliveries = await site.received(4)
  expect(deliveries.map(({headers}) => headers['sanity-document-id'])).toEqual(['one', 'one', 'one', 'two'])
  expect(messages.at(-1)).toBe('Gave up announcing one: status 422')
})

test('waits longer after every failure, and never more than ten seconds', async () => {
  const waits: number[] = []
  const {client, site} = await lakeAndSite({
    wait: (ms) => {
      waits.push(ms)
      return Promise.resolve()
    },
  })
  site.answers.push(...Array.from({length: 7}, () => 500))
  await client.create({_id: 'one', _type: 'topic'})
  await site.received(8)
  expect(waits).toEqual([100, 400, 1600, 6400, 10_000, 10_000, 10_000])
})

test('announces after a restart what was committed while nobody listened, as it was at the time', async () => {
  const {lake, client, site, start, hook} = await lakeAndSite()
  await client.create(tides)
  await site.received(1)
  await hook.close()

  await client.create({...tides, _id: 'drafts.tides'})
  for (const slug of ['second', 'third']) {
    await client
      .patch('tides')
      .set({slug: {current: slug}})
      .commit()
  }
  await client.delete('tides')
  start()

  const changes = await site.receivedChanges(4)
  const bodies = changes.slice(1).map(({body}) => JSON.parse(body))
  expect(bodies.map(({operation, before, after}) => [operation, before?.slug, after?.slug])).toEqual([
    ['update', 'on-tides', 'second'],
    ['update', 'second', 'third'],
    ['delete', 'third', undefined],
  ])
  expect(lake.store.lastSequence()).toBeGreaterThan(4)
})

test('does not announce what was there before the first start', async () => {
  const lake = testLake({production: [tides]})
  const {site, client} = await lakeAndSite({}, lake)
  await client.create({_id: 'new', _type: 'topic'})
  const deliveries = await site.received(1)
  expect(deliveries.map(({headers}) => headers['sanity-document-id'])).toEqual(['new'])
})

test('announces every document of a large transaction', async () => {
  const {client, site} = await lakeAndSite()
  const transaction = client.transaction()
  for (let n = 0; n < 450; n++) transaction.create({_id: `topic-${n}`, _type: 'topic'})
  await transaction.commit()
  const deliveries = await site.received(450)
  expect(new Set(deliveries.map(({headers}) => headers['sanity-document-id'])).size).toBe(450)
})

test('refuses a projection that is not GROQ', () => {
  const lake = testLake({production: []})
  expect(() => startWebhook({...optionsFor(lake), projection: '{_id,'})).toThrow(/syntax/i)
})

async function lakeAndSite(overrides: Partial<WebhookOptions> = {}, lake = testLake({production: []})) {
  const site = await startSite()
  const cursor = openCursor(':memory:')
  const start = () => {
    const hook = startWebhook({...optionsFor(lake, cursor), url: site.url, ...overrides})
    onTestFinished(() => hook.close())
    return hook
  }
  return {lake, site, start, hook: start(), client: clientOf(lake, {token: 'editor'})}
}

function optionsFor(lake: ReturnType<typeof testLake>, cursor: Cursor = openCursor(':memory:')): WebhookOptions {
  return {
    store: lake.store,
    cursor,
    projectId: 'octavo',
    dataset: 'production',
    url: 'http://127.0.0.1:9',
    secret,
    wait: () => Promise.resolve(),
  }
}

/** A site that answers with what is put into `answers`, then with 200. */
async function startSite() {
  const deliveries: {body: string; headers: IncomingHttpHeaders}[] = []
  const answers: number[] = []
  let check = () => {}
  const server = createServer(async (request, response) => {
    let body = ''
    for await (const chunk of request) body += String(chunk)
    deliveries.push({body, headers: request.headers})
    response.writeHead(answers.shift() ?? 200).end()
    check()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  return {
    answers,
    url: `http://127.0.0.1:${portOf(server.address())}/api/revalidate`,
    received: (count: number) => until(() => deliveries.length >= count).then(() => deliveries),
    /** A delivery that was cut off comes again under its key; here it counts once. */
    receivedChanges: async (count: number) => {
      const distinct = () => new Map(deliveries.map((delivery) => [delivery.headers['idempotency-key'], delivery]))
      await until(() => distinct().size >= count)
      return [...distinct().values()]
    },
  }

  function until(isEnough: () => boolean): Promise<void> {
    return new Promise((resolve) => {
      check = () => {
        if (isEnough()) resolve()
      }
      check()
    })
  }
}

function portOf(address: AddressInfo | string | null): number {
  return typeof address === 'object' && address ? address.port : 0
}
