import {describe, expect, test} from 'vitest'

import {driverLake, queryDrivers} from '@/test-support/driverLake'
import {clientOf, type Documents} from '@/test-support/lakeClient'

const documents = [
  {_id: 'tides', _type: 'article', title: 'On tides', slug: {current: 'on-tides'}, authors: [{_ref: 'ada'}]},
  {_id: 'drafts.tides', _type: 'article', title: 'On tides and moons', authors: [{_ref: 'ada'}]},
  {_id: 'versions.spring.tides', _type: 'article', title: 'On spring tides'},
  {_id: 'drafts.secret', _type: 'article', title: 'Secret', authors: [{_ref: 'ada'}]},
  {_id: 'ada', _type: 'author', name: 'Ada'},
]

describe.each(queryDrivers)('%s', (driver) => {
  const clientOn = (held: Documents, options: Parameters<typeof clientOf>[1] = {}) =>
    clientOf(driverLake(driver, held), options)

  test('answers from the published perspective', async () => {
    const client = clientOn(documents)

    await expect(client.fetch('*[_type == $type].title', {type: 'article'})).resolves.toEqual(['On tides'])
  })

  test('points at the offending character of a malformed query', async () => {
    const client = clientOn(documents)

    await expect(client.fetch('*[_type == ]')).rejects.toMatchObject({
      statusCode: 400,
      details: {type: 'queryParseError', query: '*[_type == ]', start: 10},
    })
  })

  test('names a dataset that does not exist', async () => {
    const client = clientOn([]).withConfig({dataset: 'nowhere'})

    await expect(client.fetch('*')).rejects.toThrow('Dataset "nowhere" does not exist')
  })

  test.each([
    ['raw', ['On tides', 'On tides and moons', 'On spring tides', 'Secret']],
    ['published', ['On tides']],
    ['drafts', ['On tides and moons', 'Secret']],
    [
      ['spring', 'drafts'],
      ['On spring tides', 'Secret'],
    ],
    [['spring'], ['On spring tides']],
  ] as const)('shows an editor the perspective %j', async (perspective, titles) => {
    const client = clientOn(documents, {
      token: 'editor',
      perspective: typeof perspective === 'string' ? perspective : [...perspective],
    })

    const result = await client.fetch<string[]>('*[_type == "article"].title')

    expect(result.toSorted()).toEqual([...titles].sort())
  })

  test('says where an overlaid document comes from', async () => {
    const client = clientOn(documents, {token: 'viewer', perspective: 'drafts'})

    await expect(client.fetch('*[title == "On tides and moons"]{_id, _originalId}')).resolves.toEqual([
      {_id: 'tides', _originalId: 'drafts.tides'},
    ])
  })

  test.each(['raw', 'drafts', 'published'] as const)(
    'hides private documents from anonymous readers under %s',
    async (perspective) => {
      const client = clientOn(documents, {perspective})

      const seen = await client.fetch<unknown>(
        `{"all": *, "count": count(*), "references": *[_type == "author"]{"by": *[references(^._id)]._id},
      "deref": *[_id == "tides"][0]{"d": {"_ref": "drafts.secret"}->}, "id": *[_id == "drafts.secret"]}`,
      )

      expect(JSON.stringify(seen)).not.toMatch(/Secret|moons|spring|drafts|versions/)
      expect(seen).toMatchObject({count: 2, references: [{by: ['tides']}], id: []})
    },
  )

  test.each(['On sp*', '"spring tides"', 'spring -moons', 'tides spring'])(
    'searches as the Studio does: %s',
    async (term) => {
      const client = clientOn(documents, {token: 'editor', perspective: 'raw'})

      const query =
        '*[[@, _id] match text::query($terms)] | score([@, _id] match text::query($terms)) [_score > 0].title'

      await expect(client.fetch<unknown>(query, {terms: term})).resolves.toEqual(['On spring tides'])
    },
  )

  test('names a function that is not implemented', async () => {
    const client = clientOn(documents)

    await expect(client.fetch('*[geo::distance(a, b) > 1]')).rejects.toThrow('geo::distance() is not implemented here')
  })

  test.each(['count(*[count(*[count(*[_id != ^.^._id]) > 0]) > 0])', `1${'+1'.repeat(30_000)}`])(
    'gives up on a query that takes too long: %#',
    {timeout: 60_000},
    async (query) => {
      const many = Array.from({length: 600}, (_, index) => ({_id: `d${index}`, _type: 'article'}))
      const client = clientOn(many)

      await expect(client.fetch<unknown>(query)).rejects.toThrow('took longer than 1000 ms')
    },
  )

  test('sends the query back only when asked to', async () => {
    const client = clientOn(documents)

    await expect(client.fetch('1', {}, {filterResponse: false})).resolves.toMatchObject({query: '1', result: 1})
    await expect(client.fetch('1', {}, {filterResponse: false, returnQuery: false})).resolves.not.toHaveProperty(
      'query',
    )
  })

  test('answers a query too long for an address', async () => {
    const client = clientOn(documents)
    const title = 'x'.repeat(20_000)

    await expect(client.fetch('count(*[title != $title])', {title})).resolves.toBe(2)
  })

  test.each([65, 5_000, 500_000])('refuses a parameter with %i levels', async (levels) => {
    const lake = driverLake(driver, documents)
    const nested = '['.repeat(levels) + ']'.repeat(levels)
    const address = 'http://lake.test/v2026-01-01/data/query/production'
    const answers = await Promise.all([
      lake.fetch(new Request(`${address}?query=$a&$a=${nested}`)),
      lake.fetch(new Request(address, {method: 'POST', body: `{"query": "$a", "params": {"a": ${nested}}}`})),
    ])

    expect(answers.map(({status}) => status)).toEqual([400, 400])
    await expect(clientOf(lake).fetch('count($a)', {a: JSON.parse('[[[[]]]]')})).resolves.toBe(1)
  })

  test('refuses a body above a megabyte', async () => {
    const body = JSON.stringify({query: 'count($ids)', params: {ids: ['x'.repeat(1024 * 1024)]}})
    const answer = await driverLake(driver, documents).fetch(
      new Request('http://lake.test/v2026-01-01/data/query/production', {method: 'POST', body}),
    )

    expect(answer.status).toBe(413)
  })

  test('refuses more values in parameters than it can hand over at once', async () => {
    const client = clientOn(documents)

    await expect(client.fetch('count($ids)', {ids: Array(19_999).fill('tides')})).resolves.toBe(19_999)
    await expect(client.fetch('count($ids)', {ids: Array(20_000).fill(0)})).rejects.toThrow('have 20000 values')
  })

  test('tells how long it waited, parsed, evaluated and encoded', async () => {
    const lake = driverLake(driver, documents)

    const response = await lake.fetch(new Request('http://lake.test/v2026-01-01/data/query/production?query=*'))

    expect(response.headers.get('server-timing')).toMatch(
      /^queue;dur=[\d.]+, parse;dur=[\d.]+, evaluate;dur=[\d.]+, encode;dur=[\d.]+$/,
    )
  })

  test('sees every commit that was acknowledged before it was asked', async () => {
    const lake = driverLake(driver, documents)
    const client = clientOf(lake, {token: 'editor'})

    for (let count = 1; count <= 50; count++) {
      await client.createOrReplace({_id: 'tides', _type: 'article', count})
      await expect(client.fetch<unknown>('*[_id == "tides"][0].count')).resolves.toBe(count)
      await client.patch('tides').inc({count: 1000}).commit()
      const counts = await Promise.all(
        ['*[_id == "tides"][0].count', '*[_type == "article"].count'].map((query) => client.fetch<unknown>(query)),
      )
      expect(counts).toEqual([count + 1000, [count + 1000]])
    }
  })

  test('answers many at once, each by itself', async () => {
    const client = clientOn(documents)
    const numbers = Array.from({length: 100}, (_, index) => index)

    await expect(Promise.all(numbers.map((n) => client.fetch<unknown>('$n', {n})))).resolves.toEqual(numbers)
  })
})
