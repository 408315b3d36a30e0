import type {LiveEvent, SanityClient} from '@sanity/client'
import {afterEach, expect, test} from 'vitest'

import {clientOf, testLake} from '@/test-support/lakeClient'

const soon = {timeout: 20_000}
const subscriptions: {unsubscribe(): void}[] = []
afterEach(() => subscriptions.splice(0).forEach((one) => one.unsubscribe()))

test('names the tags of queries that a published change concerns', async () => {
  const lake = testLake({production: [{_id: 'tides', _type: 'article'}]})
  const editor = clientOf(lake, {token: 'editor'})
  const heard = await hearing(clientOf(lake))
  const {syncTags} = await clientOf(lake).fetch('*[_id == "tides"]', {}, {filterResponse: false})

  await editor.create({_id: 'drafts.tides', _type: 'article'})
  await editor.patch('tides').set({title: 'On tides'}).commit()

  await expect.poll(() => heard.slice(1), soon).toHaveLength(1)
  expect(heard[1]).toMatchObject({type: 'message', id: expect.any(String)})
  expect(new Set(syncTags).isDisjointFrom(tagsOf(heard[1]))).toBe(false)
})

test('tells those who ask of drafts, too', async () => {
  const lake = testLake({production: []})
  const editor = clientOf(lake, {token: 'editor'})
  const heard = await hearing(editor, true)

  await editor.create({_id: 'drafts.tides', _type: 'article'})

  await expect.poll(() => heard.map(({type}) => type), soon).toEqual(['welcome', 'message'])
})

test.each([
  ['where it was', (id: number) => `${id}`, ['welcome', 'message']],
  ['at a place that is not in the log', (id: number) => `${id + 5}`, ['restart']],
  ['at no place', () => 'MXxhYVlRejdGZUpPMA', ['restart']],
])('goes on %s', async (_name, place, names) => {
  const lake = testLake({production: []})
  const lastEventId = place(lake.store.lastSequence())
  const editor = clientOf(lake, {token: 'editor'})
  await editor.create({_id: 'drafts.tides', _type: 'article'})
  await editor.create({_id: 'tides', _type: 'article'})

  const response = await lake.fetch(
    new Request('http://lake.test/v2026-01-01/data/live/events/production', {headers: {'last-event-id': lastEventId}}),
  )
  lake.close()

  const text = await response.text()
  expect([...text.matchAll(/^event: (.*)$/gm)].map(([, name]) => name)).toEqual(names)
})

test('does not name the tags of queries that a change does not concern', async () => {
  const lake = testLake({production: [{_id: 'ada', _type: 'author'}]})
  const heard = await hearing(clientOf(lake))
  const {syncTags} = await clientOf(lake).fetch('*[_type == "author"]', {}, {filterResponse: false})

  await clientOf(lake, {token: 'editor'}).create({_id: 'tides', _type: 'article'})

  await expect.poll(() => heard, soon).toHaveLength(2)
  expect(new Set(syncTags).isDisjointFrom(tagsOf(heard[1]))).toBe(true)
})

test('names nothing of a draft in a transaction that changes more', async () => {
  const lake = testLake({production: []})
  const heard = await hearing(clientOf(lake))
  const withDrafts = await hearing(clientOf(lake, {token: 'viewer'}), true)
  const editor = clientOf(lake, {token: 'editor'})

  await editor
    .transaction()
    .create({_id: 'drafts.secret', _type: 'dossier'})
    .create({_id: 'a', _type: 'article'})
    .commit()
  await editor.transaction().create({_id: 'b', _type: 'article'}).commit()

  await expect.poll(() => [heard.length, withDrafts.length], soon).toEqual([3, 3])
  const {syncTags} = await editor.fetch('*[_type == "dossier"]', {}, {filterResponse: false, perspective: 'raw'})
  const own = new Set(syncTags).difference(tagsOf(heard[2]))
  expect(own.isDisjointFrom(tagsOf(heard[1]))).toBe(true)
  expect(own.isDisjointFrom(tagsOf(withDrafts[1]))).toBe(false)
})

test('has a place that drafts do not move, for those who may not hear of them', async () => {
  const lake = testLake({production: []})
  const places = async () => {
    const [event] = await hearing(clientOf(lake))
    return event
  }
  const before = await places()

  for (let count = 0; count < 3; count++)
    await clientOf(lake, {token: 'editor'}).create({_id: `drafts.d${count}`, _type: 'article'})

  expect(await places()).toEqual(before)
})

test('tells nobody by the places that it goes on from how many drafts have been written', async () => {
  const lake = testLake({production: [{_id: 'tides', _type: 'article'}]})
  const last = lake.store.lastSequence()
  const greetings = () =>
    Promise.all(
      [last, last + 1, last + 2, last + 3].map(async (place) => {
        const headers = {'last-event-id': String(place)}
        const path = 'http://lake.test/v2026-01-01/data/live/events/production'
        const {body} = await lake.fetch(new Request(path, {headers}))
        const reader = body?.getReader()
        const {value} = (await reader?.read()) ?? {}
        await reader?.cancel()
        return new TextDecoder().decode(value)
      }),
    )
  const before = await greetings()

  for (const _id of ['drafts.a', 'drafts.b']) await clientOf(lake, {token: 'editor'}).create({_id, _type: 'article'})

  expect(await greetings()).toEqual(before)
})

test('goes on after a lost connection with what was missed', async () => {
  const lake = testLake({production: []})
  const editor = clientOf(lake, {token: 'editor'})
  const heard = await hearing(clientOf(lake))
  await editor.create({_id: 'a', _type: 'article'})
  await expect.poll(() => heard.map(({type}) => type), soon).toEqual(['welcome', 'message'])

  lake.listening.readers.close()
  await editor.create({_id: 'b', _type: 'article'})
  await editor.create({_id: 'drafts.c', _type: 'article'})
  await editor.create({_id: 'd', _type: 'article'})

  await expect
    .poll(() => heard.map(({type}) => type), soon)
    .toEqual(['welcome', 'message', 'reconnect', 'welcome', 'message', 'message'])
})

test('says so when it cannot go on', async () => {
  const [before, after] = [testLake({production: []}), testLake({production: []})]
  let lake = before
  const client = clientOf(before).withConfig({resolveFetch: () => (url, init) => lake.fetch(new Request(url, init))})
  const heard = await hearing(client)
  await clientOf(before, {token: 'editor'}).create({_id: 'a', _type: 'article'})
  await expect.poll(() => heard, soon).toHaveLength(2)

  lake = after
  before.listening.readers.close()

  await expect.poll(() => heard.map(({type}) => type), soon).toEqual(['welcome', 'message', 'reconnect', 'restart'])
})

test('asks to go away when too many streams are open', async () => {
  const lake = testLake({production: []}, {streams: {maxStreamsPerClient: 1}})
  await hearing(clientOf(lake))
  const second = clientOf(lake).withConfig({resolveFetch: () => (url, init) => lake.fetch(new Request(url, init))})

  const event = await new Promise((resolve, reject) => {
    subscriptions.push(second.live.events().subscribe({next: resolve, error: reject}))
  })

  expect(event).toMatchObject({type: 'goaway', id: expect.any(String), data: {reason: 'connection limit reached'}})
})

test('tells of drafts only those who have signed in', async () => {
  const lake = testLake({production: []})
  const ask = (path: string) => lake.fetch(new Request(`http://lake.test/v2026-01-01/data/live/events/${path}`))

  expect(() => clientOf(lake).live.events({includeDrafts: true})).toThrow('requires a token')
  expect((await ask('production?includeDrafts=true')).status).toBe(403)
  expect((await ask('production?includeAllDocuments=true')).status).toBe(403)
  expect((await ask('elsewhere')).status).toBe(404)
})

test.each([
  [null, true],
  ['https://octavo.example', true],
  ['https://evil.example', false],
  ['null', false],
])('says of the origin %s whether it may: %s', async (origin, isAllowed) => {
  const lake = testLake({production: []}, {publicUrl: 'https://octavo.example/lake'})

  const response = await lake.fetch(
    new Request('http://lake.test/v2026-01-01/check/cors', {headers: origin === null ? {} : {origin}}),
  )

  await expect(response.json()).resolves.toEqual({result: {allowed: isAllowed, withCredentials: isAllowed}})
})

function tagsOf(event: LiveEvent | undefined): Set<string> {
  return new Set(event?.type === 'message' ? event.tags : [])
}

async function hearing(client: SanityClient, includeDrafts = false): Promise<LiveEvent[]> {
  const heard: LiveEvent[] = []
  await new Promise<void>((resolve, reject) => {
    const next = (event: LiveEvent) => {
      heard.push(event)
      if (event.type === 'welcome') resolve()
    }
    subscriptions.push(client.live.events({includeDrafts}).subscribe({next, error: reject}))
  })
  return heard
}
