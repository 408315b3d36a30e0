import type {SanityClient} from '@sanity/client'
import {expect, onTestFinished, test, vi} from 'vitest'

import {clientOf, testLake} from '@/test-support/lakeClient'

const document = 'sanity.action.document'
const ids = {draftId: 'drafts.tides', publishedId: 'tides'}

interface Revision {
  _id: string
  _type: string
  _rev: string
}

interface Event {
  type: string
  [detail: string]: unknown
}

test('tells the life of a draft and of what it publishes', async () => {
  const {client, request} = await withHistory()

  const draft = await request<{events: Record<string, Event[]>}>('events/documents/drafts.tides?limit=100')
  const published = await request<{events: Record<string, Event[]>}>('events/documents/tides?limit=100')

  expect(draft.events['drafts.tides']?.map(({type}) => type)).toEqual([
    'deleteDocumentGroup',
    'unpublishDocument',
    'publishDocumentVersion',
    'createDocumentVersion',
  ])
  expect(published.events['tides']?.map(({type}) => type)).toEqual([
    'deleteDocumentGroup',
    'updateLiveDocument',
    'createLiveDocument',
    'unpublishDocument',
    'publishDocumentVersion',
  ])
  expect(published.events['tides']?.at(-1)).toEqual({
    type: 'publishDocumentVersion',
    documentId: 'tides',
    timestamp: expect.any(String),
    author: 'editor',
    revisionId: 'publish',
    versionId: 'drafts.tides',
    versionRevisionId: 'edit-2',
    publishCause: 'document.publish',
  })
  await expect(client.getDocument('tides')).resolves.toBeUndefined()
})

test('pages through events', async () => {
  const {request} = await withHistory()
  type Page = {events: Record<string, Event[]>; nextCursor: string}

  const first = await request<Page>('events/documents/tides?limit=3')
  const second = await request<Page>(`events/documents/tides?limit=3&nextCursor=${first.nextCursor}`)

  expect([first, second].map((page) => page.events['tides']?.length)).toEqual([3, 2])
  expect(second.nextCursor).toBe('')
})

test.each([
  ['drafts.tides?revision=edit-1', 'First'],
  ['drafts.tides?revision=edit-2', 'Second'],
  ['tides?revision=publish', 'Second'],
  ['drafts.tides,tides?revision=unpublish', 'Second'],
  ['tides?lastRevision=true', 'Live 2'],
  ['drafts.tides?lastRevision=true', 'Second'],
])('reads a document as it was: %s', async (path, title) => {
  const {request} = await withHistory()

  await expect(request(`documents/${path}`)).resolves.toMatchObject({documents: [{_type: 'article', title}]})
})

test.each(['drafts.tides?revision=publish', 'drafts.tides?revision=unknown', 'tides?time=2020-01-01T00:00:00Z'])(
  'leaves out a document that did not exist: %s',
  async (path) => {
    const {request} = await withHistory()

    await expect(request(`documents/${path}`)).resolves.toEqual({documents: []})
  },
)

test('restores exactly what was stored', async () => {
  const {client, request} = await withHistory({until: 'edit-2'})
  const stored = await client.getDocument('drafts.tides')

  await client.patch('drafts.tides').set({title: 'Later'}).unset(['body']).commit()

  await expect(request('documents/drafts.tides?revision=edit-2')).resolves.toEqual({documents: [stored]})
})

test('reads the log between two transactions', async () => {
  const {lines} = await withHistory()

  const forward = await lines('drafts.tides,tides?fromTransaction=edit-1&toTransaction=publish&excludeContent=true')
  const backward = await lines('drafts.tides,tides?reverse=true&limit=2&effectFormat=mendoza&excludeMutations=true')

  expect(forward.map(({id}) => id)).toEqual(['edit-1', 'edit-2', 'publish'])
  expect(forward[2]).toMatchObject({documentIDs: ['drafts.tides', 'tides'], author: 'editor'})
  expect(forward[0]).not.toHaveProperty('effects')
  expect(backward).toEqual([
    expect.objectContaining({
      id: 'delete',
      effects: expect.objectContaining({tides: {apply: [0, null], revert: [0, expect.anything()]}}),
    }),
    expect.objectContaining({id: 'live-2'}),
  ])
})

test('restores a revision as the Studio does, into the draft', async () => {
  const {client, request} = await withHistory({until: 'publish'})
  const {documents} = await request<{documents: Revision[]}>('documents/tides?revision=publish')
  const [revision] = documents
  await client.createOrReplace({_id: 'tides', _type: 'article', title: 'Spoilt'})

  await client.action({
    actionType: `${document}.replaceDraft`,
    publishedId: 'tides',
    attributes: {_type: '', ...revision, _id: 'drafts.tides'},
  })

  expect(revision).toMatchObject({_id: 'tides', _rev: 'publish', title: 'Second'})
  await expect(client.getDocument('drafts.tides')).resolves.toMatchObject({title: 'Second', body: [{_key: 'a'}]})
})

test('restores a document that was deleted, as the Studio does', async () => {
  const {client, request} = await withHistory()
  const {documents} = await request<{documents: Revision[]}>('documents/tides?lastRevision=true')
  const attributes = {_type: '', ...documents[0], _id: 'drafts.tides'}

  await client.action([
    {actionType: 'sanity.action.document.create', publishedId: 'tides', attributes, ifExists: 'fail'},
    {actionType: 'sanity.action.document.replaceDraft', publishedId: 'tides', attributes},
  ])

  await expect(client.getDocument('drafts.tides')).resolves.toMatchObject({title: 'Live 2'})
})

test('tells that a document was published with a release, and how', async () => {
  vi.useFakeTimers()
  onTestFinished(() => void vi.useRealTimers())
  const clock = {now: Date.UTC(2026, 0, 1)}
  const {client, request} = await withHistory({until: 'publish', now: () => clock.now})
  const publishWith = async (releaseId: string, publish: () => Promise<unknown>) => {
    await client.releases.create({releaseId})
    const version = {_id: `versions.${releaseId}.tides`, _type: 'article'}
    await client.mutate([{create: version}], {transactionId: `version-${releaseId}`})
    await publish()
  }
  await publishWith('spring', () => client.releases.publish({releaseId: 'spring'}, {transactionId: 'publish-spring'}))
  await publishWith('summer', () =>
    client.releases.schedule({releaseId: 'summer', publishAt: new Date(clock.now + 1000).toISOString()}),
  )
  clock.now += 1000
  await vi.advanceTimersByTimeAsync(1000)

  const {events} = await request<{events: Record<string, Event[]>}>('events/documents/tides')
  const version = await request<{events: Record<string, Event[]>}>('events/documents/versions.spring.tides')

  expect(events['tides']).toEqual([
    expect.objectContaining({
      type: 'publishDocumentVersion',
      releaseId: 'summer',
      publishCause: 'release.schedule',
      versionId: 'versions.summer.tides',
      author: '<system>',
    }),
    {
      type: 'publishDocumentVersion',
      documentId: 'tides',
      timestamp: expect.any(String),
      author: 'editor',
      revisionId: 'publish-spring',
      versionId: 'versions.spring.tides',
      versionRevisionId: 'version-spring',
      releaseId: 'spring',
      publishCause: 'release.publish',
    },
    expect.objectContaining({type: 'publishDocumentVersion', publishCause: 'document.publish'}),
  ])
  expect(version.events['versions.spring.tides']?.map(({type}) => type)).toContain('publishDocumentVersion')
})

test('tells that a document was unpublished with a release', async () => {
  const {client, request} = await withHistory({until: 'publish'})
  await client.releases.create({releaseId: 'spring'})
  await client.unpublishVersion({releaseId: 'spring', publishedId: 'tides'})
  await client.releases.publish({releaseId: 'spring'})

  const {events} = await request<{events: Record<string, Event[]>}>('events/documents/tides')

  expect(events['tides']?.[0]).toMatchObject({
    type: 'unpublishDocument',
    releaseId: 'spring',
    versionId: 'versions.spring.tides',
  })
})

/** A draft is made, edited, published, unpublished, replaced by a live document; in the end everything is deleted. */
async function withHistory({until, now}: {until?: string; now?: () => number} = {}) {
  const lake = testLake({production: []}, {now})
  onTestFinished(() => lake.close())
  const client = clientOf(lake, {token: 'editor'})
  for (const [transactionId, step] of Object.entries(steps)) {
    await step(client, transactionId)
    if (transactionId === until) break
  }
  const fetch = async (path: string) => {
    const url = `http://lake.test/v2026-01-01/data/history/production/${path}`
    const response = await lake.fetch(new Request(url, {headers: {authorization: 'Bearer viewer'}}))
    return response.text()
  }
  return {
    client,
    request: async <T = unknown>(path: string): Promise<T> => JSON.parse(await fetch(path)),
    lines: async (path: string): Promise<{id: string}[]> =>
      (await fetch(`transactions/${path}`))
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line)),
  }
}

type Step = (client: SanityClient, transactionId: string) => Promise<unknown>

const steps: Record<string, Step> = {
  create: (client, transactionId) =>
    client.create({_id: 'drafts.tides', _type: 'article', body: [{_key: 'a'}]}, {transactionId}),
  'edit-1': (client, transactionId) => client.patch('drafts.tides').set({title: 'First'}).commit({transactionId}),
  'edit-2': (client, transactionId) => client.patch('drafts.tides').set({title: 'Second'}).commit({transactionId}),
  publish: (client, transactionId) => client.action({actionType: `${document}.publish`, ...ids}, {transactionId}),
  unpublish: (client, transactionId) => client.action({actionType: `${document}.unpublish`, ...ids}, {transactionId}),
  'live-1': (client, transactionId) => client.create({_id: 'tides', _type: 'article', title: 'Live'}, {transactionId}),
  'live-2': (client, transactionId) => client.patch('tides').set({title: 'Live 2'}).commit({transactionId}),
  delete: (client, transactionId) =>
    client.action(
      {actionType: `${document}.delete`, publishedId: 'tides', includeDrafts: ['drafts.tides']},
      {transactionId},
    ),
}
