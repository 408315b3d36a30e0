import {isValidSignature} from '@sanity/webhook'
import {expect, onTestFinished, test, vi} from 'vitest'

import {clientOf, testLake} from '@/test-support/lakeClient'

import {newHook} from './hook'
import {fakeTime, startReceiver} from './receiver.fixture'
import {openWebhooks, type WebhooksOptions} from './webhooks'

vi.setConfig({testTimeout: 60_000})

const tides = {
  _id: 'tides',
  _type: 'article',
  title: 'On tides',
  status: 'draft',
  author: {_type: 'reference', _ref: 'ada'},
}
const ada = {_id: 'ada', _type: 'author', name: 'Ada'}

test('announces only changes of which its filter is true, comparing before and after', async () => {
  const {client, addHook, receiver} = await lakeWithHooks()
  await addHook({
    rule: {
      on: ['create', 'update', 'delete'],
      filter: '_type == "article" && (delta::changedAny(title) || before().status != after().status)',
      projection: '{"was": before().title, "is": after().title, "operation": delta::operation()}',
    },
  })
  await client.create(ada)
  await client.create(tides)
  await client.patch('tides').set({body: 'unchanged otherwise'}).commit()
  await client.patch('tides').set({title: 'On ebbs'}).commit()
  await client.patch('ada').set({title: 'Countess'}).commit()
  await client.delete('tides')

  const deliveries = await receiver.received(3)
  expect(deliveries.map(({body}) => JSON.parse(body))).toEqual([
    {was: null, is: 'On tides', operation: 'create'},
    {was: 'On tides', is: 'On ebbs', operation: 'update'},
    {was: 'On ebbs', is: null, operation: 'delete'},
  ])
})

test('announces the operations that it names and no others', async () => {
  const {client, addHook, receiver} = await lakeWithHooks()
  await addHook({rule: {on: ['delete'], projection: '{_id}'}})
  await client.create(ada)
  await client.patch('ada').set({name: 'Countess'}).commit()
  await client.delete('ada')
  const [delivery] = await receiver.received(1)
  expect([delivery?.headers['sanity-operation'], delivery?.body]).toEqual(['delete', '{"_id":"ada"}'])
})

test('sends the whole document without a projection, signed, by its method and with its headers', async () => {
  const {client, addHook, receiver} = await lakeWithHooks()
  const {id} = await addHook({httpMethod: 'PUT', headers: {authorization: 'Bearer x'}, secret: 'known to us alone'})
  const created = await client.create(ada)
  const [delivery] = await receiver.received(1)
  const {body = '', headers = {}, method} = delivery ?? {}
  expect(JSON.parse(body)).toEqual(created)
  expect(method).toBe('PUT')
  expect(headers).toMatchObject({
    authorization: 'Bearer x',
    'content-type': 'application/json',
    'idempotency-key': `${created._rev}-ada-${id}`,
    'sanity-webhook-id': id,
    'sanity-transaction-id': created._rev,
    'sanity-transaction-time': created._updatedAt,
    'sanity-document-id': 'ada',
    'sanity-operation': 'create',
    'sanity-dataset': 'production',
    'sanity-project-id': 'octavo',
  })
  const signature = String(headers['sanity-webhook-signature'])
  await expect(isValidSignature(body, signature, 'known to us alone')).resolves.toBe(true)
})

test('sends a body by GET too, and no signature without a secret', async () => {
  const {client, addHook, receiver} = await lakeWithHooks()
  await addHook({httpMethod: 'GET', rule: {on: ['create'], projection: '{_id}'}})
  await client.create(ada)
  const [delivery] = await receiver.received(1)
  expect([delivery?.method, delivery?.body]).toEqual(['GET', '{"_id":"ada"}'])
  expect(delivery?.headers).not.toHaveProperty('sanity-webhook-signature')
})

test('follows references, and says who changed the document, where and when', async () => {
  const {client, addHook, receiver} = await lakeWithHooks()
  await client.create(ada)
  await addHook({
    rule: {
      on: ['create'],
      filter: 'author->name == "Ada"',
      projection:
        '{"author": author->{name, "missing": other->name}, "by": identity(), "at": now(), "d": sanity::dataset()}',
    },
  })
  const {_createdAt} = await client.create(tides)
  const [delivery] = await receiver.received(1)
  expect(JSON.parse(delivery?.body ?? '')).toEqual({
    author: {name: 'Ada', missing: null},
    by: 'editor',
    at: _createdAt,
    d: 'production',
  })
})

test('tells of drafts and of versions only where that was asked for', async () => {
  const {client, addHook, receiver} = await lakeWithHooks()
  const add = (name: string, options: object) =>
    addHook({name, rule: {on: ['create'], projection: '{_id}'}, ...options})
  const hooks = {
    plain: await add('plain', {}),
    drafts: await add('drafts', {includeDrafts: true}),
    versions: await add('versions', {includeAllVersions: true}),
  }
  for (const _id of ['drafts.tides', 'versions.spring.tides', 'tides']) await client.create({_id, _type: 'topic'})
  const deliveries = await receiver.received(5)
  const idsOf = ({id}: {id: string}) =>
    deliveries
      .filter(({headers}) => headers['sanity-webhook-id'] === id)
      .map(({headers}) => headers['sanity-document-id'])
  expect({plain: idsOf(hooks.plain), drafts: idsOf(hooks.drafts), versions: idsOf(hooks.versions)}).toEqual({
    plain: ['tides'],
    drafts: ['drafts.tides', 'tides'],
    versions: ['versions.spring.tides', 'tides'],
  })
})

test('announces changes of every dataset, or of its own', async () => {
  const {lake, client, addHook, receiver} = await lakeWithHooks({}, {production: [], staging: []})
  await addHook({dataset: 'staging', rule: {on: ['create'], projection: '{"own": _id}'}})
  await addHook({dataset: '*', rule: {on: ['create'], projection: '{"every": _id}'}})
  await client.create({_id: 'a', _type: 'topic'})
  await clientOf(lake, {token: 'editor'}).withConfig({dataset: 'staging'}).create({_id: 'b', _type: 'topic'})
  const deliveries = await receiver.received(3)
  expect(deliveries.map(({body}) => body).sort()).toEqual(['{"every":"a"}', '{"every":"b"}', '{"own":"b"}'])
})

test('is not delayed by another webhook whose receiver never answers', async () => {
  const {client, addHook, receiver} = await lakeWithHooks({wait: () => new Promise(() => undefined)})
  const silent = await startReceiver()
  silent.answers.push(() => undefined)
  await addHook({name: 'silent', url: silent.url})
  await addHook({name: 'dead', url: 'http://127.0.0.1:9/'})
  await addHook({name: 'lively'})
  await client.create(ada)
  await silent.received(1)
  for (let n = 0; n < 20; n++) await client.create({_id: `topic-${n}`, _type: 'topic'})
  expect(await receiver.received(21)).toHaveLength(21)
  expect(silent.deliveries).toHaveLength(1)
})

test.each([400, 401, 404, 410, 301, 302])('gives up a message that is answered %i, and goes on', async (status) => {
  const {client, addHook, receiver, messages} = await lakeWithHooks()
  receiver.answers.push((response) => response.writeHead(status, {location: '/elsewhere'}).end('not here'))
  const {id} = await addHook({})
  await client.create({_id: 'one', _type: 'topic'})
  await client.create({_id: 'two', _type: 'topic'})
  await until(() => messages(id).filter((message) => message.status !== 'queued').length === 2)
  expect(messages(id).map(({documentId, status: outcome, resultCode}) => [documentId, outcome, resultCode])).toEqual([
    ['two', 'success', 200],
    ['one', 'failure', status],
  ])
  expect(receiver.deliveries).toHaveLength(2)
})

test('tries a message for half an hour with growing waits, gives it up, says so, and goes on', async () => {
  const lines: string[] = []
  const {client, addHook, receiver, messages, time} = await lakeWithHooks({
    random: () => 1,
    log: (level, message) => lines.push(`${level}: ${message}`),
  })
  receiver.answers.push(...Array.from({length: 15}, () => 503))
  const {id} = await addHook({name: 'Index'})
  await client.create({_id: 'one', _type: 'topic'})
  await until(() => messages(id)[0]?.status === 'failure')
  expect(time.waits.map((ms) => ms / 1000)).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300, 300, 300, 300])
  await client.create({_id: 'two', _type: 'topic'})
  await until(() => messages(id)[0]?.status === 'success')
  expect(lines).toEqual([
    'warn: Index does not accept a change: status 503',
    'error: Gave up announcing one to Index: status 503',
    'info: Index accepts changes again',
  ])
})

test('cuts off an answer without end, and one that never comes whole', async () => {
  const {client, addHook, receiver, hooks, messages} = await lakeWithHooks()
  receiver.answers.push((response) => {
    const more = () => void response.write('x'.repeat(65_536), () => response.destroyed || setImmediate(more))
    more()
  })
  const {id} = await addHook({})
  await client.create(ada)
  await until(() => messages(id)[0]?.status === 'success')
  const [attempt] = hooks.queue.attempts(id, {limit: 1, offset: 0})
  expect(attempt?.resultBody).toBe('x'.repeat(1024))
})

test('records a projection that cannot be evaluated as a failure, and goes on', async () => {
  const lines: string[] = []
  const {client, addHook, receiver, hooks, messages} = await lakeWithHooks({
    log: (level, message) => lines.push(`${level}: ${message}`),
  })
  const {id} = await addHook({
    name: 'Geo',
    rule: {on: ['create'], projection: 'select(_id == "bad" => geo::distance(1, 2), _id)'},
  })
  await client.create({_id: 'bad', _type: 'topic'})
  await client.create({_id: 'good', _type: 'topic'})
  const [delivery] = await receiver.received(1)
  expect(delivery?.body).toBe('"good"')
  expect(messages(id).at(-1)).toMatchObject({documentId: 'bad', status: 'failure'})
  expect(hooks.queue.attempts(id, {limit: 10, offset: 0}).at(-1)).toMatchObject({
    failureReason: 'other',
    resultCode: null,
  })
  expect(lines.filter((line) => line.startsWith('error: Gave up announcing bad to Geo'))).toHaveLength(1)
})

test('announces nothing of what happened before it was made, while it was off, and after it was removed', async () => {
  const {client, addHook, receiver, hooks} = await lakeWithHooks()
  await client.create({_id: 'before', _type: 'topic'})
  const {id} = await addHook({rule: {on: ['create'], projection: '{_id}'}})
  await client.create({_id: 'on', _type: 'topic'})
  await receiver.received(1)
  await hooks.registry.change(id, {isDisabledByUser: true})
  await hooks.follow()
  await client.create({_id: 'off', _type: 'topic'})
  await hooks.registry.change(id, {isDisabledByUser: false})
  await hooks.follow()
  await client.create({_id: 'on again', _type: 'topic'}).catch(() => client.create({_id: 'on-again', _type: 'topic'}))
  await receiver.received(2)
  hooks.registry.remove(id)
  await hooks.follow()
  await client.create({_id: 'gone', _type: 'topic'})
  await addHook({rule: {on: ['create'], projection: '{_id}'}})
  await client.create({_id: 'end', _type: 'topic'})
  const deliveries = await receiver.received(3)
  expect(deliveries.map(({headers}) => headers['sanity-document-id'])).toEqual(['on', 'on-again', 'end'])
})

test('leaves in the log what has no room in the queue, and sends it in its turn', async () => {
  const time = fakeTime()
  const {client, addHook, receiver, hooks, messages} = await lakeWithHooks({
    maxWaiting: 3,
    now: time.now,
    wait: () => new Promise(() => undefined),
  })
  receiver.answers.push(503)
  const {id} = await addHook({rule: {on: ['create'], projection: '{_id}'}})
  const ids = Array.from({length: 12}, (_, n) => `topic-${n}`)
  await client.create({_id: 'first', _type: 'topic'})
  await until(() => messages(id)[0]?.failureCount === 1)
  for (const _id of ids) await client.create({_id, _type: 'topic'})
  await until(() => messages(id).length >= 3)
  await client.create({_id: 'drafts.topic', _type: 'topic'})
  expect(messages(id)).toHaveLength(3)

  hooks.queue.hasten(id, time.now())
  await client.create({_id: 'last', _type: 'topic'})
  const deliveries = await receiver.received(15)
  expect(deliveries.map(({headers}) => headers['sanity-document-id'])).toEqual(['first', 'first', ...ids, 'last'])
  await until(() => hooks.depths().every(({waiting, behind}) => waiting === 0 && behind === 0))
})

test('keeps the newest of what is over and done with, and everything that waits', async () => {
  const {client, addHook, receiver, hooks, messages} = await lakeWithHooks()
  const {id} = await addHook({rule: {on: ['create'], projection: '{_id}'}})
  const transaction = client.transaction()
  for (let n = 0; n < 260; n++) transaction.create({_id: `topic-${n}`, _type: 'topic'})
  await transaction.commit()
  await receiver.received(260)
  await until(() => hooks.queue.waiting(id) === 0)
  expect(messages(id)).toHaveLength(200)
})

/** What is written down comes after what is answered. */
function until(isTrue: () => boolean): Promise<boolean> {
  return vi.waitUntil(isTrue, {timeout: 30_000})
}

async function lakeWithHooks(
  overrides: Partial<WebhooksOptions> = {},
  datasets: Parameters<typeof testLake>[0] = {production: []},
) {
  const receiver = await startReceiver()
  const time = fakeTime()
  const lake = testLake(datasets)
  const hooks = openWebhooks({
    store: lake.store,
    path: ':memory:',
    projectId: 'octavo',
    site: null,
    allowPrivate: true,
    now: time.now,
    wait: time.wait,
    ...overrides,
  })
  hooks.begin()
  onTestFinished(() => hooks.close())
  const addHook = async (input: object) => {
    const hook = newHook.parse({name: 'Hook', url: receiver.url, rule: {on: ['create', 'update', 'delete']}, ...input})
    const created = await hooks.registry.create(hook, 'administrator')
    await hooks.follow()
    return created
  }
  const messages = (id: string) => hooks.queue.messages(id, {limit: 500, offset: 0})
  return {lake, client: clientOf(lake, {token: 'editor'}), hooks, addHook, messages, receiver, time}
}
