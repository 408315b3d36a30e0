import {expect, test} from 'vitest'

import {WEBHOOK_PROJECTION} from '@/lib/webhook/payload'
import {lakeClient} from '@/test-support/lakeClient'

import {citedIds} from './cites'
import {libraryQuery, libraryResult, libraryVersionQuery, libraryVersionResult} from './library'
import {workQuery, workResult} from './work'

const documents = [
  {_id: 'ada', _type: 'author', name: 'Ada', slug: {current: 'ada'}},
  ...['lead', 'cited', 'note', 'caption', 'further', 'onpage', 'uncited', 'secretly', 'nowhere'].map(book),
  {...book('cited'), _id: 'drafts.cited', title: 'Unpublished changes'},
  {
    _id: 'tides',
    _type: 'article',
    title: 'On tides',
    slug: {current: 'on-tides'},
    publishedAt: '2026-01-01T00:00:00Z',
    authors: [{_key: 'a', role: 'author', author: ref('ada')}],
    leadImage: {_type: 'figure', caption: [block('l', citation('lead'))]},
    body: [
      block('b', citation('cited', 'gone'), {_type: 'footnote', _key: 'n', text: [block('t', citation('note'))]}),
      {_type: 'figure', _key: 'f', caption: [block('c', citation('caption', 'cited'))]},
    ],
    furtherReading: [ref('further')],
  },
  {
    _id: 'about',
    _type: 'page',
    title: 'About',
    slug: {current: 'about'},
    body: [block('p', citation('onpage', 'cited'))],
  },
  {
    _id: 'drafts.secret',
    _type: 'article',
    title: 'Secret',
    slug: {current: 's'},
    body: [block('s', citation('secretly'))],
  },
  {_id: 'homeless', _type: 'article', title: 'No address', body: [block('h', citation('nowhere'))]},
]

const client = lakeClient({production: documents}).withConfig({perspective: 'published'})

test('lists what published texts with an address cite, and nothing that only a draft does', async () => {
  const works = libraryResult.parse(await client.fetch<unknown>(libraryQuery))

  expect(works.map(({id, citedBy}) => [id, citedBy])).toEqual([
    ['caption', 1],
    ['cited', 2],
    ['further', 1],
    ['lead', 1],
    ['note', 1],
    ['onpage', 1],
  ])
  expect(JSON.stringify(works)).not.toContain('Unpublished')
})

test('a work has the texts that cite it, with authors and dates; one that no published text cites has none', async () => {
  const read = async (id: string) => workResult.parse(await client.fetch<unknown>(workQuery, {id}))

  expect((await read('cited'))?.citedIn).toEqual([
    {
      _id: 'tides',
      _type: 'article',
      title: 'On tides',
      slug: 'on-tides',
      publishedAt: '2026-01-01T00:00:00Z',
      authors: [{_key: 'a', role: 'author', author: {_id: 'ada', name: 'Ada', slug: 'ada'}}],
    },
    {_id: 'about', _type: 'page', title: 'About', slug: 'about', publishedAt: null, authors: null},
  ])
  expect((await read('secretly'))?.citedIn).toEqual([])
  expect((await read('nowhere'))?.citedIn).toEqual([])
  expect(await read('gone')).toBe(null)
})

test('the version of the library changes when a text or a reference does', async () => {
  const lake = lakeClient({production: documents}, {token: 'administrator'})
  const version = async () => libraryVersionResult.parse(await lake.fetch<unknown>(libraryVersionQuery))
  const before = await version()
  await lake.patch('cited').set({title: 'Another title'}).commit()
  const edited = await version()
  await lake.delete('uncited')

  expect(edited).not.toBe(before)
  expect(await version()).not.toBe(edited)
})

test('the webhook tells of the same citations that the library counts', () => {
  expect(withoutSpace(WEBHOOK_PROJECTION)).toContain(withoutSpace(citedIds))
})

function withoutSpace(text: string): string {
  return text.replace(/\s+/g, '')
}

function book(_id: string) {
  return {_id, _type: 'bibliographicReference', type: 'book', title: _id, issued: {status: 'dated', year: 1900}}
}

function block(_key: string, ...children: object[]) {
  return {_type: 'block', _key, style: 'normal', markDefs: [], children}
}

function citation(...ids: string[]) {
  const items = ids.map((id) => ({_type: 'citationItem', _key: id, reference: ref(id)}))
  return {_type: 'citation', _key: ids.join('-'), items}
}

function ref(_ref: string) {
  return {_type: 'reference', _key: _ref, _ref, _weak: true}
}
