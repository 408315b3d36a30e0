import {expect, test} from 'vitest'

import type {DocumentChange, LakeDocument} from '../documents/document.ts'
import {isPrivateId} from '../documents/ids.ts'
import {createPerspectiveView, type Perspective} from '../documents/perspective.ts'

import {answerQuery} from './evaluate.ts'
import {generatedParams, queryGenerator} from './queryGenerator.fixture.ts'
import {tagsOfCommit, tagsOfResult} from './syncTags.ts'

const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'drafts.a', 'drafts.b', 'drafts.e', 'versions.r.b', 'versions.r.c', '_.x.y']
const ROUNDS = Number(process.env.ISOLATION_ROUNDS ?? 200)
const perspectives: {perspective: Perspective; seed: number}[] = [
  {perspective: 'anonymous', seed: 3},
  {perspective: 'raw', seed: 5},
  {perspective: [], seed: 7},
  {perspective: ['drafts'], seed: 11},
  {perspective: ['r', 'drafts'], seed: 13},
]

test.each(perspectives)(
  'a commit that changes a result names a tag of it: $perspective',
  {timeout: 600_000},
  ({perspective, seed}) => {
    const {random, document} = documentGenerator(seed)
    const generate = queryGenerator(seed, ids)
    const stored = new Map(ids.filter(() => random(2)).map((id) => [id, document(id)]))
    const view = createPerspectiveView(stored, perspective)
    const count = {changed: 0, precise: 0, spared: 0}

    for (let round = 0; round < ROUNDS; round++) {
      const queries = [generate(), lookUp(random), lookUp(random)]
      const before = queries.map((query) => answer(query))
      const changes = Array.from({length: 1 + random(2)}, () => change(ids[random(ids.length)] ?? 'a'))
      const audible = changes.filter(({documentId}) => perspective !== 'anonymous' || !isPrivateId(documentId))
      const told = new Set(tagsOfCommit('production', audible))
      queries.forEach((query, index) => {
        const [was, is] = [before[index], answer(query)]
        const isTold = was?.tags.some((tag) => told.has(tag)) ?? false
        const isChanged = was?.json !== is.json
        if (isChanged) count.changed++
        expect({query, changes, was, is, isMissed: isChanged && !isTold}).toEqual({
          query,
          changes,
          was,
          is,
          isMissed: false,
        })
        if (!isChanged && index > 0) count.precise++
        if (!isChanged && index > 0 && !isTold) count.spared++
      })
    }

    expect(count.changed).toBeGreaterThan(ROUNDS / 10)
    expect(count.spared).toBeGreaterThan(count.precise / 3)

    function answer(query: string) {
      const host = {projectId: 'octavo', dataset: 'production', identity: 'x', timestamp: new Date(0)}
      const {json, reads} = answerQuery({...host, query, params: generatedParams, view}, false)
      return {json, tags: tagsOfResult('production', reads, Array.isArray(perspective) && perspective.length > 0)}
    }

    function change(documentId: string): DocumentChange {
      const before = stored.get(documentId) ?? null
      const after = before && random(3) === 0 ? null : document(documentId)
      if (after) stored.set(documentId, after)
      else stored.delete(documentId)
      const made = {documentId, before, after, effects: {apply: [], revert: []}, mutations: []}
      view.update({sequence: 1, id: 't', dataset: 'production', author: 'x', timestamp: '', changes: [made]})
      return made
    }
  },
)

test('bins what a result of many documents depends on', () => {
  const reads = new Set(Array.from({length: 500}, (_, index) => `id:d${index}`))
  const tags = tagsOfResult('production', reads, false)
  const document = {_id: 'd77', _type: 'article', _rev: 'r', _createdAt: '', _updatedAt: ''}
  const change = {documentId: 'd77', before: null, after: document, effects: {apply: [], revert: []}, mutations: []}

  expect(tags.length).toBeLessThan(64)
  expect(tagsOfCommit('production', [change]).some((tag) => tags.includes(tag))).toBe(true)
})

test('tells everybody of a commit that is too large for tags', () => {
  const large = Array.from({length: 3_000}, (_, index) => {
    const after = {_id: `d${index}`, _type: 'article', _rev: 'r', _createdAt: '', _updatedAt: ''}
    return {documentId: after._id, before: null, after, effects: {apply: [], revert: []}, mutations: []}
  })
  const tags = tagsOfCommit('production', large)

  expect(tags).toHaveLength(2)
  expect(tagsOfResult('production', new Set(['slug:x']), false).some((tag) => tags.includes(tag))).toBe(true)
})

test('says nothing readable, and nothing of another dataset', () => {
  const reads = new Set(['slug:on-tides', 'type:article'])

  const [production, staging] = ['production', 'staging'].map((dataset) => tagsOfResult(dataset, reads, false))

  expect(production?.every((tag) => /^s1:[\w-]{8}$/.test(tag))).toBe(true)
  expect(production?.some((tag) => staging?.includes(tag))).toBe(false)
})

/** Queries that read by index alone, so that their tags are not the whole dataset's. */
function lookUp(random: (below: number) => number): string {
  const id = ids[random(ids.length)]
  const queries = [
    `*[_id == "${id}"]{..., "o": other->{title, "p": other->title}}`,
    `*[slug.current == "${id}"][0]{title, "l": list[]->title}`,
    `*[slug.current == "${id}" && _type == "article"]`,
    `count(*[references("${id}")])`,
    `*[_type == "topic"]{"by": count(*[references(^._id)])}`,
    `*[_type == "author"] | order(title desc)[0...2]{title}`,
    `*[_id in ["${id}", "b"]]{"o": other->title}`,
  ]
  return queries[random(queries.length)] ?? '*'
}

function documentGenerator(seed: number) {
  let state = seed
  const random = (below: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 4294967296) * below)
  }
  const id = () => ids[random(ids.length)] ?? 'a'
  const type = () => ['article', 'author', 'topic'][random(3)] ?? 'article'
  const document = (_id: string): LakeDocument => ({
    _id,
    _type: type(),
    _rev: `r${random(1_000)}`,
    _createdAt: '2026-01-01T00:00:00Z',
    _updatedAt: '2026-01-01T00:00:00Z',
    title: `public ${random(5)}`,
    slug: {current: id()},
    other: {_ref: id()},
    list: Array.from({length: random(4)}, (_, index) => ({_key: `k${index}`, _ref: id()})),
    ...(_id.startsWith('versions.') && random(4) === 0 ? {_system: {delete: true}} : {}),
  })
  return {random, document}
}
