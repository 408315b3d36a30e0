import {expect, test} from 'vitest'

import {redirectTarget} from './redirectTarget'

const origin = 'https://octavo.example'

test.each([
  ['/', '/'],
  ['/articles/on-tides?x=1#ref-2', '/articles/on-tides?x=1#ref-2'],
  ['https://octavo.example/archive', '/archive'],
  ['articles/on-tides', '/articles/on-tides'],
  ['https://evil.example/', '/'],
  ['//evil.example', '/'],
  ['/\\evil.example', '/'],
  ['/.//evil.example', '/'],
  ['/..//evil.example', '/'],
  ['/a/../..//evil.example', '/'],
  ['/\t/evil.example', '/'],
  ['javascript:alert(1)', '/'],
  ['data:text/html,x', '/'],
  ['http://octavo.example/archive', '/'],
  ['', '/'],
  [null, '/'],
])('sends %j to %s', (wish, target) => {
  expect(redirectTarget(wish, origin)).toBe(target)
  expect(new URL(redirectTarget(wish, origin), origin).origin).toBe(origin)
})
