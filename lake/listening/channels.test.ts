import {expect, test} from 'vitest'

import type {Identity} from '../identity.ts'
import {testLake} from '@/test-support/lakeClient'
import type {OpenLake} from '../index.ts'
import {sqliteStore} from '../store/sqlite.ts'

import {createChannels, type Channels, type ListenRequest} from './channels.ts'
import type {Piece} from './pieces.ts'
import {createReaders} from './readers.ts'
import type {Reader} from './reader.ts'

/** Takes seconds on the body of `big`, and no time at all on anything else. */
const HOSTILE = '*[count(body[count(^.body[text > ^.text]) > 0]) > 0]'
const MODEST = '*[title match "tides"]'

test('evaluates once and encodes once for all who ask the same', () => {
  const {channels, reader, write, subscriptions} = open()
  const readers = Array.from({length: 200}, () => reader())
  for (const one of readers) channels.open(request({query: MODEST})).join(one)

  write({_id: 'a', _type: 'article', title: 'On tides'})

  const [first, ...others] = readers.map(take)
  expect(text(first)).toContain('"documentId":"a"')
  for (const pieces of others) expect(pieces[0]).toBe(first?.[0])
  expect(subscriptions()).toBe(1)
})

test('shares an encoding between filters that hear the same, and not between options that differ', () => {
  const {channels, reader, write} = open()
  const [byType, byId, withResult] = [reader(), reader(), reader()]
  channels.open(request({query: '*[_type == "article"]'})).join(byType)
  channels.open(request({query: '*[_id == "a"]'})).join(byId)
  channels.open(request({query: '*', options: {...options, includeResult: true}})).join(withResult)

  write({_id: 'a', _type: 'article', title: 'On tides'})

  const [one, same, other] = [take(byType), take(byId), take(withResult)]
  expect(same[0]).toBe(one[0])
  expect(text(one)).not.toContain('"result"')
  expect(text(other)).toContain('"result":{')
})

test('tells the same query of somebody else by what identity() answers', () => {
  const {channels, reader, write} = open()
  const [ada, emmy] = [reader(), reader()]
  channels.open(request({query: '*[owner == identity()]', identity: 'ada'})).join(ada)
  channels.open(request({query: '*[owner == identity()]', identity: 'emmy'})).join(emmy)

  write({_id: 'a', _type: 'article', owner: 'emmy'})

  expect([take(ada).length, take(emmy).length]).toEqual([0, 1])
})

test('does not mix up what anonymous readers and others hear', () => {
  const {channels, reader, write} = open()
  const [anonymous, member] = [reader(), reader()]
  channels.open(request({scope: 'public'})).join(anonymous)
  channels.open(request({scope: 'all'})).join(member)

  write({_id: 'drafts.a', _type: 'article'})

  expect([take(anonymous).length, take(member).length]).toEqual([0, 1])
})

test('dismisses a listener that takes too long, and tells the others', () => {
  const {channels, reader, write} = open()
  const [hostile, modest, simple] = [reader(), reader(), reader()]
  channels.open(request({query: HOSTILE, scope: 'public'})).join(hostile)
  channels.open(request({query: MODEST, scope: 'public'})).join(modest)
  channels.open(request({query: '*', scope: 'public'})).join(simple)

  write(big)

  expect(text(take(hostile))).toMatch(/^event: channelError\ndata: {"message":"The listener takes too long/)
  expect([hostile.isOpen, modest.isOpen, simple.isOpen]).toEqual([false, true, true])
  expect(text(take(modest))).toContain('"transition":"appear"')
  expect(text(take(simple))).toContain('"transition":"appear"')
})

test('stops evaluating anonymous listeners when all of them together take too long', () => {
  const {channels, reader, write} = open()
  const modest = reader()
  channels.open(request({query: MODEST, scope: 'public'})).join(modest)
  write({_id: 'a', _type: 'article', title: 'On tides'})
  take(modest)
  const hostile = Array.from({length: 40}, (_, index) => {
    const one = reader()
    const query = `${HOSTILE.slice(0, -1)} && probe < ${index}]`.replace('*[', '*[probe > 0 && ')
    channels.open(request({query, scope: 'public'})).join(one)
    return one
  })
  let probes = 0
  const probed = Object.defineProperty({...big}, 'probe', {enumerable: true, get: () => ++probes})

  write(probed)

  expect(hostile.filter((one) => one.isOpen)).toEqual([])
  // Read when it is stored, and by few besides; on a busy machine more than once.
  expect(probes).toBeLessThan(39)
  expect(text(take(modest))).toContain('"transition":"appear"')
})

test('turns away who has asked for too much too often', () => {
  const {channels, reader, write} = open()
  const ask = (index: number, client = 'mallory') =>
    channels.open(request({query: `*[${index} < 99 && count(body[count(^.body[text > ^.text]) > 0]) > 0]`, client}))
  for (let index = 0; index < 6; index++) {
    ask(index).join(reader())
    write({...big, n: index})
  }

  expect(() => ask(7)).toThrow('Your listeners have taken too long too often')
  expect(() => ask(7, 'ada')).not.toThrow()
})

test.each([
  ['a query that is too long', `*[${'1 + '.repeat(8_000)}1 == 1]`, 'longer than'],
  ['one nested too deep', `*[${'('.repeat(80)}true${')'.repeat(80)}]`, 'nested deeper'],
  ['one that takes too long to parse', `*[${'1+'.repeat(7_900)}1 > 1]`, 'took longer'],
])('refuses %s', (_name, query, message) => {
  const {channels} = open()

  expect(() => channels.open(request({query, scope: 'public'}))).toThrow(message)
})

test('turns away more streams than a client or all together may have', async () => {
  const lake = testLake({production: []}, {streams: {maxStreams: 3, maxStreamsPerClient: 2}})
  const first = await listen(lake, '192.0.2.1')
  const statuses = [await listen(lake, '192.0.2.1'), await listen(lake, '192.0.2.1'), await listen(lake, '192.0.2.2')]
  const last = await listen(lake, '192.0.2.3')
  expect([...statuses, last].map(({status}) => status)).toEqual([200, 429, 200, 429])
  expect(last.headers.get('retry-after')).toBe('30')

  await first.body?.cancel()

  expect((await listen(lake, '192.0.2.1')).status).toBe(200)
  lake.close()
})

test('forgets a stream whose request is aborted', async () => {
  const lake = testLake({production: []})
  const controller = new AbortController()
  const {signal} = controller
  const url = 'http://lake.test/v2026-01-01/data/listen/production?query=*'
  const response = await lake.fetch(new Request(url, {signal}))
  expect(lake.listening.readers.count()).toBe(1)

  controller.abort()

  expect(lake.listening.readers.count()).toBe(0)
  await expect(response.text()).resolves.toBe('')
  await lake.close()
})

test('counts a user’s streams together, wherever they come from', async () => {
  const lake = testLake({production: []}, {streams: {maxStreamsPerClient: 1}, identify: () => ada})
  await listen(lake, '192.0.2.1')

  expect((await listen(lake, '192.0.2.2')).status).toBe(429)
  lake.close()
})

const ada: Identity = {id: 'ada', name: 'Ada', email: 'ada@example.org', role: 'editor', kind: 'user'}
const options = {includeResult: false, includePreviousRevision: false, includeMutations: false, includeEffects: false}
const big = {
  _id: 'big',
  _type: 'article',
  title: 'On tides',
  body: Array.from({length: 3_000}, (_, n) => ({_key: `k${n}`, text: `${n}`})),
}

/** What is hostile takes many seconds. */
const budget = {parseMs: 200, memberMs: 60, anonymousMs: 60}

function listen(lake: OpenLake, address: string): Promise<Response> {
  const headers = {'x-forwarded-for': address}
  return lake.fetch(new Request('http://lake.test/v2026-01-01/data/listen/production?query=*', {headers}))
}

function request(overrides: Partial<ListenRequest>): ListenRequest {
  const one = {dataset: 'production', query: '*', params: {}, identity: 'ada', client: 'ada', options}
  return {...one, scope: 'all', ...overrides}
}

function open() {
  const store = sqliteStore(':memory:')
  store.createDataset('production')
  let subscriptions = 0
  const counted = {
    ...store,
    onCommit: (listener: Parameters<typeof store.onCommit>[0]) => {
      subscriptions++
      return store.onCommit(listener)
    },
  }
  const channels: Channels = createChannels({store: counted, projectId: 'octavo', clock: () => 0, budget})
  const readers = createReaders({maxReaderBytes: 1e6, maxTotalBytes: 1e9, maxStallMs: 1e6}, () => 0)
  let sequence = 0
  const write = (attributes: {_id: string; _type: string; [attribute: string]: unknown}) => {
    const id = `t${sequence++}`
    const {_id} = attributes
    const before = store.documents('production')?.get(_id) ?? null
    const after = Object.assign(attributes, {_rev: id, _createdAt: '', _updatedAt: '', _id})
    store.commit({
      id,
      dataset: 'production',
      author: 'ada',
      timestamp: new Date(0).toISOString(),
      changes: [{documentId: _id, before, after, effects: {apply: [], revert: []}, mutations: []}],
    })
  }
  return {channels, reader: () => readers.open(), write, subscriptions: () => subscriptions}
}

function take(reader: Reader): Piece[] {
  const pieces: Piece[] = []
  for (let piece = reader.take(); piece; piece = reader.take()) pieces.push(piece)
  return pieces
}

function text(pieces: readonly Piece[] = []): string {
  return pieces.map(({bytes}) => new TextDecoder().decode(bytes)).join('')
}
