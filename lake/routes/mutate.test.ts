import {expect, test} from 'vitest'

import {clientOf, lakeClient, testLake} from '@/test-support/lakeClient'

const tides = {_id: 'tides', _type: 'article', title: 'On tides', tags: ['sea'], views: 1}

const editor = () => lakeClient({production: [tides]}, {token: 'editor'})

test('stamps a new document', async () => {
  const lake = testLake({production: []}, {now: () => Date.UTC(2026, 0, 2)})
  const client = clientOf(lake, {token: 'editor'})

  const created = await client.create({_type: 'article', title: 'On tides'})

  expect(created).toEqual({
    _id: expect.stringMatching(/^[\w-]{36}$/),
    _type: 'article',
    _rev: expect.stringMatching(/^\w{22}$/),
    _createdAt: '2026-01-02T00:00:00.000Z',
    _updatedAt: '2026-01-02T00:00:00.000Z',
    title: 'On tides',
  })
  await expect(client.getDocument(created._id)).resolves.toEqual(created)
})

test('completes an id that ends in a dot', async () => {
  const {_id} = await editor().create({_id: 'drafts.', _type: 'article'})

  expect(_id).toMatch(/^drafts\.[\w-]{36}$/)
})

test('applies every operation of a patch', async () => {
  const patch = editor()
    .patch('tides')
    .set({'seo.title': 'Tides'})
    .setIfMissing({title: 'No', dek: 'Moon'})
    .inc({views: 2})
    .dec({views: 1})
    .insert('after', 'tags[-1]', ['moon'])
    .diffMatchPatch({title: '@@ -1,8 +1,9 @@\n On tide\n+y\n s\n'})

  await expect(patch.commit()).resolves.toMatchObject({
    title: 'On tideys',
    dek: 'Moon',
    seo: {title: 'Tides'},
    views: 2,
    tags: ['sea', 'moon'],
  })
})

test('stores a transaction whole or not at all', async () => {
  const client = editor()

  const commit = client
    .transaction()
    .create({_id: 'moons', _type: 'article'})
    .patch('nowhere', (patch) => patch.set({a: 1}))

  await expect(commit.commit()).rejects.toMatchObject({
    statusCode: 404,
    details: {type: 'mutationError', items: [{index: 1, error: {type: 'documentNotFoundError', id: 'nowhere'}}]},
  })
  await expect(client.getDocument('moons')).resolves.toBeUndefined()
})

test('refuses a patch of another revision', async () => {
  const client = editor()
  const {_rev} = await client.patch('tides').set({title: 'A'}).commit()
  await client.patch('tides').ifRevisionId(_rev).set({title: 'B'}).commit()

  await expect(client.patch('tides').ifRevisionId(_rev).set({title: 'C'}).commit()).rejects.toMatchObject({
    statusCode: 409,
  })
  await expect(client.getDocument('tides')).resolves.toMatchObject({title: 'B'})
})

test('refuses to create what exists, and replaces it on demand', async () => {
  const client = editor()

  await expect(client.create(tides)).rejects.toMatchObject({statusCode: 409})
  await expect(client.createIfNotExists({...tides, title: 'New'})).resolves.toMatchObject({title: 'On tides'})
  await expect(client.createOrReplace({_id: 'tides', _type: 'article', dek: 'New'})).resolves.not.toHaveProperty(
    'title',
  )
})

test('returns a deleted document as it was', async () => {
  const deletion = editor().delete('tides', {returnDocuments: true, returnFirst: true})

  await expect(deletion).resolves.toMatchObject(tides)
})

test('patches and deletes by query', async () => {
  const client = editor()
  await client.create({_id: 'moons', _type: 'article', tags: ['sky']})

  await client
    .patch({query: '*[_type == $type]', params: {type: 'article'}})
    .set({seen: true})
    .commit({returnFirst: false})
  await client.delete({query: '*["sky" in tags]'})

  await expect(client.fetch('*{_id, seen}')).resolves.toEqual([{_id: 'tides', seen: true}])
})

test('stores nothing in a dry run', async () => {
  const client = editor()

  await client.delete('tides', {dryRun: true})
  await client.patch('tides').set({title: 'Dry'}).commit({dryRun: true})

  await expect(client.getDocument('tides')).resolves.toMatchObject({title: 'On tides'})
})

test('refuses a transaction id that has been used', async () => {
  const client = editor()
  await client.mutate([{delete: {id: 'nothing'}}, {create: {_type: 'article'}}], {transactionId: 'once'})

  await expect(client.mutate([{create: {_type: 'article'}}], {transactionId: 'once'})).rejects.toMatchObject({
    statusCode: 409,
  })
})

test('keeps a document that others need', async () => {
  const client = editor()
  await client.create({_id: 'moons', _type: 'article', basis: {_type: 'reference', _ref: 'tides'}})

  await expect(client.delete('tides')).rejects.toThrow(
    'Document "tides" cannot be deleted as there are references to it from "moons"',
  )
  await client.patch('moons').set({'basis._weak': true}).commit()
  await client.delete('tides')
  await expect(client.patch('moons').unset(['basis._weak']).commit()).rejects.toThrow(
    'references non-existent document "tides"',
  )
})

test('lets documents of one transaction refer to each other', async () => {
  const client = editor()
  const a = {_id: 'a', _type: 'article', other: {_ref: 'b'}}
  const b = {_id: 'b', _type: 'article', other: {_ref: 'a'}}

  await client.transaction([{create: a}, {create: b}]).commit()
  await client.transaction().delete('a').delete('b').commit()

  await expect(client.fetch('count(*)')).resolves.toBe(1)
})

test.each([
  ['a prototype', '{"create": {"_type": "x", "__proto__": {"a": 1}}}'],
  ['a lone surrogate', '{"create": {"_type": "x", "a": "\\ud800"}}'],
  ['an infinite number', '{"create": {"_type": "x", "a": 1e999}}'],
  ['deep nesting', `{"create": {"_type": "x", "a": ${'['.repeat(70)}${']'.repeat(70)}}}`],
  ['no type', '{"create": {"_id": "x"}}'],
  ['a bad id', '{"create": {"_id": "a b", "_type": "x"}}'],
  ['a bad prefix', '{"create": {"_id": "..x", "_type": "x"}}'],
  ['another type', '{"patch": {"id": "tides", "set": {"_type": "author"}}}'],
  ['a path through a prototype', '{"patch": {"id": "tides", "set": {"constructor.prototype.polluted": 1}}}'],
  ['a path to a prototype', '{"patch": {"id": "tides", "set": {"__proto__.polluted": 1}}}'],
  ['a quoted path to a prototype', '{"patch": {"id": "tides", "set": {"[\\"__proto__\\"].polluted": 1}}}'],
  ['an empty path', '{"patch": {"id": "tides", "set": {"": 1}}}'],
  ['a bad diff', '{"patch": {"id": "tides", "diffMatchPatch": {"title": "@@ nonsense"}}}'],
  ['an unknown mutation', '{"explode": {"id": "tides"}}'],
])('refuses %s', async (_name, mutation) => {
  const lake = testLake({production: [tides]})
  const before = JSON.stringify([...(lake.store.documents('production') ?? [])])

  const response = await lake.fetch(
    new Request('http://lake.test/v2026-01-01/data/mutate/production', {
      method: 'POST',
      headers: {authorization: 'Bearer editor'},
      body: `{"mutations": [${mutation}]}`,
    }),
  )

  expect(response.status).toBe(400)
  expect(JSON.stringify([...(lake.store.documents('production') ?? [])])).toBe(before)
  expect({}).not.toHaveProperty('polluted')
})

test('makes the keys of a list on demand', async () => {
  const client = editor()
  const body = [{_type: 'block', children: [{text: 'a'}, {_key: 'own', text: 'b'}]}, 'plain']

  const keyed = await client.create({_type: 'article', body}, {autoGenerateArrayKeys: true})
  const plain = await client.create({_type: 'article', body})

  const key = expect.stringMatching(/^[0-9a-f]{12}$/)
  const children = [
    {_key: key, text: 'a'},
    {_key: 'own', text: 'b'},
  ]
  expect(keyed.body).toEqual([{_key: key, _type: 'block', children}, 'plain'])
  expect(plain.body).toEqual(body)
})

test('counts eight writers exactly', {timeout: 30_000}, async () => {
  const client = editor()
  const write = async () => {
    for (let round = 0; round < 50; round++) await client.patch('tides').inc({views: 1}).commit()
  }

  await Promise.all(Array.from({length: 8}, write))

  await expect(client.fetch('*[_id == "tides"][0].views')).resolves.toBe(401)
})
