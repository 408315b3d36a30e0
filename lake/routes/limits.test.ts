import {expect, onTestFinished, test} from 'vitest'

import {testLake} from '@/test-support/lakeClient'

const tides = {_id: 'tides', _type: 'article', title: 'On tides', views: 1, tags: ['sea'], body: [{_key: 'a'}]}
const moons = {_id: 'moons', _type: 'article', basis: {_ref: 'tides'}}

const create = (attributes: string) => `{"create": {"_type": "x", ${attributes}}}`
const patch = (operations: string) => `{"patch": {"id": "tides", ${operations}}}`
const nested = (depth: number) => '{"a": '.repeat(depth) + '1' + '}'.repeat(depth)
const names = (count: number) => Array.from({length: count}, (_, index) => `"a${index}": 1`).join(',')

const refused: [name: string, status: number, mutation: string, description: string][] = [
  ['a prototype', 400, create('"__proto__": {"a": 1}'), 'may not have the key "__proto__"'],
  ['a constructor', 400, create('"a": [{"constructor": 1}]'), 'a[0] may not have the key "constructor"'],
  ['an empty key', 400, create('"a": {"": 1}'), 'may not have the key ""'],
  ['a long key', 400, create(`"${'k'.repeat(1_025)}": 1`), 'may not have the key "kkk'],
  ['a key with a lone surrogate', 400, create('"\\ud800": 1'), 'may not have the key'],
  ['a lone surrogate', 400, create('"a": "\\ud800"'), 'a has a lone surrogate'],
  ['half a pair', 400, create('"a": ["x\\udc00\\ud83d"]'), 'a[0] has a lone surrogate'],
  ['an infinite number', 400, create('"a": 1e999'), 'a is not a finite number'],
  ['a negative infinite number', 400, patch('"set": {"a": -1e999}'), 'is not a finite number'],
  ['nesting', 400, create(`"a": ${nested(65)}`), 'max depth of 64 exceeded'],
  ['nesting in lists', 400, create(`"a": ${'['.repeat(70)}${']'.repeat(70)}`), 'max depth of 64 exceeded'],
  ['abysmal nesting', 400, create(`"a": ${'['.repeat(1_000_000)}${']'.repeat(1_000_000)}`), 'max depth of 64'],
  ['a path that nests', 400, patch(`"set": {"${'a.'.repeat(80)}a": 1}`), 'max depth of 64 exceeded'],
  ['many attributes', 400, create(names(8_000)), 'limit of 8000 attributes'],
  ['a large request', 413, create(`"a": "${'x'.repeat(4_000_000)}"`), 'exceeds limit of 4000000 bytes'],
  ['no type', 400, '{"create": {"_id": "x"}}', '"x" has no _type'],
  ['a type that is no text', 400, '{"create": {"_id": "x", "_type": 1}}', '"x" has no _type'],
  ['the type of a release', 400, '{"create": {"_id": "x", "_type": "system.release"}}', 'no id of a release'],
  ['an id with a space', 400, create('"_id": "a b"'), '"a b" is not a valid document id'],
  ['an id with two dots', 400, create('"_id": "a..b"'), 'is not a valid document id'],
  ['an id that begins with a dash', 400, create('"_id": "-a"'), 'is not a valid document id'],
  ['a long id', 400, create(`"_id": "${'a'.repeat(129)}"`), 'is not a valid document id'],
  ['a long id with a prefix', 400, create(`"_id": "drafts.${'a'.repeat(122)}"`), 'is not a valid document id'],
  ['an id that is no text', 400, create('"_id": 1'), '_id must be a string'],
  ['another type', 400, patch('"set": {"_type": "author"}'), 'may not change _type'],
  ['no type any more', 400, patch('"unset": ["_type"]'), 'may not change _type'],
  ['a path through a prototype', 400, patch('"set": {"constructor.prototype.a": 1}'), 'may not go through'],
  ['a path to a prototype', 400, patch('"set": {"__proto__.a": 1}'), 'may not go through'],
  ['a quoted path to a prototype', 400, patch('"unset": ["[\\"__proto__\\"].a"]'), 'may not go through'],
  ['a path that ends early', 400, patch('"set": {"body[": 1}'), '"body[" is not a path'],
  ['a path without a name', 400, patch('"set": {"a..": 1}'), 'is not a path'],
  ['an empty path', 400, patch('"set": {"": 1}'), 'may not have the key ""'],
  ['a path with two descents', 400, patch('"set": {"..a..a": 1}'), 'is not a path'],
  ['many descents', 400, patch(`"unset": [${Array(21).fill('"..a"').join(',')}]`), '20 paths with a recursive descent'],
  ['many paths', 400, patch(`"unset": [${Array(10_001).fill('"a"').join(',')}]`), 'A patch may have 10000 paths'],
  ['a long path', 400, patch(`"unset": ["${'a.'.repeat(600)}a"]`), 'is not a path'],
  ['an increment by text', 400, patch('"inc": {"views": "1"}'), 'expected number'],
  ['an insertion of nothing', 400, patch('"insert": {"after": "tags[-1]"}'), 'is no mutation'],
  [
    'an insertion in two places',
    400,
    patch('"insert": {"after": "tags[-1]", "before": "tags[0]", "items": []}'),
    'no mut',
  ],
  ['a diff that is none', 400, patch('"diffMatchPatch": {"title": "@@ nonsense"}'), 'The patch cannot be applied'],
  [
    'a diff of nothing',
    400,
    patch('"diffMatchPatch": {"dek": "@@ -0,0 +1 @@\\n+a\\n"}'),
    'The patch cannot be applied',
  ],
  ['an operation that is none', 400, patch('"merge": {"title": "x"}'), 'is no mutation'],
  ['a misspelt revision', 400, patch('"ifRevisionId": "x", "set": {"a": 1}'), 'is no mutation'],
  ['a mutation that is none', 400, '{"explode": {"id": "tides"}}', 'it must be one of {create}'],
  ['two mutations in one', 400, '{"delete": {"id": "tides"}, "create": {"_type": "x"}}', 'is no mutation'],
  ['a mutation of nothing', 400, '{"delete": {}}', 'is no mutation'],
  ['a query that is none', 400, '{"delete": {"query": "*["}}', 'mutation'],
  ['a document that is there', 409, create('"_id": "tides"'), 'Document by ID "tides" already exists'],
  ['a patch of nothing', 404, '{"patch": {"id": "nowhere", "set": {"a": 1}}}', 'The document with the ID "nowhere"'],
  ['another revision', 409, patch('"ifRevisionID": "other", "set": {"a": 1}'), 'has unexpected revision ID'],
  ['a reference to nothing', 409, create('"a": {"_ref": "nowhere"}'), 'references non-existent document "nowhere"'],
  ['a broken reference', 409, '{"delete": {"id": "tides"}}', 'there are references to it from "moons"'],
  ['a release', 400, create('"_id": "_.releases.spring"'), 'is a release'],
]

test.each(refused)('refuses %s and changes nothing', async (_name, status, mutation, description) => {
  const {lake, send, everything} = await withContents()
  const before = everything()

  // The first mutation would be accepted; it shows that nothing of the request is stored.
  const response = await send(`{"mutations": [{"create": {"_id": "first", "_type": "x"}}, ${mutation}]}`)

  expect(await response.text()).toContain(JSON.stringify(description).slice(1, -1))
  expect(response.status).toBe(status)
  expect(everything()).toBe(before)
  expect(lake.views.of('production', 'raw').byId('first')).toBeUndefined()
  expect({}).not.toHaveProperty('a')
})

test.each([
  ['no JSON', '{"mutations": ['],
  ['nothing', ''],
  ['no mutations', '{}'],
  ['mutations that are none', '{"mutations": [null]}'],
  ['too many mutations', `{"mutations": [${'{"delete": {"id": "x"}},'.repeat(10_000)}{"delete": {"id": "tides"}}]}`],
  ['a bad transaction id', '{"mutations": [{"create": {"_type": "x"}}], "transactionId": "a b"}'],
])('refuses a body with %s', async (_name, body) => {
  const {send, everything} = await withContents()
  const before = everything()

  const response = await send(body)

  expect(response.status).toBe(400)
  expect(everything()).toBe(before)
})

test.each([
  ['64 levels', create(`"a": ${nested(63)}`)],
  ['8,000 attributes', create(names(7_994))],
  ['the same attributes in many items', create(`"a": [${Array(9_000).fill('{"b": 1, "c": 2}').join(',')}]`)],
  ['an id of 128 characters', create(`"_id": "${'a'.repeat(128)}"`)],
  ['a key of 1,024 characters', create(`"${'k'.repeat(1_024)}": 1`)],
  ['nearly four megabytes', create(`"a": "${'x'.repeat(3_999_000)}"`)],
  ['emoji', create('"🌊": "\\ud83c\\udf0a"')],
])('accepts %s', async (_name, mutation) => {
  const {send} = await withContents()

  expect((await send(`{"mutations": [${mutation}]}`)).status).toBe(200)
})

test('refuses a document that grows beyond 32 MB', async () => {
  const {send, everything} = await withContents()
  const grow = (name: string) => send(`{"mutations": [${patch(`"set": {"${name}": "${'x'.repeat(3_990_000)}"}`)}]}`)
  for (const name of ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']) await grow(name)
  const before = everything()

  const response = await grow('i')

  expect(response.status).toBe(400)
  await expect(response.json()).resolves.toMatchObject({
    error: {type: 'mutationError', items: [{index: 0, error: {type: 'validationError'}}]},
  })
  expect(everything()).toBe(before)
})

test('refuses a transaction that keeps everybody waiting', async () => {
  const {send, everything} = await withContents({transactionMs: 0})
  const before = everything()

  const response = await send(`{"mutations": [${create('"a": 1')}]}`)

  expect(await response.text()).toContain('The transaction takes longer than 0 ms')
  expect(everything()).toBe(before)
})

test('gives a contributor less time than others for a transaction', async () => {
  const many = Array.from({length: 1_000}, (_, index) => ({_id: `d${index}`, _type: 'article'}))
  const lake = testLake({production: many})
  onTestFinished(() => lake.close())

  const response = await lake.fetch(
    new Request('http://lake.test/v2026-01-01/data/mutate/production?dryRun=true', {
      method: 'POST',
      headers: {authorization: 'Bearer contributor'},
      body: `{"mutations": [{"patch": {"query": "*", "set": {"a": "${'x'.repeat(3_900_000)}"}}}]}`,
    }),
  )

  expect(await response.text()).toContain('The transaction takes longer than 1000 ms')
})

async function withContents(options: {transactionMs?: number} = {}) {
  const lake = testLake({production: [tides, moons]}, options)
  onTestFinished(() => lake.close())
  const send = (body: string) =>
    lake.fetch(
      new Request('http://lake.test/v2026-01-01/data/mutate/production?returnIds=true', {
        method: 'POST',
        headers: {authorization: 'Bearer editor'},
        body,
      }),
    )
  return {
    lake,
    send,
    /** Every document, and the log. */
    everything: () =>
      JSON.stringify([
        [...(lake.store.documents('production') ?? [])],
        lake.store.entriesAfter('production', 0, 1_000),
        lake.store.lastSequence(),
      ]),
  }
}
