import {parse} from 'groq-js'
import {expect, test} from 'vitest'

import {generatedParams, queryGenerator} from './queryGenerator.fixture.ts'
import {parseCached} from './parseCached.ts'

const values: Record<string, unknown>[] = [
  generatedParams,
  {...generatedParams, id: 'b', ids: ['c'], terms: 'x'},
  {...generatedParams, id: 7, limit: 2, kinds: 'author'},
  {...generatedParams, id: null, ids: {a: 1}, limit: 5, terms: true},
]

test.each([
  '*[_id == $id]',
  '*[$id]',
  '*[0][$id]',
  '*{"x": @[$id + "x"]}',
  '*[$limit]',
  '*[$limit - 1]',
  '*[0...$limit]',
  '*[$ids]',
  '*[_id in $ids && title match text::query($terms)] | order($id) [0]',
  '*[select($terms => true, _id == "$id")]',
  '{"a": $id, "b": [$ids, ...$ids], $terms => {"c": -$limit}}',
])('parses %s as groq-js does, whatever the parameters are', (query) => {
  for (const params of [...values, ...values]) {
    expect({params, tree: outcome(() => parseCached(query, params))}).toEqual({
      params,
      tree: outcome(() => parse(query, {params})),
    })
  }
})

test('parses generated queries as groq-js does', () => {
  const generate = queryGenerator(17, ['a', 'b', 'drafts.a'])
  for (let round = 0; round < 300; round++) {
    const query = generate()
    for (const params of values) {
      expect({query, tree: outcome(() => parseCached(query, params))}).toEqual({
        query,
        tree: outcome(() => parse(query, {params})),
      })
    }
  }
})

test('does not take a text for a parameter', () => {
  expect(parseCached('"\\u0000$id"', {id: 'a'})).toEqual(parse('"\\u0000$id"'))
})

function outcome(run: () => unknown): unknown {
  try {
    return run()
  } catch (error) {
    return String(error)
  }
}
