import {expect, test} from 'vitest'

import {lakeClient, testLake} from '@/test-support/lakeClient'

const tides = {_id: 'tides', _type: 'article', title: 'On tides'}
const draft = {...tides, _id: 'drafts.tides', title: 'Draft'}
const version = {...tides, _id: 'versions.spring.tides', title: 'Spring'}
const moons = {_id: 'moons', _type: 'article', title: 'On moons'}

const production = [tides, draft, version, moons]
const editor = () => lakeClient({production}, {token: 'editor'})

test('reads a document whatever the perspective', async () => {
  const client = editor().withConfig({perspective: 'published'})

  await expect(client.getDocument('drafts.tides')).resolves.toMatchObject(draft)
  await expect(client.getDocument('nowhere')).resolves.toBeUndefined()
})

test('reads several documents in the order asked for, with null for those that do not exist', async () => {
  const documents = await editor().getDocuments(['moons', 'nowhere', 'drafts.tides', 'tides'])

  expect(documents.map((document) => document?._id ?? null)).toEqual(['moons', null, 'drafts.tides', 'tides'])
})

test('answers each document once, however often it is asked for', async () => {
  const lake = testLake({production: [{...tides, body: 'x'.repeat(300_000)}, moons]})
  const address = `http://lake.test/v1/data/doc/production/moons${',tides,none'.repeat(500)}`

  const text = await (await lake.fetch(new Request(address))).text()

  expect(text.length).toBeLessThan(400_000)
  expect(JSON.parse(text)).toMatchObject({
    documents: [{_id: 'moons'}, {_id: 'tides'}],
    omitted: [{id: 'none', reason: 'existence'}],
  })
})

test('reads the version in a release', async () => {
  await expect(editor().getDocument('tides', {releaseId: 'spring'})).resolves.toMatchObject(version)
})

test('reads a document with its draft and versions', async () => {
  const documents = await editor().getDocument('tides', {includeAllVersions: true})

  expect(documents.map(({_id}) => _id)).toEqual(['drafts.tides', 'tides', 'versions.spring.tides'])
})

test('tells anonymous readers nothing of drafts, not even that they exist', async () => {
  const client = lakeClient({production})

  await expect(client.getDocuments(['tides', 'drafts.tides', 'drafts.nowhere'])).resolves.toEqual([
    expect.objectContaining(tides),
    null,
    null,
  ])
  const versions = await client.getDocument('tides', {includeAllVersions: true})
  expect(versions.map(({_id}) => _id)).toEqual(['tides'])
})

test('names a dataset that does not exist', async () => {
  await expect(editor().withConfig({dataset: 'other'}).getDocument('tides')).rejects.toThrow(
    'Dataset "other" does not exist',
  )
})
