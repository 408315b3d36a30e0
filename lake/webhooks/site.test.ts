import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {DatabaseSync} from 'node:sqlite'
import {isValidSignature} from '@sanity/webhook'
import {expect, onTestFinished, test, vi} from 'vitest'

import {clientOf, testLake} from '@/test-support/lakeClient'

import {DEFAULT_PROJECTION} from './delta'
import {fakeTime, startReceiver} from './receiver.fixture'
import {openWebhooks, type Webhooks, type WebhooksOptions} from './webhooks'

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
  leadImage: {caption: [{_key: 'l', children: [citation('lead')]}]},
  body: [
    {
      _key: 'b',
      children: [
        {_key: 's', _type: 'span', text: 'The sea.'},
        citation('polanyi', 'sen'),
        {_key: 'n', _type: 'footnote', text: [{_key: 'm', children: [citation('note')]}]},
      ],
    },
    {_key: 'f', _type: 'figure', caption: [{_key: 'c', children: [citation('caption', 'sen')]}]},
  ],
  furtherReading: [{_key: 'r', _type: 'reference', _ref: 'further', _weak: true}],
}

function citation(...works: string[]) {
  const items = works.map((_ref) => ({_key: _ref, reference: {_type: 'reference', _ref, _weak: true}}))
  return {_key: works.join('-'), _type: 'citation', items}
}

test('tells of a creation, an update and a deletion what was and what is', async () => {
  const {client, site} = await lakeAndSite()
  await client.create(tides)
  await client.patch('tides').unset(['series', 'topics']).commit()
  await client.delete('tides')

  const shared = {slug: 'on-tides', publishedAt: '2026-01-01T00:00:00Z'}
  const cites = ['lead', 'polanyi', 'sen', 'note', 'caption', 'further']
  const first = {...shared, refs: ['ada', 'sea', 'moon'], cites}
  const second = {...shared, refs: ['ada'], cites}
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
    'idempotency-key': `${transactionId}-tides-site`,
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
  site.answers.push(503, 500, 429, 502)
  await client.create({_id: 'one', _type: 'topic'})
  await client.create({_id: 'two', _type: 'topic'})
  const deliveries = await site.received(6)
  expect(deliveries.map(({headers}) => headers['sanity-document-id'])).toEqual([
    ...Array.from({length: 5}, () => 'one'),
    'two',
  ])
  expect(new Set(deliveries.map(({headers}) => headers['idempotency-key'])).size).toBe(2)
})

test.each([401, 404, 413, 422])(
  'sets a change aside that the site refuses with %i, goes on, and comes back to it until it is taken',
  async (status) => {
    const {client, site, hooks} = await lakeAndSite()
    site.answers.push(status, status, status, 200, status, status)
    await client.create({_id: 'one', _type: 'topic'})
    await client.create({_id: 'two', _type: 'topic'})
    const deliveries = await site.received(7)
    expect(deliveries.map(({headers}) => headers['sanity-document-id'])).toEqual([
      'one',
      'one',
      'one',
      'two',
      'one',
      'one',
      'one',
    ])
    await settled(hooks)
    expect(hooks.queue.messages('site', {limit: 5, offset: 0}).map(({status: outcome}) => outcome)).toEqual([
      'success',
      'success',
    ])
  },
)

test('tries a change that was set aside again as soon as the lake is started', async () => {
  const time = fakeTime()
  const {client, site, start, hooks} = await lakeAndSite({now: time.now, wait: forEver})
  site.answers.push(...Array.from({length: 3}, () => 401))
  await client.create({_id: 'one', _type: 'topic'})
  await site.received(1)
  await hooks.close()
  site.answers.splice(0)
  start()
  const deliveries = await site.received(2)
  expect(deliveries.map(({headers}) => headers['sanity-document-id'])).toEqual(['one', 'one'])
})

test('waits longer after every failure, and never more than ten seconds', async () => {
  const time = fakeTime()
  const {client, site} = await lakeAndSite({now: time.now, wait: time.wait, random: () => 1})
  site.answers.push(...Array.from({length: 7}, () => 500))
  await client.create({_id: 'one', _type: 'topic'})
  await site.received(8)
  expect(time.waits).toEqual([100, 400, 1600, 6400, 10_000, 10_000, 10_000])
})

test('says once that the site does not accept changes, and once that it does again', async () => {
  const messages: string[] = []
  const {client, site, hooks} = await lakeAndSite({
    log: (level, message, detail) => {
      expect(detail).not.toHaveProperty('message')
      messages.push(`${level}: ${message}`)
    },
  })
  site.answers.push(503, 503, 503)
  await client.create({_id: 'one', _type: 'topic'})
  await client.create({_id: 'two', _type: 'topic'})
  await site.received(5)
  await settled(hooks)
  expect(messages).toEqual([
    'warn: The site does not accept a change: status 503',
    'info: The site accepts changes again',
  ])
})

test('announces after a restart what was committed while nobody listened, as it was at the time', async () => {
  const {lake, client, site, start, hooks} = await lakeAndSite({path: fileInNewFolder()})
  await client.create(tides)
  await site.received(1)
  await hooks.close()

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

test('goes on where a file from before there were several webhooks ends', async () => {
  const path = fileInNewFolder()
  const lake = testLake({production: []})
  const client = clientOf(lake, {token: 'editor'})
  await client.create({_id: 'before', _type: 'topic'})
  const old = new DatabaseSync(path)
  old.exec(`CREATE TABLE cursors (dataset TEXT PRIMARY KEY, sequence INTEGER NOT NULL) STRICT;
    INSERT INTO cursors VALUES ('production', ${lake.store.lastSequence()})`)
  old.close()
  await client.create({_id: 'after', _type: 'topic'})

  const {site} = await lakeAndSite({path}, lake)
  const deliveries = await site.received(1)
  expect(deliveries.map(({headers}) => headers['sanity-document-id'])).toEqual(['after'])
})

test('goes on at the end of a transaction log that a restored backup has made shorter', async () => {
  const path = fileInNewFolder()
  const {client, hooks, site} = await lakeAndSite({path})
  await client.create({_id: 'one', _type: 'topic'})
  await client.create({_id: 'two', _type: 'topic'})
  await site.received(2)
  await settled(hooks)
  await hooks.close()

  const restored = await lakeAndSite({path})
  await restored.client.create({_id: 'three', _type: 'topic'})
  const deliveries = await restored.site.received(1)
  expect(deliveries.map(({headers}) => headers['sanity-document-id'])).toEqual(['three'])
})

async function lakeAndSite(overrides: Partial<WebhooksOptions> = {}, lake = testLake({production: []})) {
  const site = await startReceiver()
  const time = fakeTime()
  const path = overrides.path ?? fileInNewFolder()
  const start = () => {
    const hooks = openWebhooks({
      store: lake.store,
      path,
      projectId: 'octavo',
      site: {url: site.url, secret, projection: DEFAULT_PROJECTION, dataset: 'production'},
      now: time.now,
      wait: time.wait,
      ...overrides,
    })
    onTestFinished(() => hooks.close())
    hooks.begin()
    return hooks
  }
  return {lake, site, start, hooks: start(), client: clientOf(lake, {token: 'editor'})}
}

/** A receiver has answered before its answer has been written down. */
async function settled({queue}: Webhooks): Promise<void> {
  await vi.waitUntil(() => queue.waiting('site') === 0, {timeout: 30_000})
}

/** Until it is cut short. */
function forEver(_ms: number, signal: AbortSignal): Promise<unknown> {
  return new Promise((_resolve, reject) => signal.addEventListener('abort', reject))
}

function fileInNewFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'octavo-webhooks-'))
  onTestFinished(() => rmSync(folder, {recursive: true, force: true}))
  return join(folder, 'webhook.sqlite')
}
