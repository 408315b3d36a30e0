import {expect, test} from 'vitest'

import type {CitingDocument} from '@/lib/integrity/usesOf'

import {createKnownFacts} from './knownFacts'
import type {Facts} from './readFacts'

test('asks once for the rules of one validation, and while somebody types', async () => {
  const {factsOf, asked, wait, client} = world()
  const first = article('book')
  await Promise.all([factsOf(client, 'a', first), factsOf(client, 'a', first), factsOf(client, 'a', first)])
  expect(asked()).toBe(1)
  for (let keys = 0; keys < 20; keys++) {
    wait(200)
    const typed = article('book')
    const facts = await Promise.all([factsOf(client, 'a', typed), factsOf(client, 'a', typed)])
    expect(facts[1].document).toBe(typed)
  }
  expect(asked()).toBe(1)
})

test.each<[string, (world: World) => unknown]>([
  ['another work is cited', ({factsOf, client}) => factsOf(client, 'a', article('book', 'other'))],
  ['another text is validated', ({factsOf, client}) => factsOf(client, 'b', article('book'))],
  [
    'it is long ago',
    ({factsOf, client, wait}) => {
      wait(20_000)
      return factsOf(client, 'a', article('book'))
    },
  ],
  [
    'the Studio validates the same document again, because a reference was published',
    ({factsOf, client, wait, document}) => {
      wait(1_000)
      return factsOf(client, 'a', document)
    },
  ],
])('asks anew when %s', async (_, change) => {
  const here = world()
  await here.factsOf(here.client, 'a', here.document)
  await change(here)

  expect(here.asked()).toBe(2)
})

test('forgets a question that was not answered', async () => {
  const {factsOf, client, failOnce, asked} = world()
  failOnce()
  await expect(factsOf(client, 'a', article('book'))).rejects.toThrow('no answer')
  await factsOf(client, 'a', article('book'))

  expect(asked()).toBe(2)
})

type World = ReturnType<typeof world>

function world() {
  let [time, readings, isFailing] = [1_000_000, 0, false]
  const read = async (_client: string, _id: string, document: CitingDocument): Promise<Facts> => {
    readings++
    const isRefused = isFailing
    isFailing = false
    if (isRefused) throw new Error('no answer')
    return {
      document,
      draftRevision: null,
      published: null,
      publishedRevision: null,
      references: new Map(),
      drafts: new Map(),
      publishedDocuments: new Map(),
      acceptances: [],
      hasReasons: false,
    }
  }
  return {
    factsOf: createKnownFacts({read, now: () => time}),
    client: 'a client',
    document: article('book'),
    asked: () => readings,
    wait: (ms: number) => (time += ms),
    failOnce: () => (isFailing = true),
  }
}

function article(...cited: string[]) {
  return {furtherReading: cited.map((_ref) => ({_type: 'reference', _key: _ref, _ref}))}
}
