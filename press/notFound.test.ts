import {createServer, type IncomingMessage, type ServerResponse} from 'node:http'

import {expect, test} from 'vitest'

import {withReadableNotFound} from './notFound'

test('sends the readable document where Next has an empty one', async () => {
  const answer = await visit((response) => {
    response.statusCode = 404
    response.setHeader('content-type', 'text/html; charset=utf-8')
    response.setHeader('content-encoding', 'gzip')
    response.write('unreadable ')
    response.end('bytes')
  })

  expect(answer).toEqual({status: 404, encoding: null, body: '<h1>There is no such page</h1>'})
})

test('does not replace the document by itself', async () => {
  const answer = await visit((response) => {
    response.statusCode = 404
    response.setHeader('content-type', 'text/html')
    response.end('missing')
  }, '/not-found')

  expect(answer.body).toBe('missing')
})

test.each([
  ['a page', 200, 'text/html'],
  ['a missing picture', 404, 'text/plain'],
  ['a route that answers 404 as JSON', 404, 'application/json'],
])('leaves %s as it is', async (_, status, type) => {
  const answer = await visit((response) => {
    response.writeHead(status, {'content-type': type})
    response.end('its own text')
  })

  expect(answer).toEqual({status, encoding: null, body: 'its own text'})
})

const readDocument = async () => '<h1>There is no such page</h1>'

async function visit(answer: (response: ServerResponse) => void, path = '/') {
  const handle = async (_: IncomingMessage, response: ServerResponse) => answer(response)
  const handler = withReadableNotFound(handle, {documentPath: '/not-found', readDocument})
  const server = createServer((request, response) => void handler(request, response))
  const port = await new Promise<number>((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      resolve(typeof address === 'object' && address ? address.port : 0)
    })
  })
  const response = await fetch(`http://127.0.0.1:${port}${path}`)
  const result = {
    status: response.status,
    encoding: response.headers.get('content-encoding'),
    body: await response.text(),
  }
  server.close()
  return result
}
