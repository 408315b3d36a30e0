import type {LiveEvent, SanityClient} from '@sanity/client'
import {afterEach, expect, test} from 'vitest'

import {clientOf, testLake} from '@/test-support/lakeClient'

const subscriptions: {unsubscribe(): void}[] = []
afterEach(() => subscriptions.splice(0).forEach((one) => one.unsubscribe()))

test('names the tags of queries that a published change concerns', async () => {
  const lake = testLake({production: [{_id: 'tides', _type: 'article'}]})
  const editor = clientOf(lake, {token: 'editor'})
  const heard = await hearing(clientOf(lake))
  const {syncTags} = await clientOf(lake).fetch('*[_id == "tides"]', {}, {filterResponse: false})

  await editor.create({_id: 'drafts.tides', _type: 'article'})
  await editor.patch('tides').set({title: 'On tides'}).commit()

  await expect.poll(() => heard.slice(1)).toHaveLength(1)
  expect(heard[1]).toMatchObject({type: 'message', id: expect.any(String)})
  expect(new Set(syncTags).isDisjointFrom(new Set(heard[1]?.type === 'message' ? heard[1].tags : []))).toBe(false)
})

test('tells those who ask of drafts, too', async () => {
  const lake = testLake({production: []})
  const editor = clientOf(lake, {token: 'editor'})
  const heard = await hearing(editor, true)

  await editor.create({_id: 'drafts.tides', _type: 'article'})

  await expect.poll(() => heard.map(({type}) => type)).toEqual(['welcome', 'message'])
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
