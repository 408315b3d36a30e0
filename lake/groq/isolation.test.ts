import {expect, test} from 'vitest'

import {createPerspectiveView} from '../documents/perspective.ts'
import type {View} from '../documents/view.ts'

import {evaluateTree} from './evaluate.ts'
import {generatedDocuments, generatedIds} from './generatedDocuments.fixture.ts'
import {generatedParams, queryGenerator} from './queryGenerator.fixture.ts'
import {parseQuery} from './parseQuery.ts'

const QUERIES = Number(process.env.GENERATED_QUERIES ?? 10_000)
const stored = generatedDocuments()
const published = new Map([...stored].filter(([id]) => !id.includes('.')))

test('an anonymous reader sees what a dataset without private documents would show', {timeout: 600_000}, () => {
  const [anonymous, without] = [stored, published].map((documents) => createPerspectiveView(documents, 'anonymous'))
  const generate = queryGenerator(7, generatedIds)
  let telling = 0
  for (let round = 0; round < QUERIES; round++) {
    const query = generate()
    const [seen, expected] = [anonymous, without].map((view) => view && answer(query, view))
    expect({query, seen}).toEqual({query, seen: expected})
    expect({query, leaks: /private/.test(seen ?? '')}).toEqual({query, leaks: false})
    if (seen !== '[]' && seen !== 'null' && seen !== '0') telling++
  }
  expect(telling).toBeGreaterThan(QUERIES / 3)
})

function answer(query: string, view: View): string {
  const options = {query, view, projectId: 'octavo', dataset: 'production', identity: 'x', timestamp: new Date(0)}
  return JSON.stringify(evaluateTree(parseQuery(query, generatedParams), {...options, params: generatedParams}))
}
