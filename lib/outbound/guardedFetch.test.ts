import {once} from 'node:events'
import {createServer, type RequestListener} from 'node:http'
import type {AddressInfo} from 'node:net'
import {gzipSync} from 'node:zlib'

import {expect, onTestFinished, test} from 'vitest'

import {guardedFetch, type OutboundRequest} from './guardedFetch'

/** Stands for the public internet; the rest of the loopback for what only this machine can reach. */
const OUTSIDE = '127.0.0.1'
const INSIDE = '127.0.0.2'

const lenient: OutboundRequest = {
  timeoutMs: 5_000,
  maxBytes: 1024 * 1024,
  allowPort: () => true,
  allowAddress: (address) => address === OUTSIDE,
}

test('resolves with the answer, whatever its status', async () => {
  const server = await serve((_request, response) => {
    response.writeHead(404, {'content-type': 'text/plain'}).end('no such tide')
  })

  const answer = await guardedFetch(`${server.origin}/tides`, lenient)

  expect({...answer, headers: answer.headers.get('content-type'), bytes: text(answer.bytes)}).toEqual({
    status: 404,
    url: `${server.origin}/tides`,
    headers: 'text/plain',
    bytes: 'no such tide',
    redirects: [],
  })
})

test('asks as it is told, and says nothing of this installation', async () => {
  let asked: unknown = null
  const server = await serve(({method, headers}, response) => {
    asked = {method, ...headers}
    response.end()
  })

  await guardedFetch(server.origin, {...lenient, method: 'HEAD', accept: 'text/html', userAgent: 'Tide/1'})

  expect(asked).toEqual({
    method: 'HEAD',
    host: new URL(server.origin).host,
    connection: expect.any(String),
    accept: 'text/html',
    'accept-encoding': 'gzip, deflate, br',
    'user-agent': 'Tide/1',
  })
})

test('follows redirects and tells of them', async () => {
  const server = await serve(({url}, response) => {
    if (url === '/old') return response.writeHead(301, {location: '/moved?x=1'}).end()
    if (url === '/moved?x=1') return response.writeHead(302, {location: 'new#there'}).end()
    return response.end('here')
  })

  const {url, redirects, bytes} = await guardedFetch(`${server.origin}/old`, lenient)

  expect({url, redirects, body: text(bytes)}).toEqual({
    url: `${server.origin}/new#there`,
    redirects: [
      {url: `${server.origin}/old`, status: 301},
      {url: `${server.origin}/moved?x=1`, status: 302},
    ],
    body: 'here',
  })
})

test('gives what redirects to who wants to go on by itself', async () => {
  const server = await serve((_request, response) => response.writeHead(308, {location: '/new'}).end())

  const {status, headers, redirects} = await guardedFetch(`${server.origin}/old`, {...lenient, redirect: 'answer'})

  expect([status, headers.get('location'), redirects, server.requests()]).toEqual([308, '/new', [], 1])
})

test('gives up a loop of redirects', async () => {
  const server = await serve((_request, response) => response.writeHead(302, {location: '/again'}).end())

  await expect(guardedFetch(server.origin, {...lenient, maxRedirects: 3})).rejects.toMatchObject({
    failure: 'tooManyRedirects',
  })
  expect(server.requests()).toBe(4)
})

test.each([1, 2, 5])('never reaches an address inside by redirect %i', async (hops) => {
  const inside = await serve((_request, response) => response.end('secret'), INSIDE)
  const server = await serve(({url}, response) => {
    const next = Number(url?.slice(1)) + 1
    response.writeHead(307, {location: next < hops ? `/${next}` : `${inside.origin}/`}).end()
  })

  await expect(guardedFetch(`${server.origin}/0`, lenient)).rejects.toMatchObject({
    failure: 'refused',
    url: `${inside.origin}/`,
  })
  expect(inside.connections()).toBe(0)
})

test.each(['http://octavo.test', 'http://both.test'])(
  'never reaches an address inside by the name of %s',
  async (url) => {
    const inside = await serve((_request, response) => response.end('secret'), INSIDE)
    const outside = await serve((_request, response) =>
      response.writeHead(302, {location: `${url}:${inside.port}`}).end(),
    )
    const resolveHost = async () => [{address: INSIDE, family: 4}]

    for (const address of [`${url}:${inside.port}`, outside.origin]) {
      await expect(guardedFetch(address, {...lenient, resolveHost})).rejects.toMatchObject({
        failure: 'refused',
        message: expect.stringContaining('is not on the public internet'),
      })
    }
    expect(inside.connections()).toBe(0)
  },
)

test('asks for the address of a name once, and connects to the one that it has checked', async () => {
  const inside = await serve((_request, response) => response.end('secret'), INSIDE)
  const outside = await serve((_request, response) => response.end('public'), OUTSIDE, inside.port)
  const answers = [OUTSIDE, INSIDE]
  const resolveHost = async () => [{address: answers.shift() ?? INSIDE, family: 4}]

  const {bytes} = await guardedFetch(`http://rebinding.test:${outside.port}`, {...lenient, resolveHost})

  expect(text(bytes)).toBe('public')
  await expect(guardedFetch(`http://rebinding.test:${outside.port}`, {...lenient, resolveHost})).rejects.toMatchObject({
    failure: 'refused',
  })
  expect(inside.connections()).toBe(0)
})

test('of several addresses takes only those outside', async () => {
  const server = await serve((_request, response) => response.end('public'))
  const resolveHost = async () => [INSIDE, OUTSIDE].map((address) => ({address, family: 4}))

  const {bytes} = await guardedFetch(`http://both.test:${server.port}`, {...lenient, resolveHost})

  expect(text(bytes)).toBe('public')
})

test.each([
  'http://127.0.0.1',
  'http://localhost',
  'http://127.1',
  'http://2130706433',
  'http://0x7f000001',
  'http://0177.0.0.1',
  'http://0x7f.1',
  'http://①②⑦.0.0.1',
  'http://0',
  'http://10.0.0.1',
  'http://169.254.169.254/latest/meta-data/',
  'http://[::1]',
  'http://[::]',
  'http://[::ffff:127.0.0.1]',
  'http://[::ffff:7f00:1]',
  'http://[::ffff:8.8.8.8]',
  'http://[64:ff9b::7f00:1]',
  'http://[2002:7f00:1::]',
  'http://[fe80::1]',
  'http://[fd00::1]',
  'https://93.184.215.14:8443',
  'http://example.org:22',
  'http://ada:secret@example.org',
  'http://ada@example.org',
  'file:///etc/passwd',
  'ftp://example.org',
  'gopher://example.org',
  'data:text/plain,x',
  'javascript:alert(1)',
])('refuses %s', async (address) => {
  await expect(guardedFetch(address, {timeoutMs: 5_000, maxBytes: 10})).rejects.toMatchObject({failure: 'refused'})
})

test.each(['', 'example.org', 'http://', 'http://[::1', 'http://300.1.1.1'])(
  'says that %j is no address',
  async (text) => {
    await expect(guardedFetch(text, {timeoutMs: 5_000, maxBytes: 10})).rejects.toMatchObject({failure: 'malformed'})
  },
)

test.each(['file:///etc/passwd', 'http://ada:secret@127.0.0.1/', 'http://elsewhere.test/'])(
  'refuses a redirect to %s',
  async (location) => {
    const server = await serve((_request, response) => response.writeHead(302, {location}).end())

    await expect(guardedFetch(server.origin, {...lenient, allowedHosts: ['127.0.0.1']})).rejects.toMatchObject({
      failure: 'refused',
    })
  },
)

test('gives up a body that is too large, though it promised to be small', async () => {
  const server = await serve((_request, response) => {
    response.writeHead(200, {'transfer-encoding': 'chunked'})
    for (let sent = 0; sent < 40; sent++) response.write('x'.repeat(64 * 1024))
    response.end()
  })

  await expect(guardedFetch(server.origin, lenient)).rejects.toMatchObject({failure: 'tooLarge'})
})

test('gives up a body that is too large when unpacked', async () => {
  const bomb = gzipSync(Buffer.alloc(64 * 1024 * 1024))
  expect(bomb.byteLength).toBeLessThan(100_000)
  const server = await serve((_request, response) => response.writeHead(200, {'content-encoding': 'gzip'}).end(bomb))

  await expect(guardedFetch(server.origin, lenient)).rejects.toMatchObject({failure: 'tooLarge'})
})

test('cuts a body that is too large for who asked for its beginning', async () => {
  const server = await serve((_request, response) => response.end(`tides${'x'.repeat(64 * 1024)}`))

  const {bytes} = await guardedFetch(server.origin, {...lenient, maxBytes: 5, whenTooLarge: 'cut'})

  expect(text(bytes)).toBe('tides')
})

test('unpacks a body', async () => {
  const server = await serve((_request, response) => {
    response.writeHead(200, {'content-encoding': 'GZIP'}).end(gzipSync('tides'))
  })

  expect(text((await guardedFetch(server.origin, lenient)).bytes)).toBe('tides')
})

test.each([
  ['that is not what it says', {'content-encoding': 'gzip'}, 'not gzip at all'],
  ['packed twice', {'content-encoding': 'gzip, gzip'}, 'x'],
])('gives up a body %s', async (_what, headers, body) => {
  const server = await serve((_request, response) => response.writeHead(200, headers).end(body))

  await expect(guardedFetch(server.origin, lenient)).rejects.toMatchObject({name: 'OutboundError'})
})

test('takes the headers alone of a body that nobody wants, however long it is', async () => {
  const server = await serve((_request, response) => {
    const timer = setInterval(() => response.write('x'.repeat(1024)), 1)
    response.writeHead(200, {'content-type': 'application/pdf'}).on('close', () => clearInterval(timer))
  })

  const {status, headers, bytes} = await guardedFetch(server.origin, {...lenient, maxBytes: 0})

  expect([status, headers.get('content-type'), bytes.byteLength]).toEqual([200, 'application/pdf', 0])
})

test.each<[string, RequestListener]>([
  ['never answers', () => {}],
  ['never ends', (_request, response) => void response.writeHead(200).write('x')],
  [
    'keeps dripping',
    (_request, response) => {
      const timer = setInterval(() => response.write('x'), 1)
      response.on('close', () => clearInterval(timer))
    },
  ],
  [
    'redirects slowly, for ever',
    (_request, response) => void setTimeout(() => response.writeHead(302, {location: '/'}).end(), 20),
  ],
])('gives up a server that %s', async (_what, listener) => {
  const server = await serve(listener)

  await expect(guardedFetch(server.origin, {...lenient, timeoutMs: 200, maxRedirects: 1_000})).rejects.toMatchObject({
    failure: 'timeout',
  })
})

test('gives up a resolver that never answers', async () => {
  await expect(
    guardedFetch('http://slow.test', {...lenient, timeoutMs: 50, resolveHost: () => new Promise(() => {})}),
  ).rejects.toMatchObject({failure: 'timeout'})
})

test('gives up a resolver that stops answering at a redirect, within the time for the whole', async () => {
  const server = await serve((_request, response) => response.writeHead(302, {location: '//slow.test/'}).end())
  const resolveHost = (hostname: string) =>
    hostname === 'slow.test' ? new Promise<never>(() => {}) : Promise.resolve([{address: OUTSIDE, family: 4}])

  await expect(
    guardedFetch(`http://quick.test:${server.port}`, {...lenient, timeoutMs: 200, resolveHost}),
  ).rejects.toMatchObject({failure: 'timeout', message: 'slow.test took too long to answer.'})
})

test('passes on the abort of its caller', async () => {
  const server = await serve(() => {})

  await expect(guardedFetch(server.origin, {...lenient, signal: AbortSignal.timeout(20)})).rejects.toMatchObject({
    name: 'TimeoutError',
  })
})

test('tells a name that does not exist from a server that is down', async () => {
  const resolveHost = () => Promise.reject(Object.assign(new Error('getaddrinfo ENOTFOUND'), {code: 'ENOTFOUND'}))
  await expect(guardedFetch('http://nowhere.test', {...lenient, resolveHost})).rejects.toMatchObject({failure: 'name'})

  const {port, close} = await serve(() => {})
  await close()
  await expect(guardedFetch(`http://${OUTSIDE}:${port}`, lenient)).rejects.toMatchObject({failure: 'connection'})
})

test('leaves no connection open', async () => {
  const server = await serve((_request, response) => response.end('x'))

  await guardedFetch(server.origin, lenient)

  await server.close()
  expect(server.connections()).toBe(1)
})

async function serve(listener: RequestListener, host = OUTSIDE, wantedPort = 0) {
  let [connections, requests] = [0, 0]
  const server = createServer((request, response) => {
    requests += 1
    listener(request, response)
  })
  server.on('connection', () => (connections += 1)).listen(wantedPort, host)
  await once(server, 'listening')
  const {port}: AddressInfo = addressOf(server.address())
  const close = async () => {
    if (!server.listening) return
    const closed = once(server, 'close')
    server.close()
    await closed
  }
  onTestFinished(async () => {
    const closed = close()
    server.closeAllConnections()
    await closed
  })
  return {origin: `http://${host}:${port}`, port, connections: () => connections, requests: () => requests, close}
}

function addressOf(address: AddressInfo | string | null): AddressInfo {
  if (typeof address !== 'object' || address === null) throw new Error('The server is not listening')
  return address
}

function text(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('utf8')
}
