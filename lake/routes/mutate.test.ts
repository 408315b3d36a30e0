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
  const body = {mutations: [{delete: {id: 'tides'}}], dryRun: true}
  await client.request({url: '/data/mutate/production', method: 'POST', body})

  await expect(client.getDocument('tides')).resolves.toMatchObject({title: 'On tides'})
})

test('refuses a transaction id that has been used', async () => {
  const client = editor()
  await client.mutate([{delete: {id: 'nothing'}}, {create: {_type: 'article'}}], {transactionId: 'once'})

  await expect(client.mutate([{create: {_type: 'article'}}], {transactionId: 'once'})).rejects.toMatchObject({
    statusCode: 409,
  })
})

test('takes a transaction id in the address, too', async () => {
  const body = {mutations: [{patch: {id: 'tides', inc: {views: 1}}}]}

  await expect(
    editor().request({url: '/data/mutate/production', query: {transactionId: 'mine'}, method: 'POST', body}),
  ).resolves.toMatchObject({transactionId: 'mine'})
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

const shoal = {
  _id: 'shoal',
  _type: 'article',
  title: 'Shoal',
  views: 1,
  tags: ['a', 'b', 'c', 'b'],
  body: [
    {_key: 'x', text: 'X'},
    {_key: 'y', text: 'Y'},
    {_key: 'z', text: 'Z'},
  ],
  seo: {title: 'S', size: {w: 1}},
}

const [x, y, z] = shoal.body
const patches: [name: string, patch: object, expected: object][] = [
  ['set an item by its key', {set: {'body[_key=="y"].text': '!'}}, {body: [x, {_key: 'y', text: '!'}, z]}],
  ['set an item from the end', {set: {'body[-1].text': '!'}}, {body: [x, y, {_key: 'z', text: '!'}]}],
  ['set a range', {set: {'tags[1:3]': '!'}}, {tags: ['a', '!', '!', 'b']}],
  ['set several', {set: {'tags[0,2]': '!'}}, {tags: ['!', 'b', '!', 'b']}],
  ['set at any depth', {set: {'..w': 2}}, {seo: {title: 'S', size: {w: 2}}}],
  ['set below what is missing', {set: {'a.b.c': 1}}, {a: {b: {c: 1}}}],
  ['set what no path finds', {set: {'body[_key=="none"].text': '!', 'tags[9]': '!'}}, {}],
  [
    'set what is missing',
    {setIfMissing: {title: '!', dek: 'D', 'seo.size.h': 2}},
    {dek: 'D', seo: {title: 'S', size: {w: 1, h: 2}}},
  ],
  ['unset an attribute', {unset: ['seo.size.w']}, {seo: {title: 'S', size: {}}}],
  ['unset an item by its key', {unset: ['body[_key=="y"]']}, {body: [x, z]}],
  ['unset items from both ends', {unset: ['tags[0]', 'tags[-1]']}, {tags: ['b', 'c']}],
  ['unset a range', {unset: ['tags[1:3]']}, {tags: ['a', 'b']}],
  ['unset items by value', {unset: ['tags[@=="b"]']}, {tags: ['a', 'c']}],
  ['insert before a key', {insert: {before: 'body[_key=="y"]', items: [{_key: 'n'}]}}, {body: [x, {_key: 'n'}, y, z]}],
  ['insert before the first', {insert: {before: 'tags[0]', items: ['!']}}, {tags: ['!', 'a', 'b', 'c', 'b']}],
  ['insert before the last', {insert: {before: 'tags[-1]', items: ['!']}}, {tags: ['a', 'b', 'c', '!', 'b']}],
  ['insert after the last', {insert: {after: 'tags[-1]', items: ['!', '?']}}, {tags: ['a', 'b', 'c', 'b', '!', '?']}],
  [
    'replace by key',
    {insert: {replace: 'body[_key=="y"]', items: [{_key: 'n'}, {_key: 'm'}]}},
    {body: [x, {_key: 'n'}, {_key: 'm'}, z]},
  ],
  ['replace a range', {insert: {replace: 'tags[1:3]', items: ['!']}}, {tags: ['a', '!', 'b']}],
  ['replace the last two', {insert: {replace: 'tags[-2:]', items: ['!']}}, {tags: ['a', 'b', '!']}],
  ['increase', {inc: {views: 2, 'seo.size.w': 0.5}}, {views: 3, seo: {title: 'S', size: {w: 1.5}}}],
  ['decrease', {dec: {views: 3}}, {views: -2}],
  ['increase no number', {inc: {title: 1, none: 1}}, {}],
  ['diff', {diffMatchPatch: {title: '@@ -1,5 +1,6 @@\n Shoal\n+s\n'}}, {title: 'Shoals'}],
  ['set before unset', {set: {title: '!'}, unset: ['title']}, {title: undefined}],
  ['set before increase', {inc: {views: 1}, set: {views: 10}}, {views: 11}],
  ['set what is the lake’s', {set: {_id: 'other', _rev: 'x', _createdAt: '2000-01-01T00:00:00Z', _updatedAt: 'x'}}, {}],
]

test.each(patches)('patches: %s', async (_name, operations, expected) => {
  const client = lakeClient({production: [shoal]}, {token: 'editor'})
  const before = await client.getDocument('shoal')

  const after = await client.patch('shoal', operations).commit()

  expect(after).toEqual({...before, ...expected, _rev: expect.any(String), _updatedAt: expect.any(String)})
})

test('appends, prepends and splices', async () => {
  const client = lakeClient({production: [shoal]}, {token: 'editor'})

  await client.patch('shoal').append('tags', ['z']).commit()
  await client.patch('shoal').prepend('tags', ['0']).commit()
  await client.patch('shoal').splice('tags', 1, 2, ['s']).commit()

  await expect(client.fetch('*[0].tags')).resolves.toEqual(['0', 's', 'c', 'b', 'z'])
})

test('answers with what is asked for', async () => {
  const client = editor()
  const change = () =>
    client
      .transaction()
      .patch('tides', (patch) => patch.inc({views: 1}))
      .delete('nothing')

  await expect(change().commit({returnDocuments: false})).resolves.toMatchObject({
    documentIds: ['tides', 'nothing'],
    results: [{id: 'tides', operation: 'update'}, {operation: 'none'}],
  })
  await expect(change().commit({returnDocuments: true})).resolves.toEqual([
    expect.objectContaining({_id: 'tides', views: 3}),
    undefined,
  ])
  await expect(change().commit({returnFirst: true, returnDocuments: false})).resolves.toMatchObject({
    documentId: 'tides',
  })
  await expect(change().commit({returnFirst: true, returnDocuments: true})).resolves.toMatchObject({views: 5})
})

test.each(['sync', 'async', 'deferred'] as const)(
  'shows what was written at once with visibility %s',
  async (visibility) => {
    const client = editor()

    await client.patch('tides').set({title: 'New'}).commit({visibility, skipCrossDatasetReferenceValidation: true})

    await expect(client.fetch('*[_id == "tides"][0].title')).resolves.toBe('New')
  },
)

test('does not hold references into other datasets and libraries', async () => {
  const client = editor()
  const elsewhere = [
    {_key: 'a', _ref: 'there', _dataset: 'other'},
    {_key: 'b', _ref: 'there', _projectId: 'other'},
    {_key: 'c', _ref: 'media-library:abc:def'},
    {_key: 'd', _ref: 'there', _weak: true},
  ]

  await expect(client.create({_type: 'article', elsewhere})).resolves.toMatchObject({elsewhere})
})

test('names all who refer to what is to be deleted, drafts as well', async () => {
  const client = editor()
  for (const id of ['a', 'drafts.b', 'versions.spring.c'])
    await client.create({_id: id, _type: 'x', to: {_ref: 'tides'}})

  await expect(client.delete('tides')).rejects.toMatchObject({
    statusCode: 409,
    details: {
      type: 'mutationError',
      items: [
        {
          error: {
            type: 'documentHasExistingReferencesError',
            id: 'tides',
            referencingIDs: ['a', 'drafts.b', 'versions.spring.c'],
          },
        },
      ],
    },
  })
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
