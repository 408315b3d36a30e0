import {expect, test} from 'vitest'

import type {LakeDocument} from '../documents/document.ts'
import {createPerspectiveView} from '../documents/perspective.ts'
import {evaluateTree} from '../groq/evaluate.ts'
import {parseUnindexed} from '../groq/parseQuery.ts'

import {parseFilter} from './filter.ts'

const ROUNDS = Number(process.env.FILTER_ROUNDS ?? 1_500)
const ids = ['a', 'b', 'drafts.a', 'versions.r.a', 'article', '']
const params = {id: 'a', ids: ['a', 'drafts.a'], type: 'article', types: ['article', 'author'], n: 3, none: null, x: {}}
const documents = ids.flatMap((_id) => ['article', 'author', 'a'].map((_type) => documentOf(_id, _type)))

test('decides what it decides as GROQ does', () => {
  const next = generator(5)
  let simple = 0
  for (let round = 0; round < ROUNDS; round++) {
    const condition = next.condition(3)
    const query = `*[${condition}]${next.pick(['', '{title}', '[0]', '[0..2]', ' | order(_id)', '[_type == $type]'])}`
    const filter = parseFilter({...options, query})
    if (!filter.isSimple) continue
    simple++
    const second = query.endsWith('[_type == $type]') ? '[_type == $type]' : ''
    const tree = parseUnindexed(`*[${condition}]${second}`, params)
    for (const document of documents)
      expect({query, document, isHeld: filter.holds(document, now)}).toEqual({
        query,
        document,
        isHeld: isHeld(tree, document),
      })
  }
  expect(simple).toBeGreaterThan(ROUNDS / 5)
})

test.each([
  '*',
  '*[_id == $id]',
  '*[_id in $ids]',
  '*[_type == "article"]{_id}[0...3]',
  '*[_type in ["article", "author"] && (_id == "a" || _id == $id)]',
  'count(*[_id in [$id, "b"]])',
])('knows what the Studio asks: %s', (query) => {
  expect(parseFilter({...options, query}).isSimple).toBe(true)
})

test.each([
  '*[!(_id == "a")]',
  '*[_id == 3]',
  '*[_id in [1, "a"]]',
  '*[_id in "a"]',
  '*[title == "a"]',
  '*[_rev == "a"]',
  '*[^._id == "a"]',
  '*[_id match "a"]',
  '*[_id == $none]',
  '*[_id in $x]',
  '*[_id in [...$ids, "a"]]',
  '*[other._id == "a"]',
])('leaves to GROQ what it does not know: %s', (query) => {
  expect(parseFilter({...options, query}).isSimple).toBe(false)
})

const read = () => undefined
const options = {params, projectId: 'octavo', dataset: 'production', isAnonymous: false, read}
const now = {timestamp: new Date(0), identity: 'x'}

function isHeld(tree: unknown, document: LakeDocument): boolean {
  const view = createPerspectiveView(new Map([[document._id, document]]), 'raw')
  const result = evaluateTree(tree, {...options, ...now, query: '', view})
  return Array.isArray(result) && result.length === 1
}

function documentOf(_id: string, _type: string): LakeDocument {
  return {_id, _type, _rev: 'r', _createdAt: '', _updatedAt: '', title: 'a', other: {_id: 'a'}}
}

/** The same conditions for the same seed. */
function generator(seed: number) {
  let state = seed
  const random = (below: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 4294967296) * below)
  }
  const pick = <T>(values: readonly T[]): T | undefined => values[random(values.length)]
  const value = () =>
    pick(['"a"', '"article"', '"drafts.a"', '$id', '$type', '""', '3', 'null', '$none', '$n', 'title'])
  const list = () => pick(['$ids', '$types', '[]', `[${value()}]`, `[${value()}, ${value()}]`, '[...$ids, "b"]', '$id'])
  const name = () => pick(['_id', '_type', '_id', '_type', '_id', 'title', 'other._id'])
  function condition(depth: number): string {
    const kind = random(depth > 0 ? 7 : 4)
    if (kind === 0) return `${name()} == ${value()}`
    if (kind === 1) return `${value()} == ${name()}`
    if (kind < 4) return `${name()} in ${list()}`
    if (kind === 6) return random(4) === 0 ? `!(${condition(depth - 1)})` : `(${condition(depth - 1)})`
    return `${condition(depth - 1)} ${kind === 4 ? '&&' : '||'} ${condition(depth - 1)}`
  }
  return {condition, pick}
}
