import {createServer, request} from 'node:http'
import {once} from 'node:events'

import {expect, onTestFinished, test} from 'vitest'

import {nameSender} from './senderAddress.ts'

test.each([
  [undefined, '127.0.0.1'],
  ['203.0.113.7', '203.0.113.7, 127.0.0.1'],
  ['198.51.100.1, 203.0.113.7', '198.51.100.1, 203.0.113.7, 127.0.0.1'],
])('puts where a request comes from behind what it says of itself: %j', async (claimed, forwarded) => {
  const server = createServer((incoming, response) => {
    nameSender(incoming)
    response.end(incoming.headers['x-forwarded-for'])
  })
  onTestFinished(() => void server.close())
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : undefined

  const sent = request({host: '127.0.0.1', port, headers: claimed ? {'x-forwarded-for': claimed} : {}}).end()
  const [response] = await once(sent, 'response')
  const body = await Array.fromAsync(response)

  expect(body.join('')).toBe(forwarded)
})
