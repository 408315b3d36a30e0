import type {SanityClient} from '@sanity/client'
import {expect, test} from 'vitest'

import {lakeClient, type Documents} from '@/test-support/lakeClient'

import {MergeError, mergeReferences} from './mergeReferences'

const merge = {keptId: 'kept', droppedId: 'gone', takeOver: []}

test('leads every citation to the kept reference and deletes the other, drafts and versions alike', async () => {
  const client = store([
    article('a', cites('gone')),
    article('drafts.a', cites('gone')),
    article('versions.r1.b', cites('gone')),
    {...article('c', cites('other')), furtherReading: [pointer('kept', 'k'), pointer('gone', 'g')]},
    {_id: 'p', _type: 'page', body: [cites('gone')]},
    article('untouched', cites('other')),
    reference('drafts.gone'),
    reference('versions.r1.gone'),
    {_id: 'linkHealth.gone', _type: 'linkHealth', reference: {...pointer('gone'), _weak: true}},
    {_id: 'dead-link-gone', _type: 'deadLink', reference: {...pointer('gone'), _weak: true}},
  ])
  const untouched = ['untouched', 'kept', 'other']
  const before = await client.getDocuments(untouched)

  await expect(mergeReferences(client, merge)).resolves.toBe(4)

  await expect(client.fetch('*[references("gone") || _id match "*gone*"]')).resolves.toEqual([])
  await expect(client.fetch('*[references("kept")] | order(_id)._id')).resolves.toEqual([
    'a',
    'c',
    'drafts.a',
    'p',
    'versions.r1.b',
  ])
  await expect(client.fetch('*[_id == "c"][0].furtherReading[]._ref')).resolves.toEqual(['kept'])
  await expect(client.getDocuments(untouched)).resolves.toEqual(before)
})

test('does it in one transaction', async () => {
  const client = store([article('a', cites('gone')), article('b', cites('gone'))])

  await mergeReferences(client, merge)

  const revisions = await client.fetch<string[]>('array::unique(*[_id in ["a", "b"]]._rev)')
  expect(revisions).toHaveLength(1)
})

test('takes over what the kept reference lacks, and nothing else', async () => {
  const client = store([
    {...reference('kept'), title: 'On tides', doi: ''},
    {...reference('drafts.kept'), title: 'On tides', publisher: 'Harbour Press'},
    {...reference('gone'), title: 'Tides', doi: '10.5555/a', publisher: 'Other Press', note: 'Ours'},
  ])

  await mergeReferences(client, {...merge, takeOver: ['title', 'doi', 'publisher', '_type', 'nonsense']})

  await expect(client.getDocument('kept')).resolves.toMatchObject({
    _type: 'bibliographicReference',
    title: 'On tides',
    doi: '10.5555/a',
    publisher: 'Other Press',
  })
  await expect(client.getDocument('drafts.kept')).resolves.toMatchObject({doi: '10.5555/a', publisher: 'Harbour Press'})
  await expect(client.fetch('*[_id == "kept"][0].note')).resolves.toBeNull()
})

test('keeps a published reference published', async () => {
  const client = store([article('a', cites('gone'))], [reference('drafts.kept'), reference('gone')])

  await expect(mergeReferences(client, merge)).rejects.toThrow('Publish it first')
  await expect(client.getDocument('gone')).resolves.toBeDefined()
})

test('merges two drafts', async () => {
  const weak = {_weak: true, _strengthenOnPublish: {type: 'bibliographicReference'}}
  const client = store(
    [{...article('drafts.a', cites('other')), furtherReading: [{...pointer('gone', 'k'), ...weak}]}],
    [reference('drafts.kept'), reference('drafts.gone'), reference('other')],
  )

  await mergeReferences(client, merge)

  await expect(client.fetch('*[_id == "drafts.a"][0].furtherReading')).resolves.toEqual([
    {...pointer('kept', 'k'), ...weak},
  ])
})

test.each([
  ['an article that cites', (client: SanityClient) => client.patch('a').set({title: 'Changed'}).commit()],
  ['the kept reference', (client: SanityClient) => client.patch('kept').set({title: 'Changed'}).commit()],
  ['the other reference', (client: SanityClient) => client.patch('gone').set({title: 'Changed'}).commit()],
  ['the list of citing articles', (client: SanityClient) => client.create(article('new', cites('gone')))],
])('changes nothing when somebody changes %s meanwhile', async (_what, change) => {
  const client = store([
    article('a', cites('gone')),
    article('b', cites('gone')),
    {...reference('gone'), doi: '10.5555/a'},
  ])
  const racing = between(client, () => change(client))
  await expect(mergeReferences(racing, {...merge, takeOver: ['doi']})).rejects.toThrow(MergeError)

  await expect(client.fetch('*[references("kept")]._id')).resolves.toEqual([])
  await expect(client.getDocument('gone')).resolves.toBeDefined()
})

test('says so when one of the two is gone already', async () => {
  await expect(mergeReferences(store([], [reference('kept')]), merge)).rejects.toThrow('no longer there')
  await expect(mergeReferences(store([]), {...merge, keptId: 'gone'})).rejects.toThrow('one and the same')
})

test('tells a contributor that she may not', async () => {
  const documents = [article('a', cites('gone')), reference('kept'), reference('gone')]
  const client = lakeClient({production: documents}, {token: 'contributor'})

  await expect(mergeReferences(client, merge)).rejects.toThrow('Your account may not')
  await expect(client.fetch('*[references("gone")]._id')).resolves.toEqual(['a'])
})

test('merges what hundreds of articles cite', async () => {
  const client = store(Array.from({length: 400}, (_, index) => article(`a${index}`, cites('gone'))))

  await expect(mergeReferences(client, merge)).resolves.toBe(400)
  await expect(client.fetch('count(*[references("kept")])')).resolves.toBe(400)
})

function store(documents: Documents, works: Documents = [reference('kept'), reference('gone')]): SanityClient {
  const all = new Map([reference('other'), ...works, ...documents].map((document) => [document._id, document]))
  return lakeClient({production: [...all.values()]}, {token: 'editor', perspective: 'raw'})
}

/** The client, with something that happens after it has read and before it writes. */
function between(client: SanityClient, happening: () => Promise<unknown>): SanityClient {
  const racing = client.clone()
  const fetch = racing.fetch.bind(racing)
  Object.assign(racing, {
    withConfig: () => racing,
    fetch: async (query: string, params: Record<string, unknown>) => {
      const answer: unknown = await fetch(query, params)
      await happening()
      return answer
    },
  })
  return racing
}

function article(_id: string, ...body: object[]) {
  return {_id, _type: 'article', title: _id, body}
}

function reference(_id: string) {
  return {_id, _type: 'bibliographicReference', type: 'book'}
}

function cites(id: string) {
  const item = {_type: 'citationItem', _key: 'i', reference: pointer(id)}
  return {_type: 'block', _key: `b-${id}`, children: [{_type: 'citation', _key: 'c', items: [item]}]}
}

function pointer(id: string, key?: string) {
  return {_type: 'reference', _ref: id, ...(key ? {_key: key} : {})}
}
