import {expect, test} from 'vitest'

import {lakeClient} from '@/test-support/lakeClient'

const client = lakeClient({production: [{_id: 'tides', _type: 'article'}]})

test.each([
  ['$p', 0],
  ['*[_type == $kind && $p == null]', 20],
  ['*[_id == "a"]{"kinds": count(*[_type == $p])}', 40],
  ['[$kind, $p2, $p]', 8],
])('refuses %s, which names a parameter that was not sent', async (query, start) => {
  await expect(client.fetch(query, {kind: 'article'})).rejects.toMatchObject({
    statusCode: 400,
    message: expect.stringContaining('referenced, but not provided'),
    details: {type: 'queryParseError', query, start},
  })
})

test('takes null for a value of a parameter', async () => {
  await expect(client.fetch('[$p, $p == null]', {p: null})).resolves.toEqual([null, true])
})

test.each(['*[0]._id // the first', '//\n*[0]._id//', '*[0]._id // a\n // b', '*[0]._id //"'])(
  'reads over a comment at the end of %j',
  async (query) => {
    await expect(client.fetch(query)).resolves.toBe('tides')
  },
)

test.each([
  ['"https://octavo.example"', 'https://octavo.example'],
  ['"//" + // \n "x"', '//x'],
])('takes no text for a comment: %j', async (query, result) => {
  await expect(client.fetch(query)).resolves.toBe(result)
})
