import {expect, onTestFinished, test, vi} from 'vitest'

import {inThread, isolated, type Evaluator} from './evaluator'

vi.setConfig({testTimeout: 60_000})

const document = {
  _id: 'a',
  _type: 't',
  _rev: 'r',
  _createdAt: '',
  _updatedAt: '',
  n: Array.from({length: 400}, (_, i) => ({i})),
}
const occasion = {
  before: null,
  after: document,
  projectId: 'octavo',
  dataset: 'production',
  identity: 'ada',
  timestamp: '2026-11-23T00:00:00.000Z',
}
const HOSTILE = 'count(n[count(^.n[count(^.^.n[i > ^.i]) > 0]) > 0])'

test.each<[name: string, open: () => Evaluator]>([
  ['here', () => inThread],
  ['in a thread', () => isolated()],
])('evaluates filters and projections %s', async (_, open) => {
  const evaluator = open()
  onTestFinished(() => evaluator.close())
  const dereference = (id: string) => ({...document, _id: id, name: `The ${id}`})
  const payload = (filter: string | null, projection: string | null) =>
    evaluator.payload({filter, projection}, occasion, dereference)
  await expect(payload('_type == "t"', '{_id, "d": *[true], "r": {"_ref": "x"}->name}')).resolves.toBe(
    '{"_id":"a","d":[],"r":"The x"}',
  )
  await expect(payload('_type == "u"', null)).resolves.toBeNull()
  await expect(payload('"text"', null)).resolves.toBeNull()
  await expect(payload(null, '{"two": [{"_ref": "x"}, {"_ref": "y"}][]->name}')).resolves.toBe(
    '{"two":["The x","The y"]}',
  )
  await expect(payload(null, '{')).rejects.toThrow(/Syntax|Expected/i)
  await expect(evaluator.check({filter: '_type ==', projection: null})).rejects.toThrow('The filter is not GROQ')
})

test('ends what takes too long without holding anybody up, and goes on with the next', async () => {
  const evaluator = isolated({limitMs: 300})
  onTestFinished(() => evaluator.close())
  let turns = 0
  const spin = setInterval(() => (turns += 1), 5)
  onTestFinished(() => clearInterval(spin))
  const hostile = evaluator.payload({filter: null, projection: HOSTILE}, occasion, () => null)
  const next = evaluator.payload({filter: null, projection: '_id'}, occasion, () => null)
  await expect(hostile).rejects.toThrow('took longer than 300 ms')
  expect(turns).toBeGreaterThan(10)
  await expect(next).resolves.toBe('"a"')
})

test('ends what takes too much memory, and goes on with the next', async () => {
  const evaluator = isolated({limitMs: 30_000, maxMegabytes: 40})
  onTestFinished(() => evaluator.close())
  const greedy = 'n[]{"a": ^.n[]{"b": ^.^.n[]{"c": ^.^.^.n}}}'
  await expect(evaluator.payload({filter: null, projection: greedy}, occasion, () => null)).rejects.toThrow('memory')
  await expect(evaluator.payload({filter: null, projection: '_id'}, occasion, () => null)).resolves.toBe('"a"')
})

test('ends a text that takes too long to be parsed', async () => {
  const evaluator = isolated({limitMs: 300})
  onTestFinished(() => evaluator.close())
  await expect(evaluator.check({filter: `1${'+1'.repeat(20_000)}`, projection: null})).rejects.toThrow('took longer')
})
