import {IncomingMessage, ServerResponse} from 'node:http'
import {Socket} from 'node:net'

import {expect, test} from 'vitest'

import {keepHeadersPlain} from './plainHeaders.ts'

test.each([
  [['application/atom+xml'], 'application/atom+xml'],
  ['application/atom+xml', 'application/atom+xml'],
  [
    ['a=1', 'b=2'],
    ['a=1', 'b=2'],
  ],
  [[], []],
  [4, 4],
])('a header that is set to %j is %j', (value, kept) => {
  const response = new ServerResponse(new IncomingMessage(new Socket()))
  keepHeadersPlain(response)
  response.setHeader('X-Header', value)
  expect(response.getHeader('x-header')).toEqual(kept)
})
