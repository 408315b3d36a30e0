import {expect, test} from 'vitest'

import {boundedCache} from './boundedCache'

test('makes a value once, and drops the one asked for longest ago', () => {
  const made: string[] = []
  const cache = boundedCache<string>(2)
  const ask = (key: string) => cache.get(key, () => (made.push(key), key.toUpperCase()))

  expect(['a', 'b', 'a', 'c', 'a', 'b'].map(ask)).toEqual(['A', 'B', 'A', 'C', 'A', 'B'])
  expect(made).toEqual(['a', 'b', 'c', 'b'])
})
