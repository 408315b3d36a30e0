import {expect, test} from 'vitest'

import {lakeClient, type Documents} from '@/test-support/lakeClient'
import {readLibrary} from '@/sanity/works/library'

import {createReferences, type CreationOptions, type PlannedEntry} from './createReferences'

const reference = {type: 'book', title: 'On tides', issued: {status: 'nd'}, verbatim: 'On tides. (n.d.).'}
const old = {_id: 'old', _type: 'bibliographicReference', type: 'book', title: 'Old'}

test('creates published references and drafts', async () => {
  const {content, create} = setUp([])

  const results = await create([published('a'), draft('b')])

  expect(results).toEqual([
    {'row-a': {referenceId: 'a', kind: 'published'}, 'row-b': {referenceId: 'b', kind: 'draft'}},
  ])
  await expect(
    content.fetch('*[_type == "bibliographicReference"] | order(_id) {_id, title, issued}'),
  ).resolves.toEqual([
    {_id: 'a', title: 'On tides', issued: {_type: 'issuedDate', status: 'nd'}},
    {_id: 'drafts.b', title: 'On tides', issued: {_type: 'issuedDate', status: 'nd'}},
  ])
})

test('puts them under the further reading of an article, drafts weakly, none twice', async () => {
  const article = {
    _id: 'tides',
    _type: 'article',
    title: 'Tides',
    body: [{_type: 'citation', items: [{reference: {_type: 'reference', _ref: 'cited'}}]}],
    furtherReading: [{_type: 'reference', _key: 'k0', _ref: 'old'}],
  }
  const cited = {...old, _id: 'cited'}
  const {content, create} = setUp([article, old, cited])

  await create(
    [
      published('a'),
      draft('b'),
      {key: 'row-old', id: 'old', kind: 'existing', isPublished: true},
      {key: 'row-cited', id: 'cited', kind: 'existing', isPublished: true},
      {key: 'row-again', id: 'a', kind: 'existing', isPublished: true},
    ],
    'tides',
  )

  const [stored] = await content.getDocuments(['drafts.tides'])
  expect(stored).toMatchObject({title: 'Tides', body: article.body})
  expect(stored?.furtherReading).toEqual([
    {_type: 'reference', _key: 'k0', _ref: 'old'},
    {_type: 'reference', _key: 'key-1', _ref: 'a'},
    {
      _type: 'reference',
      _key: 'key-2',
      _ref: 'b',
      _weak: true,
      _strengthenOnPublish: {type: 'bibliographicReference'},
    },
  ])
  await expect(content.getDocument('tides')).resolves.toMatchObject({furtherReading: article.furtherReading})
})

test('continues the draft of an article', async () => {
  const {content, create} = setUp([
    {_id: 'tides', _type: 'article', title: 'Published'},
    {_id: 'drafts.tides', _type: 'article', title: 'Draft'},
  ])

  await create([published('a')], 'tides')

  const stored = await content.getDocument('drafts.tides')
  expect(stored).toMatchObject({title: 'Draft', furtherReading: [{_ref: 'a'}]})
})

test('begins an article that is not there', async () => {
  const {content, create} = setUp([])

  await create([published('a')], 'new')

  await expect(content.getDocument('drafts.new')).resolves.toMatchObject({
    _type: 'article',
    licence: 'cc-by',
    furtherReading: [{_ref: 'a'}],
  })
})

test('may be repeated without creating or listing anything twice', async () => {
  const {content, create} = setUp([{_id: 'drafts.tides', _type: 'article'}])
  await create([published('a')], 'tides')
  await content.patch('a').set({title: 'Corrected meanwhile'}).commit()

  await create([published('a'), published('b')], 'tides')

  const stored = await content.getDocument('drafts.tides')
  expect(stored?.furtherReading).toMatchObject([{_ref: 'a'}, {_ref: 'b'}])
  await expect(content.getDocument('a')).resolves.toMatchObject({title: 'Corrected meanwhile'})
})

test('stores two hundred in transactions of a hundred, and tells of each', async () => {
  const {content, create} = setUp([])
  const entries = Array.from({length: 201}, (_, index) => published(`work-${index}`))

  const results = await create(entries, 'tides')

  expect(results.map((stored) => Object.keys(stored).length)).toEqual([100, 100, 1])
  await expect(content.fetch('count(*[_type == "bibliographicReference"])')).resolves.toBe(201)
  await expect(content.fetch('count(*[_id == "drafts.tides"][0].furtherReading)')).resolves.toBe(201)
})

test('stores nothing of a transaction that is refused', async () => {
  const {content, create} = setUp([])

  await expect(create([published('a'), {...published('b'), id: 'not an id!'}], 'tides')).rejects.toThrow('not an id!')

  await expect(content.fetch('count(*)')).resolves.toBe(0)
})

test('reads the library with what drafts say', async () => {
  const client = lakeClient(
    {production: [old, {...old, _id: 'drafts.old', title: 'Old, corrected'}, {...old, _id: 'drafts.new', doi: 12}]},
    {token: 'editor'},
  )

  await expect(readLibrary(client)).resolves.toMatchObject([
    {id: 'new', isPublished: false, record: {title: 'Old', doi: null}},
    {id: 'old', isPublished: true, record: {title: 'Old, corrected'}},
  ])
})

function setUp(documents: Documents) {
  const content = lakeClient({production: documents}, {token: 'editor', perspective: 'raw'})
  let keys = 0
  const create = async (entries: PlannedEntry[], articleId?: string) => {
    const results: Parameters<CreationOptions['onStored']>[0][] = []
    await createReferences(content, {
      entries,
      article: articleId ? {id: articleId, unsaved: {licence: 'cc-by'}} : null,
      createKey: () => `key-${(keys += 1)}`,
      onStored: (stored) => results.push(stored),
    })
    return results
  }
  return {content, create}
}

function published(id: string): PlannedEntry {
  return {key: `row-${id}`, id, kind: 'published', reference}
}

function draft(id: string): PlannedEntry {
  return {key: `row-${id}`, id, kind: 'draft', reference}
}
