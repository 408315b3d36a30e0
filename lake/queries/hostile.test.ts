import {afterAll, expect, test} from 'vitest'

import {fileLake} from '@/test-support/driverLake'
import {clientOf} from '@/test-support/lakeClient'

const documents = Array.from({length: 2_000}, (_, index) => ({
  _id: `d${index}`,
  _type: 'article',
  slug: {current: `slug-${index}`},
  title: `On tides ${'a'.repeat(30)}`,
}))
const {lake, close} = fileLake({queryLimits: {memoryMb: 64, timeoutMs: 600, anonymousTimeoutMs: 300}}, documents)
afterAll(close)

const doubled = (times: number) => Array.from({length: times}, () => '|{"a": a + a}').join('')

/** What each is refused with. Any answer in time would do as well, and is not to be had. */
const hostile: [name: string, query: string, refusal: RegExp][] = [
  ['correlated counts', 'count(*[count(*[_id != ^._id]) > 0])', /took longer than/],
  ['correlated sorts', '*{"x": *|order(title desc)}', /took longer than|memory|too large/],
  ['a long sum', `1${'+1'.repeat(20_000)}`, /took longer than|nested too deep/],
  ['a long alternative', `*[${Array.from({length: 4_000}, () => '_id=="a"').join('||')}]`, /took longer than|longer/],
  ['a long text', `"${'x'.repeat(70_000)}"`, /longer than 65536 characters/],
  ['brackets', `${'('.repeat(3_000)}1${')'.repeat(3_000)}`, /nested deeper than 100/],
  ['lists in lists', `${'['.repeat(3_000)}${']'.repeat(3_000)}`, /nested deeper than 100/],
  ['filters in filters', `${'*['.repeat(200)}true${']'.repeat(200)}`, /nested deeper than 100/],
  ['negations', `${'!'.repeat(60_000)}true`, /nested too deep|took longer than/],
  ['dereferences', `*[0]${'->a'.repeat(20_000)}`, /nested too deep|took longer than/],
  ['all documents in each', '*{"all": *{"all": *}}', /took longer than|memory|longer than/],
  ['a result without end', '*{"all": *}', /took longer than|memory|longer than/],
  ['a text doubled', `[{"a": "${'x'.repeat(1_000)}"}]${doubled(26)}`, /took longer than|memory|too large|longer than/],
  ['a list doubled', `[{"a": [1, 2, 3, 4]}]${doubled(30)}`, /took longer than|memory|too large/],
  [
    'a text taken apart',
    `[{"a": "${'x'.repeat(1_000)}"}]${doubled(18)}{"n": count(string::split(a, ""))}`,
    /took longer than|memory|too large/,
  ],
  ['a pattern that backtracks', `count(*[title match "${'*a'.repeat(14)}b"])`, /took longer than/],
]

test.each(hostile)('refuses %s, and goes on answering others', {timeout: 120_000}, async (_name, query, refusal) => {
  const editor = clientOf(lake, {token: 'editor'})
  const refused = askAnonymously(query, `203.0.113.${hostile.findIndex(([, one]) => one === query)}`)
  const answers = Array.from({length: 20}, (_, index) =>
    editor.fetch<unknown>('*[_type == "article" && slug.current == $slug][0]._id', {slug: `slug-${index}`}),
  )
  const [failure, ...ids] = await Promise.all([refused, ...answers])

  expect(failure).toEqual({status: 400, description: expect.stringMatching(refusal)})
  expect(ids).toEqual(answers.map((_, index) => `d${index}`))
  await expect(editor.fetch<unknown>('count(*)')).resolves.toBe(2_000)
})

async function askAnonymously(query: string, address: string): Promise<{status: number; description: unknown}> {
  const response = await lake.fetch(
    new Request('http://lake.test/v2026-01-01/data/query/production', {
      method: 'POST',
      headers: {'content-type': 'application/json', 'x-forwarded-for': address},
      body: JSON.stringify({query}),
    }),
  )
  const {error} = await response.json()
  return {status: response.status, description: error?.description}
}
