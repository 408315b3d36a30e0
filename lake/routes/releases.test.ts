import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import type {SanityClient} from '@sanity/client'
import {expect, onTestFinished, test, vi} from 'vitest'

import {createLake} from '@/lake/index'
import {clientOf, identifyByRole, testLake} from '@/test-support/lakeClient'

const tides = {_id: 'tides', _type: 'article', title: 'On tides', _createdAt: '2020-01-01T00:00:00Z'}
const spring = {...tides, _id: 'versions.spring.tides', title: 'Spring tides', _createdAt: '2021-01-01T00:00:00Z'}
const moons = {_id: 'versions.spring.moons', _type: 'article', title: 'On moons'}
const draft = {...tides, _id: 'drafts.tides', title: 'Draft of tides'}
const NOON = Date.UTC(2026, 0, 1, 12)

test('a release goes from state to state', async () => {
  const {client, release} = await withRelease([])
  await expect(release()).resolves.toEqual({
    _id: '_.releases.spring',
    _type: 'system.release',
    _rev: expect.any(String),
    _createdAt: '2026-01-01T12:00:00.000Z',
    _updatedAt: '2026-01-01T12:00:00.000Z',
    name: 'spring',
    state: 'active',
    metadata: {releaseType: 'asap', title: 'Spring'},
  })

  await client.releases.edit({releaseId: 'spring', patch: {set: {'metadata.title': 'Early spring'}}})
  await expect(release()).resolves.toMatchObject({metadata: {title: 'Early spring', releaseType: 'asap'}})

  await client.releases.schedule({releaseId: 'spring', publishAt: '2026-01-02T01:00:00+01:00'})
  await expect(release()).resolves.toMatchObject({state: 'scheduled', publishAt: '2026-01-02T00:00:00.000Z'})

  await client.releases.unschedule({releaseId: 'spring'})
  await expect(release()).resolves.toMatchObject({state: 'active'})
  await expect(release()).resolves.not.toHaveProperty('publishAt')

  await client.releases.archive({releaseId: 'spring'})
  await expect(release()).resolves.toMatchObject({state: 'archived', finalDocumentStates: []})

  await client.releases.unarchive({releaseId: 'spring'})
  await client.releases.publish({releaseId: 'spring'})
  await expect(release()).resolves.toMatchObject({state: 'published', publishedAt: '2026-01-01T12:00:00.000Z'})

  await client.releases.delete({releaseId: 'spring'})
  await expect(release()).resolves.toBeUndefined()
})

const transitions = {
  schedule: (client) => client.releases.schedule({releaseId: 'spring', publishAt: '2030-01-01T00:00:00Z'}),
  unschedule: (client) => client.releases.unschedule({releaseId: 'spring'}),
  archive: (client) => client.releases.archive({releaseId: 'spring'}),
  unarchive: (client) => client.releases.unarchive({releaseId: 'spring'}),
  publish: (client) => client.releases.publish({releaseId: 'spring'}),
  delete: (client) => client.releases.delete({releaseId: 'spring'}),
} satisfies Record<string, (client: SanityClient) => Promise<unknown>>

type Transition = keyof typeof transitions

const permitted: [state: string, ways: Transition[], allowed: Transition[]][] = [
  ['active', [], ['schedule', 'archive', 'publish']],
  ['scheduled', ['schedule'], ['unschedule']],
  ['archived', ['archive'], ['unarchive', 'delete']],
  ['published', ['publish'], ['delete']],
]
const all: Transition[] = ['schedule', 'unschedule', 'archive', 'unarchive', 'publish', 'delete']

test.each(permitted.flatMap(([state, ways, allowed]) => allowed.map((name) => ({state, ways, name}))))(
  'from $state, $name is permitted',
  async ({ways, name}) => {
    const {client, contents} = await withRelease([tides, spring])
    for (const way of ways) await transitions[way](client)
    const before = contents()

    await transitions[name](client)

    expect(contents()).not.toBe(before)
  },
)

test.each(
  permitted.flatMap(([state, ways, allowed]) =>
    all.filter((name) => !allowed.includes(name)).map((name) => ({state, ways, name})),
  ),
)('from $state, $name is not permitted', async ({state, ways, name}) => {
  const {client, contents} = await withRelease([tides, spring])
  for (const way of ways) await transitions[way](client)
  const before = contents()

  await expect(transitions[name](client)).rejects.toMatchObject({
    statusCode: 400,
    message: expect.stringContaining(`Release "spring" is not permitted to transition from state '${state}' to `),
    details: {type: 'actionError', items: [{index: 0, error: {type: 'validationError'}}]},
  })
  expect(contents()).toBe(before)
})

test('publishing puts every version in the place of its document, and leaves drafts alone', async () => {
  const {client, release} = await withRelease([
    tides,
    draft,
    spring,
    {...moons, basis: {_ref: 'tides', _weak: true, _strengthenOnPublish: {type: 'article'}}},
    {_id: 'old', _type: 'article'},
    {_id: 'versions.spring.old', _type: 'article', _system: {delete: true}},
    {_id: 'versions.autumn.tides', _type: 'article', title: 'Autumn'},
  ])

  await client.releases.publish({releaseId: 'spring'})

  await expect(client.fetch('*[_type == "article"]|order(_id){_id, title}')).resolves.toEqual([
    {_id: 'drafts.tides', title: 'Draft of tides'},
    {_id: 'moons', title: 'On moons'},
    {_id: 'tides', title: 'Spring tides'},
    {_id: 'versions.autumn.tides', title: 'Autumn'},
  ])
  await expect(client.getDocument('tides')).resolves.toMatchObject({_createdAt: tides._createdAt})
  await expect(client.getDocument('moons')).resolves.toMatchObject({basis: {_ref: 'tides'}})
  await expect(client.delete('tides')).rejects.toMatchObject({statusCode: 409})
  const {finalDocumentStates = []} = (await release()) ?? {}
  expect(finalDocumentStates.map(({id}) => id)).toEqual([
    'versions.spring.moons',
    'versions.spring.old',
    'versions.spring.tides',
  ])
})

test('publishes nothing of a release that would break a reference', async () => {
  const {client, contents} = await withRelease([
    tides,
    {...moons, basis: {_ref: 'tides'}},
    {_id: 'versions.spring.tides', _type: 'article', _system: {delete: true}},
  ])
  const before = contents()

  await expect(client.releases.publish({releaseId: 'spring'})).rejects.toThrow(
    'Document "moons" references non-existent document "tides"',
  )
  expect(contents()).toBe(before)
})

test('archiving takes the versions away and unarchiving brings them back as they were', async () => {
  const {client} = await withRelease([tides])
  await client.createVersion({releaseId: 'spring', publishedId: 'tides', baseId: 'tides'})
  await client.patch('versions.spring.tides').set({title: 'Spring tides'}).commit()
  const before = await client.getDocument('versions.spring.tides')

  await client.releases.archive({releaseId: 'spring'})
  await expect(client.getDocument('versions.spring.tides')).resolves.toBeUndefined()

  await client.releases.unarchive({releaseId: 'spring'})
  await expect(client.getDocument('versions.spring.tides')).resolves.toEqual({
    ...before,
    _rev: expect.any(String),
    _updatedAt: expect.any(String),
  })
})

const edits: Record<string, (client: SanityClient) => Promise<unknown>> = {
  patch: (client) => client.patch('versions.spring.tides').set({title: 'Late'}).commit(),
  replace: (client) => client.createOrReplace(spring),
  create: (client) => client.create(moons),
  delete: (client) => client.delete('versions.spring.tides'),
  deleteByQuery: (client) => client.delete({query: '*[_id in path("versions.**")]'}),
  createVersion: (client) => client.createVersion({releaseId: 'spring', publishedId: 'moons', document: moons}),
  discardVersion: (client) => client.discardVersion({releaseId: 'spring', publishedId: 'tides'}),
  replaceVersion: (client) => client.replaceVersion({releaseId: 'spring', publishedId: 'tides', document: spring}),
  unpublishVersion: (client) => client.unpublishVersion({releaseId: 'spring', publishedId: 'tides'}),
}

test.each(Object.keys(edits))('the versions of a scheduled release cannot be changed by %s', async (name) => {
  const {client, contents} = await withRelease([tides, spring])
  await transitions.schedule(client)
  const before = contents()

  await expect(edits[name]?.(client)).rejects.toMatchObject({
    statusCode: 400,
    message: expect.stringContaining('Documents in release "spring" (state: scheduled) can not be mutated'),
  })
  expect(contents()).toBe(before)
})

test('a release cannot be changed by mutations', async () => {
  const {client, contents} = await withRelease([])
  const before = contents()
  const releaseDocument = {_id: '_.releases.spring', _type: 'system.release', state: 'published'}

  for (const change of [
    client.patch('_.releases.spring').set({state: 'published'}).commit(),
    client.delete('_.releases.spring'),
    client.createOrReplace(releaseDocument),
    client.create({...releaseDocument, _id: '_.releases.summer'}),
    client.releases.edit({releaseId: 'spring', patch: {set: {state: 'published'}}}),
    client.releases.edit({releaseId: 'spring', patch: {unset: ['name']}}),
  ])
    await expect(change).rejects.toMatchObject({statusCode: 400})
  expect(contents()).toBe(before)
})

test.each([
  ['a name that is taken', 'spring', 409],
  ['a name with a dot', 'spring.1', 400],
  ['the name of a perspective', 'drafts', 400],
  ['no name', '', 400],
])('creates no release with %s', async (_name, releaseId, statusCode) => {
  const {client} = await withRelease([])

  await expect(client.releases.create({releaseId})).rejects.toMatchObject({statusCode})
})

test('names a release that does not exist', async () => {
  const {client} = await withRelease([])

  await expect(client.releases.publish({releaseId: 'summer'})).rejects.toMatchObject({
    statusCode: 404,
    details: {type: 'actionError', items: [{index: 0, error: {type: 'documentNotFoundError'}}]},
  })
})

test('takes actions on releases and on documents in different transactions', async () => {
  const {client} = await withRelease([tides, spring])

  await expect(
    client.action([
      {actionType: 'sanity.action.document.version.discard', versionId: 'versions.spring.tides'},
      {actionType: 'sanity.action.release.publish', releaseId: 'spring'},
    ]),
  ).rejects.toMatchObject({statusCode: 400})
})

test('a dry run of a transition changes nothing', async () => {
  const {client, contents} = await withRelease([tides, spring])
  const before = contents()

  await client.releases.publish({releaseId: 'spring'}, {dryRun: true})

  expect(contents()).toBe(before)
})

test('queries see releases and what is in them, by perspective', async () => {
  const {lake, client} = await withRelease([tides, spring, moons, draft])
  const titles = '*[_type == "article"]|order(_id).title'
  const fetch = (query: string, perspective: string[]) => client.fetch(query, {}, {perspective})

  await expect(fetch(titles, ['spring'])).resolves.toEqual(['On moons', 'Spring tides'])
  await expect(fetch(titles, ['autumn', 'drafts'])).resolves.toEqual(['Draft of tides'])
  await expect(client.fetch('*[sanity::versionOf("tides")]._id|order(@)')).resolves.toEqual([
    'drafts.tides',
    'tides',
    'versions.spring.tides',
  ])
  const {result} = await client.releases.fetchDocuments({releaseId: 'spring'})
  expect(result.map(({_id}) => _id)).toEqual(['versions.spring.moons', 'versions.spring.tides'])
  await expect(client.fetch('releases::all()[].name')).resolves.toEqual(['spring'])
  const anonymous = clientOf(lake)
  await expect(anonymous.fetch('{"a": *[_type == "system.release"], "b": releases::all()}')).resolves.toEqual({
    a: [],
    b: [],
  })
  await expect(anonymous.releases.get({releaseId: 'spring'})).resolves.toBeUndefined()
})

test('imports a release as it was', async () => {
  const {client, release} = await withRelease([])
  const archived = {_id: '_.releases.spring', _type: 'system.release', state: 'archived', metadata: {title: 'Old'}}
  const load = (ifExists: 'fail' | 'ignore' | 'replace') =>
    client.action({actionType: 'sanity.action.release.import', releaseId: 'spring', attributes: archived, ifExists})

  await expect(load('fail')).rejects.toMatchObject({statusCode: 409})
  await load('ignore')
  await expect(release()).resolves.toMatchObject({state: 'active'})
  await load('replace')
  await expect(release()).resolves.toMatchObject({state: 'archived', name: 'spring', metadata: {title: 'Old'}})
})

test('a time that has passed publishes at once', async () => {
  const {client, release} = await withRelease([tides, spring])

  await client.releases.schedule({releaseId: 'spring', publishAt: '2026-01-01T11:59:59Z'})

  await expect(release()).resolves.toMatchObject({state: 'published'})
  await expect(client.getDocument('tides')).resolves.toMatchObject({title: 'Spring tides'})
})

test('publishes at the time, once, whatever the clock does', async () => {
  vi.useFakeTimers()
  onTestFinished(() => void vi.useRealTimers())
  const clock = {now: NOON}
  const {lake, client} = await withRelease([tides, spring], clock)
  const published = () => lake.store.documents('production')?.get('tides')?.title === 'Spring tides'
  await client.releases.schedule({releaseId: 'spring', publishAt: new Date(NOON + 60_000).toISOString()})

  // Timers run, the clock stands still: that it is time is not for timers to say.
  await vi.advanceTimersByTimeAsync(120_000)
  expect(published()).toBe(false)
  clock.now = NOON + 59_999
  await vi.advanceTimersByTimeAsync(15_000)
  expect(published()).toBe(false)
  clock.now = NOON - 3_600_000
  await vi.advanceTimersByTimeAsync(15_000)
  clock.now = NOON + 60_000
  await vi.advanceTimersByTimeAsync(15_000)
  expect(published()).toBe(true)

  const sequence = lake.store.lastSequence()
  clock.now = NOON
  await vi.advanceTimersByTimeAsync(60_000)
  clock.now = NOON + 120_000
  await vi.advanceTimersByTimeAsync(60_000)
  expect(lake.store.lastSequence()).toBe(sequence)
})

test('publishes what fell due while the lake was down', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'octavo-releases-'))
  onTestFinished(() => rmSync(folder, {recursive: true, force: true}))
  const open = (now: number) =>
    createLake({path: join(folder, 'lake.sqlite'), identify: identifyByRole, now: () => now})
  const states = (now: number) => {
    const lake = open(now)
    const documents = lake.store.documents('production')
    const found = [documents?.get('_.releases.spring')?.state, documents?.get('tides')?.title]
    lake.close()
    return found
  }

  const lake = open(NOON)
  const client = clientOf(lake, {token: 'editor'})
  await client.create(tides)
  await client.releases.create({releaseId: 'spring'})
  await client.create(spring)
  await client.releases.schedule({releaseId: 'spring', publishAt: new Date(NOON + 60_000).toISOString()})
  lake.close()

  expect(states(NOON + 59_999)).toEqual(['scheduled', 'On tides'])
  expect(states(NOON + 60_000)).toEqual(['published', 'Spring tides'])
  expect(states(NOON + 90_000)).toEqual(['published', 'Spring tides'])
})

test('a scheduled release that cannot be published becomes active and says why', async () => {
  vi.useFakeTimers()
  onTestFinished(() => void vi.useRealTimers())
  const clock = {now: NOON}
  const {client, release} = await withRelease([tides, {...spring, _system: {delete: true}}], clock)
  await client.releases.schedule({releaseId: 'spring', publishAt: new Date(NOON + 60_000).toISOString()})
  await client.create({_id: 'moons', _type: 'article', basis: {_ref: 'tides'}})

  clock.now = NOON + 60_000
  await vi.advanceTimersByTimeAsync(15_000)

  await expect(release()).resolves.toMatchObject({
    state: 'active',
    error: {message: expect.stringContaining('Document "tides" cannot be deleted')},
  })
  await expect(client.getDocument('tides')).resolves.toMatchObject({title: 'On tides'})
  await client.delete('moons')
  await client.releases.publish({releaseId: 'spring'})
  await expect(release()).resolves.not.toHaveProperty('error')
})

test('a contributor may look at releases and change none', async () => {
  const {lake, contents} = await withRelease([tides, spring])
  const contributor = clientOf(lake, {token: 'contributor', perspective: 'raw'})
  const before = contents()

  for (const change of [
    contributor.releases.create({releaseId: 'summer'}),
    contributor.releases.edit({releaseId: 'spring', patch: {set: {'metadata.title': 'Hers'}}}),
    contributor.releases.publish({releaseId: 'spring'}),
    contributor.releases.schedule({releaseId: 'spring', publishAt: '2020-01-01T00:00:00Z'}),
    contributor.releases.archive({releaseId: 'spring'}),
    contributor.createVersion({releaseId: 'autumn', publishedId: 'tides', baseId: 'tides'}),
    contributor.discardVersion({releaseId: 'spring', publishedId: 'tides'}),
  ])
    await expect(change).rejects.toMatchObject({statusCode: 403})

  expect(contents()).toBe(before)
  await expect(contributor.releases.get({releaseId: 'spring'})).resolves.toMatchObject({state: 'active'})
})

/** A lake at noon with a release named spring. */
async function withRelease(documents: Parameters<typeof testLake>[0][string], clock = {now: NOON}) {
  const lake = testLake({production: documents}, {now: () => clock.now})
  onTestFinished(() => lake.close())
  const client = clientOf(lake, {token: 'editor', perspective: 'raw'})
  await client.releases.create({releaseId: 'spring', metadata: {releaseType: 'asap', title: 'Spring'}})
  return {
    lake,
    client,
    release: () => client.releases.get({releaseId: 'spring'}),
    contents: () => JSON.stringify([...(lake.store.documents('production') ?? [])]),
  }
}
