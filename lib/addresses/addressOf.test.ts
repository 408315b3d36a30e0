import {expect, test} from 'vitest'

import {addressOf} from './addressOf'

test.each([
  ['article', 'on-tides', '/articles/on-tides'],
  ['author', 'ada-lovelace', '/authors/ada-lovelace'],
  ['topic', 'ökonomie', '/topics/%C3%B6konomie'],
  ['series', 'the-sea', '/series/the-sea'],
  ['page', 'colophon', '/colophon'],
  ['page', '/evil.example', '/%2Fevil.example'],
] as const)('gives %s %j the path %s', (type, slug, path) => {
  expect(addressOf(type, slug)).toBe(path)
})
