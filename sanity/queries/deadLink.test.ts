import {expect, test} from 'vitest'

import {affectedTags} from '@/lib/cache-tags/affectedTags'
import {documentsRead} from '@/lib/cache-tags/documentsRead'
import {documentTag} from '@/lib/cache-tags/tags'
import {deadLinkId, linkHealthId} from '@/lib/links/linkDocumentIds'
import {lakeClient, type Documents} from '@/test-support/lakeClient'

import {articleQuery, articleResult} from './article'
import {pageQuery, pageResult} from './page'

const url = 'https://example.org/report'
const references = ['report', 'survey'].map((id) => ({_id: id, _type: 'bibliographicReference', title: id, url}))
const deadLink = {_id: deadLinkId('report'), _type: 'deadLink', reference: weak('report'), url}
const health = {_id: linkHealthId('report'), _type: 'linkHealth', reference: weak('report'), url, state: 'dead'}

test('tells an article and a page which of their references is dead', async () => {
  const documents = [...references, cites('article'), cites('page'), deadLink, health]
  const article = articleResult.parse(await read(articleQuery, documents))
  const page = pageResult.parse(await read(pageQuery, documents))
  for (const result of [article, page])
    expect(result?.references.map(({_id, deadLink}) => [_id, deadLink])).toEqual([
      ['report', {url}],
      ['survey', null],
    ])
})

test('makes exactly the pages that cite a reference fresh when its link dies or revives', async () => {
  const citing = documentsRead(await read(articleQuery, [...references, cites('article')])).map(documentTag)
  const other = documentsRead(await read(articleQuery, [{...cites('article'), body: []}])).map(documentTag)
  for (const operation of ['create', 'delete'] as const) {
    const touched = affectedTags({_id: deadLink._id, _type: 'deadLink', operation, before: null, after: null})
    expect(touched.some((tag) => citing.includes(tag))).toBe(true)
    expect(touched.some((tag) => other.includes(tag))).toBe(false)
  }
  expect(affectedTags({_id: health._id, _type: 'linkHealth', operation: 'update', before: {}, after: {}})).toEqual([])
})

test('shows readers nothing of what the checker keeps', async () => {
  const documents = [...references, deadLink, health]
  expect(await lakeClient({production: documents}).fetch('*[_type == "linkHealth"]')).toEqual([])
  expect(await lakeClient({production: documents}).fetch('*[_type == "deadLink"]._id')).toEqual([deadLink._id])
})

test('finds the dead among ten thousand without going through them all for every reference', async () => {
  const ids = Array.from({length: 10_000}, (_, index) => `r${index}`)
  const many = ids.map((id) => ({_id: deadLinkId(id), _type: 'deadLink', reference: weak(id), url}))
  const listed = ids.slice(0, 100).map((id) => ({_id: id, _type: 'bibliographicReference', title: id, url}))
  const furtherReading = listed.map(({_id}) => ({_key: _id, _type: 'reference', _ref: _id}))
  const article = articleResult.parse(
    await read(articleQuery, [...many, ...listed, {...cites('article'), body: [], furtherReading}]),
  )
  expect(article?.references.filter(({deadLink}) => deadLink?.url === url)).toHaveLength(100)
})

function read(query: string, documents: Documents) {
  return lakeClient({production: documents}).fetch<unknown>(query, {slug: 'on-tides'})
}

function cites(_type: 'article' | 'page') {
  const items = references.map(({_id}) => ({_key: _id, reference: {_type: 'reference', _ref: _id}}))
  const citation = {_key: 'c', _type: 'citation', items}
  const block = {_key: 'b', _type: 'block', style: 'normal', markDefs: [], children: [citation]}
  return {_id: `on-tides-${_type}`, _type, title: 'On tides', slug: {current: 'on-tides'}, body: [block]}
}

function weak(_ref: string) {
  return {_type: 'reference', _ref, _weak: true}
}
