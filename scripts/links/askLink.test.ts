import {once} from 'node:events'
import {createServer, type IncomingMessage, type RequestListener, type ServerResponse} from 'node:http'

import {expect, onTestFinished, test} from 'vitest'

import {createAskLink} from './askLink.ts'
import {hostTurns} from './hostTurns.ts'
import {userAgentOf} from './runLinkChecks.ts'
import {virtualClock} from './virtualClock.fixture.ts'

test('asks HEAD alone where that is answered', async () => {
  const world = await worldOf((_, response) => response.end())
  await expect(world.ask('/report')).resolves.toMatchObject({kind: 'alive', status: 200, movedTo: null})
  expect(world.asked).toEqual(['HEAD /report'])
})

test.each([400, 403, 404, 405, 410, 500, 501, 503])('asks GET where HEAD is answered %i', async (status) => {
  const world = await worldOf(({method}, response) => response.writeHead(method === 'HEAD' ? status : 200).end('here'))
  await expect(world.ask('/report')).resolves.toMatchObject({kind: 'alive', status: 200})
  expect(world.asked).toEqual(['HEAD /report', 'GET /report'])
})

test('asks GET where HEAD ends the connection', async () => {
  const world = await worldOf(({method, socket}, response) =>
    method === 'HEAD' ? void socket.destroy() : void response.end('here'),
  )
  await expect(world.ask('/report')).resolves.toMatchObject({kind: 'alive', status: 200})
})

test.each([
  [404, 'failed'],
  [410, 'failed'],
  [500, 'failed'],
  [403, 'blocked'],
  [451, 'blocked'],
  [999, 'blocked'],
])('says of %i that it is %s', async (status, kind) => {
  const world = await worldOf((_, response) => response.writeHead(status).end())
  await expect(world.ask('/report')).resolves.toMatchObject({kind, status})
})

test('leaves a host alone that asks for it', async () => {
  const world = await worldOf((_, response) => response.writeHead(503, {'retry-after': '3600'}).end())
  await expect(world.ask('/report')).resolves.toMatchObject({notBefore: world.clock.now() + 3_600_000})
  expect(world.asked).toEqual(['HEAD /report'])
  expect(world.turns.isPaused(new URL(world.origin).host)).toBe(true)
})

test('follows five redirects, and asks a host once a second at most', async () => {
  const world = await worldOf(({url}, response) => {
    const hop = Number(url?.slice(1))
    if (hop < 5) response.writeHead(301, {location: `/${hop + 1}`}).end()
    else response.end()
  })
  const startedAt = world.clock.now()
  await expect(world.ask('/0')).resolves.toMatchObject({kind: 'alive', movedTo: `${world.origin}/5`})
  expect(world.asked).toHaveLength(6)
  expect(world.times.map((time) => time - startedAt)).toEqual([0, 1_000, 2_000, 3_000, 4_000, 5_000])
})

test('gives up at the sixth', async () => {
  const world = await worldOf((_, response) => response.writeHead(302, {location: '/again'}).end())
  await expect(world.ask('/report')).resolves.toMatchObject({kind: 'failed', status: null})
  expect(world.asked).toHaveLength(6)
})

test('asks a DOI’s resolver alone', async () => {
  const world = await worldOf(({url}, response) =>
    url === '/10.5555/known'
      ? response.writeHead(302, {location: 'https://publisher.example/paper'}).end()
      : response.writeHead(404).end(),
  )
  await expect(world.ask('/10.5555/known', true)).resolves.toMatchObject({kind: 'alive', movedTo: null})
  expect(world.asked).toEqual(['HEAD /10.5555/known'])
  await expect(world.ask('/10.5555/unknown', true)).resolves.toMatchObject({kind: 'failed', status: 404})
})

test('does not ask what is not on the public internet, nor is led there', async () => {
  const clock = virtualClock()
  const ask = createAskLink({turns: hostTurns(clock), now: clock.now, userAgent: 'test'})
  for (const url of ['http://127.0.0.1/', 'http://[::1]/', 'http://169.254.169.254/latest', 'http://10.0.0.1/'])
    await expect(ask({url, isDoi: false})).resolves.toMatchObject({kind: 'refused'})

  const world = await worldOf((_, response) => response.writeHead(301, {location: 'http://127.0.0.2/'}).end())
  await expect(world.ask('/report')).resolves.toMatchObject({kind: 'refused'})
})

test('counts what cannot be found or reached as a failure', async () => {
  const world = await worldOf((_, response) => response.end())
  await world.close()
  await expect(world.ask('/report')).resolves.toMatchObject({kind: 'failed', status: null})
})

test('says who asks', async () => {
  const agents: unknown[] = []
  const world = await worldOf(({headers}, response) => {
    agents.push(headers['user-agent'])
    response.end()
  })
  await world.ask('/report')
  expect(agents).toEqual(['Mozilla/5.0 (compatible; Octavo-Links/1.0; +https://journal.example)'])
})

async function worldOf(listener: (request: IncomingMessage, response: ServerResponse) => unknown) {
  const clock = virtualClock()
  const [asked, times]: [string[], number[]] = [[], []]
  const answer: RequestListener = (request, response) => {
    asked.push(`${request.method} ${request.url}`)
    times.push(clock.now())
    listener(request, response)
  }
  const server = createServer(answer).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const close = () => new Promise<void>((resolve) => server.close(() => resolve()).closeAllConnections())
  onTestFinished(async () => {
    if (server.listening) await close()
  })
  const address = server.address()
  const origin = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`
  const turns = hostTurns(clock)
  const ask = createAskLink({
    turns,
    now: clock.now,
    userAgent: userAgentOf('https://journal.example'),
    guard: {allowPort: () => true, allowAddress: (ip) => ip === '127.0.0.1'},
  })
  return {
    origin,
    asked,
    times,
    clock,
    turns,
    close,
    ask: (path: string, isDoi = false) => ask({url: origin + path, isDoi}),
  }
}
