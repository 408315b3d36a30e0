import {expect, test} from 'vitest'

import {lakeClient, testLake} from '@/test-support/lakeClient'

const published = {_id: 'tides', _type: 'article', title: 'On tides', _createdAt: '2020-01-01T00:00:00Z'}
const draft = {...published, _id: 'drafts.tides', title: 'On tides and moons'}
const document = 'sanity.action.document'
const ids = {draftId: 'drafts.tides', publishedId: 'tides'}

const editor = (...documents: (typeof published)[]) =>
  lakeClient({production: documents}, {token: 'editor', perspective: 'raw'})
const contents = '*|order(_id){_id, title}'

test('creates a draft, once', async () => {
  const client = editor()
  const create = {actionType: `${document}.create`, publishedId: 'tides', attributes: draft} as const

  await client.action({...create, ifExists: 'fail'})
  await client.action({...create, ifExists: 'ignore'})

  await expect(client.action({...create, ifExists: 'fail'})).rejects.toMatchObject({
    statusCode: 409,
    details: {type: 'actionError', items: [{index: 0}]},
  })
})

test('edits a draft that begins as the published document', async () => {
  const client = editor(published)

  await client.action({actionType: `${document}.edit`, ...ids, patch: {set: {dek: 'Moon'}}})

  await expect(client.getDocument('drafts.tides')).resolves.toMatchObject({title: 'On tides', dek: 'Moon'})
  await expect(client.getDocument('tides')).resolves.not.toHaveProperty('dek')
})

test('publishes the draft in place of the published document', async () => {
  const client = editor(published, {...draft, _createdAt: '2021-01-01T00:00:00Z'})

  await client.action({actionType: `${document}.publish`, ...ids})

  await expect(client.fetch(contents)).resolves.toEqual([{_id: 'tides', title: 'On tides and moons'}])
  await expect(client.getDocument('tides')).resolves.toMatchObject({_createdAt: '2020-01-01T00:00:00Z'})
})

test('makes references strong that were weak until publishing', async () => {
  const basis = {_type: 'reference', _ref: 'basis', _weak: true, _strengthenOnPublish: {type: 'article'}}
  const client = lakeClient(
    {
      production: [
        {_id: 'basis', _type: 'article'},
        {...draft, basis, list: [basis, {...basis, _strengthenOnPublish: {weak: true}}]},
      ],
    },
    {token: 'editor'},
  )

  await client.action({actionType: `${document}.publish`, ...ids})

  const strong = {_type: 'reference', _ref: 'basis'}
  await expect(client.getDocument('tides')).resolves.toMatchObject({
    basis: strong,
    list: [strong, {...strong, _weak: true}],
  })
  await expect(client.delete('basis')).rejects.toMatchObject({statusCode: 409})
})

test('does not publish over a revision it has not seen', async () => {
  const client = editor(published, draft)

  await expect(
    client.action({actionType: `${document}.publish`, ...ids, ifPublishedRevisionId: 'other'}),
  ).rejects.toMatchObject({statusCode: 409})
  await expect(client.fetch('count(*)')).resolves.toBe(2)
})

test('unpublishes into a draft', async () => {
  const client = editor(published)

  await client.action({actionType: `${document}.unpublish`, ...ids})

  await expect(client.fetch(contents)).resolves.toEqual([{_id: 'drafts.tides', title: 'On tides'}])
})

test('discards a draft', async () => {
  const client = editor(published, draft)

  await client.action({actionType: `${document}.version.discard`, versionId: 'drafts.tides'})

  await expect(client.fetch(contents)).resolves.toEqual([{_id: 'tides', title: 'On tides'}])
})

test('deletes the published document with the drafts it is told of', async () => {
  const client = editor(published, draft)
  const deletion = {actionType: `${document}.delete`, publishedId: 'tides'} as const

  await expect(client.action({...deletion, includeDrafts: []})).rejects.toMatchObject({statusCode: 409})
  await client.action({...deletion, includeDrafts: ['drafts.tides']})

  await expect(client.fetch('count(*)')).resolves.toBe(0)
})

test('answers a dry run as it would the action, and changes nothing', async () => {
  const client = editor(draft)
  const publish = {actionType: `${document}.publish`, ...ids} as const

  await expect(client.action(publish, {dryRun: true})).resolves.toHaveProperty('transactionId')
  await expect(
    client.action({...publish, draftId: 'drafts.other', publishedId: 'other'}, {dryRun: true}),
  ).rejects.toMatchObject({
    statusCode: 404,
  })
  await expect(client.fetch(contents)).resolves.toEqual([{_id: 'drafts.tides', title: 'On tides and moons'}])
})

test.each([
  ['a discard of a published document', {actionType: `${document}.discard`, draftId: 'tides'}],
  ['a discard of a published version', {actionType: `${document}.version.discard`, versionId: 'tides'}],
  ['a publish of another draft', {actionType: `${document}.publish`, draftId: 'drafts.other', publishedId: 'tides'}],
  [
    'an edit of the published document',
    {actionType: `${document}.edit`, ...ids, draftId: 'tides', patch: {set: {a: 1}}},
  ],
  ['a deletion of others', {actionType: `${document}.delete`, publishedId: 'tides', includeDrafts: ['drafts.other']}],
  [
    'a version of another document',
    {
      actionType: `${document}.version.create`,
      publishedId: 'tides',
      document: {_id: 'versions.a.other', _type: 'article'},
    },
  ],
  [
    'a version without a release',
    {actionType: `${document}.version.create`, publishedId: 'tides', baseId: 'tides', versionId: 'tides'},
  ],
  ['an action it does not know', {actionType: `${document}.variant.create`, variantId: 'a'}],
  ['an action that lacks a field', {actionType: `${document}.publish`}],
])('refuses %s', async (_name, action) => {
  const lake = testLake({production: [published, {...draft, _id: 'drafts.other'}]})
  const before = JSON.stringify([...(lake.store.documents('production') ?? [])])

  const response = await lake.fetch(
    new Request('http://lake.test/v2026-01-01/data/actions/production', {
      method: 'POST',
      headers: {authorization: 'Bearer editor'},
      body: JSON.stringify({actions: [action]}),
    }),
  )

  expect(response.status).toBe(400)
  expect(JSON.stringify([...(lake.store.documents('production') ?? [])])).toBe(before)
})
