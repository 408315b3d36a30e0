import {expect, test} from 'vitest'

import {longBody} from './longBody'

test.each([0, 1, 1_000])('is a string of %i short texts', (count) => {
  expect(longBody(Array<string>(count).fill('abc'))).toBe('abc'.repeat(count))
})

test('is made as it is read', async () => {
  let made = 0
  function* texts() {
    for (; made < 100; made++) yield `${made} `.padEnd(100_000, 'é')
  }
  const body = longBody(texts())
  expect(made).toBeLessThan(10)
  const text = await new Response(body).text()

  expect(made).toBe(100)
  expect(text.match(/\d+/g)).toEqual(Array.from({length: 100}, (_, index) => String(index)))
  expect(text).toHaveLength(100 * 100_000)
})

test('is no longer made when its reader goes', async () => {
  let made = 0
  function* texts() {
    for (; made < 100; made++) yield 'x'.repeat(300_000)
  }
  const body = longBody(texts())
  if (typeof body === 'string') throw new Error('It is short')
  const reader = body.getReader()
  await reader.read()
  await reader.cancel()

  expect(made).toBeLessThan(5)
})
