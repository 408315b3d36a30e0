import {expect, test} from 'vitest'

import type {LakeDocument} from '../documents/document.ts'

import {evaluateTree, within, type Query} from './evaluate.ts'
import {parseQuery, parseUnindexed} from './tree.ts'
import {createPerspectiveView, type Perspective} from '../documents/perspective.ts'
import {queryGenerator} from './queryGenerator.fixture.ts'

const ids = ['a', 'b', 'c', 'd', 'drafts.a', 'drafts.e', 'versions.r.b', '_.groups.x', 'e.f']
const stored = new Map(ids.map((id, index) => [id, documentOf(id, index)]))
const published = new Map([...stored].filter(([id]) => !id.includes('.')))
const ROUNDS = Number(process.env.ISOLATION_ROUNDS ?? 500)
const slow = {timeout: 600_000}

test('an anonymous reader sees what a dataset without private documents would show', slow, () => {
  const [anonymous, without] = [stored, published].map((documents) => createPerspectiveView(documents, 'anonymous'))
  const generate = queryGenerator(7, ids)
  let visible = 0
  for (let round = 0; round < ROUNDS; round++) {
    const query = generate()
    const [seen, expected] = [anonymous, without].map((view) => view && answer(query, view))
    expect({query, seen}).toEqual({query, seen: expected})
    expect({query, leaks: /private/.test(seen ?? '')}).toEqual({query, leaks: false})
    if (seen !== '[]' && seen !== 'null' && seen !== '0') visible++
  }
  expect(visible).toBeGreaterThan(ROUNDS / 4)
})

test.each<{perspective: Perspective}>([{perspective: 'raw'}, {perspective: ['drafts']}, {perspective: []}])(
  'an index changes no answer: $perspective',
  slow,
  ({perspective}) => {
    const view = createPerspectiveView(stored, perspective)
    const generate = queryGenerator(11, ids)
    for (let round = 0; round < ROUNDS; round++) {
      const query = generate()
      expect({query, answer: answer(query, view)}).toEqual({query, answer: answer(query, view, parseUnindexed)})
    }
  },
)

test.each<{perspective: Perspective}>([
  {perspective: 'raw'},
  {perspective: 'anonymous'},
  {perspective: ['drafts']},
  {perspective: ['r', 'drafts']},
  {perspective: []},
])('a view that follows changes equals a new one: $perspective', ({perspective}) => {
  const documents = new Map<string, LakeDocument>()
  const view = createPerspectiveView(documents, perspective)
  for (let round = 0; round < 300; round++) {
    const documentId = ids[(round * 7) % ids.length] ?? 'a'
    const before = documents.get(documentId) ?? null
    const after = before && round % 3 === 0 ? null : documentOf(documentId, round)
    if (after) documents.set(documentId, after)
    else documents.delete(documentId)
    const change = {documentId, before, after, effects: {apply: [], revert: []}, mutations: []}
    view.update({sequence: round, id: 't', dataset: 'production', author: 'x', timestamp: '', changes: [change]})

    const fresh = createPerspectiveView(documents, perspective)
    expect(view.all()).toEqual(fresh.all())
    for (const id of ids) {
      expect(view.referrers(id)).toEqual(fresh.referrers(id))
      expect(view.bySlug(id)).toEqual(fresh.bySlug(id))
    }
    expect(view.byType('article')).toEqual(fresh.byType('article'))
  }
})

function answer(query: string, view: Query['view'], parse = parseQuery): string {
  const params = {id: 'a', hidden: 'drafts.a', ids: ['drafts.a', 'b', 'a', 'b']}
  const options = {
    query,
    params,
    view,
    projectId: 'octavo',
    dataset: 'production',
    identity: 'x',
    timestamp: new Date(0),
  }
  return within(2_000, query, () => JSON.stringify(evaluateTree(parse(query, params), options)))
}

function documentOf(id: string, index: number): LakeDocument {
  return {
    _id: id,
    _type: index % 2 ? 'article' : 'author',
    _rev: 'r',
    _createdAt: '2026-01-01T00:00:00Z',
    _updatedAt: '2026-01-01T00:00:00Z',
    title: id.includes('.') ? `private ${index}` : `public ${index}`,
    slug: {current: ids[(index * 5) % ids.length]},
    other: {_ref: ids[(index * 3 + 1) % ids.length]},
    list: [0, 1, 2].map((n) => ({_key: `k${n}`, _ref: ids[(index + n * 2) % ids.length]})),
  }
}
