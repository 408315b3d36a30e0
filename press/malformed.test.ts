import {createServer, request} from 'node:http'

import {expect, test} from 'vitest'

import {refusingMalformed} from './malformed.ts'

test.each(['/%', '/%ff', '/articles/%E0%A4%A', '/v1/%ff?query=*', '/articles/%25', '*'])(
  'refuses %s in words',
  async (path) => {
    expect(await visit(path)).toEqual({status: 400, body: 'This address is misspelt.\n'})
  },
)

test.each(['/', '/articles/%C3%B6?q=%ff', '/a%2Fb', '/lake/files/100%25.pdf', '//', 'http://evil.example/'])(
  'passes %s on',
  async (path) => {
    expect(await visit(path)).toEqual({status: 200, body: 'page'})
  },
)

async function visit(path: string): Promise<{status: number | undefined; body: string}> {
  const handler = refusingMalformed(async (_, response) => void response.end('page'))
  const server = createServer((incoming, response) => void handler(incoming, response))
  const port = await new Promise<number>((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      resolve(typeof address === 'object' && address ? address.port : 0)
    })
  })
  try {
    return await new Promise((resolve, reject) => {
      const sent = request({port, host: '127.0.0.1', path, agent: false}, (response) => {
        let body = ''
        response.on('data', (chunk) => (body += String(chunk)))
        response.on('end', () => resolve({status: response.statusCode, body}))
      })
      sent.on('error', reject).end()
    })
  } finally {
    server.close()
  }
}
