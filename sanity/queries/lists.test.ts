import type {z} from 'zod'
import {expect, test} from 'vitest'

import {lakeClient} from '@/test-support/lakeClient'

import {archiveQuery, archiveResult, archiveYearQuery, archiveYearResult} from './archive'
import {authorPageQuery, authorPageResult} from './authorPage'
import {authorsQuery, authorsResult} from './authors'
import {homeQuery, homeResult} from './home'
import {seriesQuery, seriesResult} from './series'
import {topicQuery, topicResult} from './topic'
import {topicsQuery, topicsResult} from './topics'

const ada = {_id: 'ada', _type: 'author', name: 'Ada', slug: {current: 'ada'}}
const emmy = {_id: 'emmy', _type: 'author', name: 'emmy', slug: {current: 'emmy'}}
const sea = {_id: 'sea', _type: 'topic', title: 'The sea', slug: {current: 'sea'}, description: 'Salt water'}
const moons = {_id: 'moons', _type: 'series', title: 'Moons', slug: {current: 'moons'}}

const documents = [
  ada,
  emmy,
  sea,
  moons,
  article('older', '2024-05-01T00:00:00Z', {authors: [by('ada')], topics: [ref('sea')], series: ref('moons')}),
  article('newer', '2026-01-01T00:00:00Z', {authors: [by('emmy'), by('ada')], series: ref('moons')}),
  article('mention', '2025-01-01T00:00:00Z', {
    body: [
      {_key: 'b', _type: 'block', markDefs: [{_key: 'm', _type: 'internalLink', target: ref('ada')}], children: []},
    ],
  }),
  {_id: 'drafts.secret', _type: 'article', title: 'Secret', slug: {current: 'secret'}, authors: [by('ada')]},
  {_id: 'nameless', _type: 'article', title: 'Without an address'},
]

test('puts the newest article first on the front page, and lists topics and series', async () => {
  const home = await read(homeQuery, homeResult)

  expect(home.articles.map(({slug}) => slug)).toEqual(['newer', 'mention', 'older'])
  expect(home.topics).toEqual([{_id: 'sea', title: 'The sea', slug: 'sea', description: 'Salt water'}])
  expect(home.series.map(({slug}) => slug)).toEqual(['moons'])
})

test('gives a card all that a list shows', async () => {
  const {articles} = await read(homeQuery, homeResult)

  expect(articles[0]).toEqual({
    _id: 'newer',
    title: 'newer',
    slug: 'newer',
    publishedAt: '2026-01-01T00:00:00Z',
    dek: null,
    leadImage: null,
    readingMinutes: 1,
    authors: [
      {_key: 'emmy', role: 'author', author: {_id: 'emmy', name: 'emmy', slug: 'emmy'}},
      {_key: 'ada', role: 'author', author: {_id: 'ada', name: 'Ada', slug: 'ada'}},
    ],
  })
})

test('lists an author’s articles by byline, not by mention', async () => {
  const author = await read(authorPageQuery, authorPageResult, {slug: 'ada'})

  expect(author?.articles.map(({slug}) => slug)).toEqual(['newer', 'older'])
  expect(author?.articleCount).toBe(2)
})

test('keeps an author’s web and mail addresses, and no other', async () => {
  const links = [
    {_key: 'web', url: 'https://example.org/ada'},
    {_key: 'mail', label: 'Write', url: 'mailto:ada@example.org'},
    {_key: 'bare', url: 'mailto:ada@example.org'},
    {_key: 'script', label: 'Script', url: 'javascript:alert(1)'},
    {_key: 'path', label: 'Path', url: '/archive'},
  ]
  const client = lakeClient({production: [{...ada, links}]})
  const author = authorPageResult.parse(await client.fetch<unknown>(authorPageQuery, {slug: 'ada'}))

  expect(author?.links).toEqual([
    {_key: 'web', label: 'example.org', url: 'https://example.org/ada'},
    {_key: 'mail', label: 'Write', url: 'mailto:ada@example.org'},
    {_key: 'bare', label: 'ada@example.org', url: 'mailto:ada@example.org'},
  ])
})

test('knows no author, topic or series under an unknown slug', async () => {
  await expect(read(authorPageQuery, authorPageResult, {slug: 'nobody'})).resolves.toBeNull()
  await expect(read(topicQuery, topicResult, {slug: 'nothing'})).resolves.toBeNull()
  await expect(read(seriesQuery, seriesResult, {slug: 'nothing'})).resolves.toBeNull()
})

test('lists authors by name whatever its case', async () => {
  const authors = await read(authorsQuery, authorsResult)

  expect(authors.map(({name}) => name)).toEqual(['Ada', 'emmy'])
})

test('lists a topic’s articles', async () => {
  const topic = await read(topicQuery, topicResult, {slug: 'sea'})

  expect(topic?.articles.map(({slug}) => slug)).toEqual(['older'])
  expect((await read(topicsQuery, topicsResult)).map(({slug}) => slug)).toEqual(['sea'])
})

test('lists a series in reading order', async () => {
  const series = await read(seriesQuery, seriesResult, {slug: 'moons'})

  expect(series?.articles.map(({slug}) => slug)).toEqual(['older', 'newer'])
})

test('names each year once, newest first', async () => {
  expect((await read(archiveQuery, archiveResult)).years).toEqual([2026, 2025, 2024])
})

test('turns the year at midnight UTC', async () => {
  const year = {from: '2025-01-01T00:00:00Z', to: '2026-01-01T00:00:00Z'}
  const archive = await read(archiveYearQuery, archiveYearResult, year)

  expect(archive.articles.map(({slug}) => slug)).toEqual(['mention'])
  expect(archive.articleCount).toBe(1)
})

async function read<Schema extends z.ZodType>(
  query: string,
  schema: Schema,
  params: Record<string, string> = {},
): Promise<z.output<Schema>> {
  return schema.parse(await lakeClient({production: documents}).fetch<unknown>(query, params))
}

function article(slug: string, publishedAt: string, fields: Record<string, unknown>) {
  return {_id: slug, _type: 'article', title: slug, slug: {current: slug}, publishedAt, ...fields}
}

function by(id: string) {
  return {_key: id, _type: 'contribution', author: ref(id)}
}

function ref(id: string) {
  return {_key: id, _type: 'reference', _ref: id}
}
