import {expect, test} from 'vitest'

import {lakeClient} from '@/test-support/lakeClient'

import {articleQuery, articleResult} from './article'

test('resolves authors in byline order and leaves out unpublished ones', async () => {
  const article = await readArticle([
    author('ada'),
    author('emmy'),
    articleWith({
      authors: [contribution('c1', 'emmy', 'translator'), contribution('c2', 'unpublished'), contribution('c3', 'ada')],
    }),
  ])

  expect(article?.authors.map(({role, author}) => [role, author.name])).toEqual([
    ['translator', 'emmy'],
    ['author', 'ada'],
  ])
})

test('collects every cited reference once, wherever it is cited', async () => {
  const article = await readArticle([
    ...['body', 'note', 'caption', 'lead', 'further', 'twice', 'uncited'].map((id) => reference(id)),
    articleWith({
      leadImage: {_type: 'figure', caption: [block('l', [citation('l1', ['lead'])])]},
      furtherReading: [ref('further'), ref('twice'), ref('unpublished')],
      body: [
        block('b', [
          citation('b1', ['body', 'twice']),
          {_key: 'f', _type: 'footnote', text: [block('n', [citation('n1', ['note'])])]},
        ]),
        {_key: 'g', _type: 'figure', caption: [block('c', [citation('c1', ['caption', 'unpublished'])])]},
      ],
    }),
  ])

  expect(article?.references.map(({_id}) => _id).sort()).toEqual([
    'body',
    'caption',
    'further',
    'lead',
    'note',
    'twice',
  ])
  expect(article?.furtherReading).toEqual(['further', 'twice', 'unpublished'])
})

test('never reads the editors’ note on a reference', async () => {
  const data = await readRaw([
    {...reference('polanyi'), note: 'Ask the publisher for permission'},
    articleWith({furtherReading: [ref('polanyi')]}),
  ])

  expect(JSON.stringify(data)).toContain('polanyi')
  expect(JSON.stringify(data)).not.toContain('permission')
})

test('gives the published parts of a series in reading order, and its own place', async () => {
  const series = {series: ref('sea')}
  const article = await readArticle([
    {_id: 'sea', _type: 'series', title: 'The sea', slug: {current: 'the-sea'}},
    {...articleWith({...series, slug: {current: 'part-three'}, publishedAt: '2026-03-01T00:00:00Z'}), _id: 'part-3'},
    {...articleWith({...series, slug: {current: 'part-one'}, publishedAt: '2026-01-01T00:00:00Z'}), _id: 'part-1'},
    {...articleWith({...series, slug: {current: 'part-four'}}), _id: 'drafts.part-4'},
    articleWith({...series, publishedAt: '2026-02-01T00:00:00Z'}),
  ])

  expect(article?.series).toMatchObject({title: 'The sea', position: 2})
  expect(article?.series?.articles.map(({_id}) => _id)).toEqual(['part-1', 'tides', 'part-3'])
})

test('keeps only links that a reader may follow', async () => {
  const article = await readArticle([
    {_id: 'moons', _type: 'article', slug: {current: 'on-moons'}},
    articleWith({
      body: [
        {
          ...block('b', []),
          markDefs: [
            {_key: 'm1', _type: 'link', href: 'https://example.org'},
            {_key: 'm2', _type: 'link', href: 'javascript:alert(1)'},
            {_key: 'm3', _type: 'internalLink', target: ref('moons')},
            {_key: 'm4', _type: 'internalLink', target: ref('unpublished')},
          ],
        },
      ],
    }),
  ])

  expect(article?.body).toMatchObject([
    {
      markDefs: [
        {_key: 'm1', href: 'https://example.org'},
        {_key: 'm2', href: null},
        {_key: 'm3', href: '/articles/on-moons'},
        {_key: 'm4', href: null},
      ],
    },
  ])
})

test('counts words of the text, notes and callouts for the reading time, and no references', async () => {
  const words = (count: number) => Array.from({length: count}, () => 'word').join(' ')
  const article = await readArticle([
    articleWith({
      body: [
        block('b', [
          {_key: 's', _type: 'span', text: words(400), marks: []},
          {_key: 'f', _type: 'footnote', text: [block('n', [{_key: 't', _type: 'span', text: words(38), marks: []}])]},
        ]),
        {_key: 'c', _type: 'callout', text: [block('d', [{_key: 'u', _type: 'span', text: words(38), marks: []}])]},
      ],
    }),
  ])

  expect(article?.readingMinutes).toBe(2)
})

test('fills in what an article lacks', async () => {
  await expect(readArticle([articleWith({})])).resolves.toEqual({
    _id: 'tides',
    title: 'On tides',
    dek: null,
    slug: 'on-tides',
    publishedAt: null,
    updatedAt: null,
    disclosure: null,
    licence: 'all-rights-reserved',
    authors: [],
    leadImage: null,
    topics: [],
    series: null,
    corrections: [],
    body: [],
    readingMinutes: 1,
    furtherReading: [],
    references: [],
  })
})

test('knows no article that is only a draft', async () => {
  await expect(readArticle([{...articleWith({}), _id: 'drafts.tides'}])).resolves.toBeNull()
})

type Documents = Parameters<typeof lakeClient>[0][string]

async function readArticle(documents: Documents) {
  return articleResult.parse(await readRaw(documents))
}

function readRaw(documents: Documents) {
  return lakeClient({production: documents}).fetch<unknown>(articleQuery, {slug: 'on-tides'})
}

function articleWith(fields: Record<string, unknown>) {
  return {_id: 'tides', _type: 'article', title: 'On tides', slug: {current: 'on-tides'}, ...fields}
}

function author(id: string) {
  return {_id: id, _type: 'author', name: id, slug: {current: id}}
}

function reference(id: string) {
  return {_id: id, _type: 'bibliographicReference', type: 'book', title: id}
}

function contribution(key: string, id: string, role?: string) {
  return {_key: key, _type: 'contribution', author: ref(id), role}
}

function citation(key: string, ids: readonly string[]) {
  return {_key: key, _type: 'citation', items: ids.map((id) => ({_key: id, reference: ref(id)}))}
}

function block(key: string, children: readonly unknown[]) {
  return {_key: key, _type: 'block', style: 'normal', markDefs: [], children}
}

function ref(id: string) {
  return {_key: id, _type: 'reference', _ref: id}
}
