import {evaluateSync, parse, toJS} from 'groq-js'
import {expect, test} from 'vitest'

import {isObject} from '../documents/json.ts'
import {createPerspectiveView, type Perspective} from '../documents/perspective.ts'
import type {View} from '../documents/view.ts'

import {generatedDocuments, generatedIds} from './generatedDocuments.fixture.ts'
import {createDereference} from './lookUp.ts'
import {generatedParams, queryGenerator} from './queryGenerator.fixture.ts'
import {parseQuery} from './parseQuery.ts'
import {visitTree, type GroqNode} from './tree.ts'

const QUERIES = Number(process.env.GENERATED_QUERIES ?? 10_000)
const perspectives: Perspective[] = ['raw', [], ['drafts'], ['r', 'drafts'], 'anonymous']
const stored = generatedDocuments()
const options = {params: generatedParams, timestamp: new Date(0), identity: 'x'}

test('a plan changes no answer', {timeout: 600_000}, () => {
  const used = new Set<string>()
  for (const [index, perspective] of perspectives.entries()) {
    const view = createPerspectiveView(stored, perspective)
    const generate = queryGenerator(11 + index, generatedIds)
    for (let round = 0; round < QUERIES / perspectives.length; round++) {
      const query = generate()
      const answer = planned(query, view, used)
      expect({query, perspective, answer}).toEqual({query, perspective, answer: plain(query, view)})
    }
  }

  // A rule that the queries do not reach is not proved by them.
  expect([...used].sort()).toEqual([
    'all',
    'any',
    'attributes',
    'by id',
    'by reference',
    'by type',
    'early stop',
    'every',
    'filtered order index',
    'id',
    'intersection',
    'limit',
    'limit of passing',
    'list',
    'order',
    'order index',
    'prefix',
    'reference',
    'slug',
    'sorted list',
    'type',
    'words',
  ])
})

function planned(query: string, view: View, used: Set<string>): string {
  const tree = parseQuery(query, generatedParams)
  noteRules(tree, used)
  const find = createDereference(view, {
    evaluate: (expr, root) => evaluateSync(expr, {...options, root}).data,
    onStrategy: (strategy) => used.add(strategy),
  })
  const dereference = ({_ref}: {_ref: string}) => find(_ref)
  return encoded(evaluateSync(tree, {...options, dataset: view.all(), dereference}))
}

/** groq-js by itself, which has neither `text::query` nor paths in paths; `$texts + [@]` are all texts of `@`. */
function plain(query: string, view: View): string {
  const spelledOut = query
    .replaceAll('path(_id) in', '_id in')
    .replaceAll(/\[@, _id\] match text::query\(([^)]+)\)/g, (_, terms) => textQueries.get(terms) ?? '')
  const params = {...generatedParams, texts: Object.assign([], {concat: textsOf})}
  return encoded(evaluateSync(parse(spelledOut, {params}), {...options, params, dataset: [...view.all()]}))
}

const textQueries = new Map([
  ['"priv*"', '($texts + [@] + [_id]) match "priv*"'],
  ['"publ*"', '($texts + [@] + [_id]) match "publ*"'],
  ['$terms', '($texts + [@] + [_id]) match "publ*" && !(($texts + [@] + [_id]) match "7")'],
  [`'"public 2"'`, '($texts + [@] + [_id]) match "public 2"'],
  ['"*"', 'true'],
  ['"mar"', '($texts + [@] + [_id]) match "mar"'],
])

function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (Array.isArray(value)) return value.flatMap(textsOf)
  if (!isObject(value)) return []
  return Object.entries(value).flatMap(([key, item]) => (key.startsWith('_') ? [] : textsOf(item)))
}

function encoded(value: Parameters<typeof toJS>[0]): string {
  return JSON.stringify(toJS(value) ?? null)
}

function noteRules(tree: GroqNode, used: Set<string>): void {
  visitTree(tree, (node) => {
    const {value} = node
    if (node.type !== 'Value' || typeof value !== 'string' || !value.startsWith('{"conditions":')) return
    const {conditions, order, limit, counter} = JSON.parse(value)
    for (const condition of conditions) noteKinds(condition, used)
    if (order) used.add('order')
    if (limit !== undefined) used.add(counter === undefined ? 'limit' : 'limit of passing')
  })
}

function noteKinds(
  {kind, keys, conditions}: {kind: string; keys?: string[]; conditions?: []},
  used: Set<string>,
): void {
  used.add(keys?.length === 0 && kind !== 'words' ? `by ${kind}` : kind)
  for (const condition of conditions ?? []) noteKinds(condition, used)
}
