import {expect, test} from 'vitest'

import {generatedDocument, generatedIds} from '../groq/generatedDocuments.fixture.ts'

import type {LakeDocument} from './document.ts'
import type {DocumentOrder} from './orderIndexes.ts'
import {createPerspectiveView, type Perspective} from './perspective.ts'

const byTitle: DocumentOrder = {
  name: 'title',
  keysOf: ({title}) => [title],
  compare: ([left], [right]) => String(left).localeCompare(String(right)),
}

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
    const documentId = generatedIds[(round * 7) % generatedIds.length] ?? 'a'
    const before = documents.get(documentId) ?? null
    const after = before && round % 3 === 0 ? null : generatedDocument(documentId, round)
    if (after) documents.set(documentId, after)
    else documents.delete(documentId)
    const change = {documentId, before, after, effects: {apply: [], revert: []}, mutations: []}
    view.update({sequence: round, id: 't', dataset: 'production', author: 'x', timestamp: '', changes: [change]})

    const fresh = createPerspectiveView(documents, perspective)
    expect(view.all()).toEqual(fresh.all())
    for (const id of generatedIds) {
      expect(view.referrers(id)).toEqual(fresh.referrers(id))
      expect(view.bySlug(id)).toEqual(fresh.bySlug(id))
      expect(view.count('reference', id)).toBe(fresh.referrers(id).length)
    }
    expect(view.byType('article')).toEqual(fresh.byType('article'))
    expect(view.byIdPrefix('drafts.')).toEqual(fresh.all().filter(({_id}) => _id.startsWith('drafts.')))
    for (const types of [null, ['article'], ['article', 'topic']])
      expect(view.ordered(byTitle, types)).toEqual(fresh.ordered(byTitle, types))
  }
})

test('documents that an order does not tell apart come in order of their ids', () => {
  const documents = new Map(['c', 'a', 'b'].map((id) => [id, {...generatedDocument(id, 0), title: 'same'}]))

  expect(
    createPerspectiveView(documents, 'raw')
      .ordered(byTitle, null)
      .map(({_id}) => _id),
  ).toEqual(['a', 'b', 'c'])
})
