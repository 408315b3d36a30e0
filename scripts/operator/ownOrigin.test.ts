import {expect, test} from 'vitest'

import {ownOrigin} from './ownOrigin.ts'

test.each([
  [undefined, 'http://127.0.0.1:3000'],
  ['', 'http://127.0.0.1:3000'],
  ['0.0.0.0', 'http://127.0.0.1:3000'],
  ['::', 'http://127.0.0.1:3000'],
  ['192.168.1.5', 'http://192.168.1.5:3000'],
  ['localhost', 'http://localhost:3000'],
  ['::1', 'http://[::1]:3000'],
])('a server on %j reaches itself at %s', (hostname, origin) => {
  expect(ownOrigin(hostname, 3000)).toBe(origin)
})
