import {createServer, request} from 'node:http'
import type {AddressInfo} from 'node:net'

import {afterEach, expect, test} from 'vitest'
import WebSocket from 'ws'

import {clientOf, testLake} from '@/test-support/lakeClient'

interface Frame {
  id?: string
  [field: string]: unknown
}

const ends: (() => void)[] = []
afterEach(() => ends.splice(0).forEach((end) => end()))

test('carries many event streams over one socket', async () => {
  const {lake, open} = await listening()
  const {socket, frames} = await open('/v1/streams')
  const client = clientOf(lake, {token: 'editor'})
  const headers = {authorization: 'Bearer editor'}

  for (let index = 0; index < 20; index++) {
    const url = `https://octavo.example/lake/v2026-01-01/data/listen/production?includeAllVersions=true&query=*[_id=="drafts.d${index}"]`
    socket.send(JSON.stringify({id: `s${index}`, url, headers}))
  }
  await expect.poll(() => frames.filter((frame) => String(frame.data).includes('event: welcome')).length).toBe(20)
  expect(frames.find(({status}) => status)).toEqual({
    id: expect.stringMatching(/^s\d+$/),
    status: 200,
    headers: expect.objectContaining({'content-type': 'text/event-stream'}),
  })
  await client.create({_id: 'drafts.d7', _type: 'article', title: 'Ebb 🌊'})

  await expect.poll(() => mutations(frames)).toEqual([expect.objectContaining({id: 's7'})])
  expect(mutations(frames)[0]?.data).toContain('Ebb 🌊')
})

test('ends a stream that is cancelled, and frees its id', async () => {
  const {open} = await listening()
  const {socket, frames} = await open('/v1/streams')
  const request = JSON.stringify({id: 'a', url: '/v2026-01-01/data/live/events/production'})

  socket.send(request)
  await expect.poll(() => String(frames.at(-1)?.data)).toContain('event: welcome')
  socket.send(JSON.stringify({id: 'a', cancel: true}))
  await expect.poll(() => frames.at(-1)).toEqual({id: 'a', end: true})
  socket.send(request)

  await expect.poll(() => frames.filter(({status}) => status === 200).length).toBe(2)
})

test('passes on an error with its body', async () => {
  const {open} = await listening()
  const {socket, frames} = await open('/v1/streams')

  socket.send(JSON.stringify({id: 'a', url: '/v2026-01-01/data/listen/elsewhere?query=*'}))

  await expect.poll(() => frames.at(-1)).toEqual({id: 'a', end: true})
  expect(frames[0]).toMatchObject({id: 'a', status: 404})
  expect(String(frames[1]?.data)).toContain('datasetNotFound')
})

test.each(['/v2026-01-01/data/query/production?query=*', '/v2026-01-01/data/doc/production/tides', '/health'])(
  'carries event streams only, and not %s',
  async (url) => {
    const {open} = await listening()
    const {socket, frames} = await open('/v1/streams')

    socket.send(JSON.stringify({id: 'a', url}))

    await expect.poll(() => frames.at(-1)).toEqual({id: 'a', end: true})
    expect(frames[0]).toMatchObject({id: 'a', status: 404})
  },
)

test('hears of no drafts without an identity', async () => {
  const {lake, open} = await listening()
  const {socket, frames} = await open('/v1/streams')
  const client = clientOf(lake, {token: 'editor'})

  socket.send(JSON.stringify({id: 'a', url: '/v2026-01-01/data/listen/production?query=*'}))
  await expect.poll(() => String(frames.at(-1)?.data)).toContain('event: welcome')
  await client.create({_id: 'drafts.tides', _type: 'article'})
  await client.create({_id: 'moons', _type: 'article'})

  await expect.poll(() => mutations(frames).length).toBe(1)
  expect(JSON.stringify(frames)).not.toContain('drafts.tides')
})

test.each(['no JSON', '{}', '{"id": "a"}', '[]'])('closes a socket that sends %s', async (message) => {
  const {open} = await listening()
  const {socket} = await open('/v1/streams')

  socket.send(message)

  await expect(closing(socket)).resolves.toBe(4000)
})

test.each([undefined, 'null', 'https://evil.example', 'https://octavo.example.evil.example'])(
  'refuses a socket from the origin %s',
  async (origin) => {
    const {address} = await listening()

    await expect(refusal(`${address}/v1/streams`, origin)).resolves.toBe(403)
    await expect(refusal(`${address}/v1/socket/production`, origin)).resolves.toBe(403)
  },
)

test.each(['//', '///', 'http://[', '//:99999/', '*'])('refuses a socket at the address %s', async (path) => {
  const {address} = await listening()

  await expect(upgradeStatus(address, path)).resolves.toBe(404)
})

test('has no socket for a dataset that does not exist', async () => {
  const {address} = await listening()

  await expect(refusal(`${address}/v1/socket/elsewhere`, 'https://octavo.example')).resolves.toBe(404)
})

test('tells editors of each other', async () => {
  const {open} = await listening()
  const ada = await open('/v2022-06-30/socket/production')
  const emmy = await open('/v2022-06-30/socket/production')
  await signIn(ada)
  await signIn(emmy, 'viewer')

  emmy.call('presence_rollcall', {session: 'e1'})
  emmy.call('presence_announce', {data: {sessionId: 'e1', locations: [{path: ['title']}]}})
  await expect
    .poll(() => events(ada.frames))
    .toEqual([
      {type: 'rollCall', i: 'viewer', session: 'e1'},
      {type: 'state', i: 'viewer', m: {sessionId: 'e1', locations: [{path: ['title']}]}},
    ])
  emmy.socket.close()

  await expect.poll(() => events(ada.frames).at(-1)).toEqual({type: 'disconnect', i: 'viewer', m: {session: 'e1'}})
  expect(events(emmy.frames)).toEqual([])
})

test.each([
  ['presence_subscribe', {}],
  ['presence_announce', {data: {sessionId: 'x', locations: []}}],
  ['authorization', {authorization: 'Bearer nobody'}],
])('closes the presence socket of somebody unknown who calls %s', async (method, params) => {
  const {open} = await listening()
  const {socket, call} = await open('/v1/socket/production')

  call(method, params)

  await expect(closing(socket)).resolves.toBe(4001)
})

async function listening() {
  const lake = testLake({production: []}, {publicUrl: 'https://octavo.example/lake'})
  const server = createServer().on('upgrade', lake.upgrade).listen(0, '127.0.0.1')
  ends.push(
    () => lake.close(),
    () => server.close(),
  )
  await new Promise((resolve) => server.once('listening', resolve))
  const address = `ws://127.0.0.1:${portOf(server.address())}`
  return {lake, address, open: (path: string) => connect(`${address}${path}`)}
}

function portOf(address: AddressInfo | string | null): number {
  return typeof address === 'object' && address ? address.port : 0
}

async function connect(address: string) {
  const socket = new WebSocket(address, {origin: 'https://octavo.example'})
  const frames: Frame[] = []
  socket.on('message', (data) => String(data) !== '♥' && frames.push(JSON.parse(String(data))))
  ends.push(() => socket.terminate())
  await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject))
  const call = (method: string, params: Record<string, unknown>) =>
    socket.send(JSON.stringify({jsonrpc: '2.0', id: `${method}-${frames.length}`, method, params}))
  return {socket, frames, call}
}

async function signIn({frames, call}: Awaited<ReturnType<typeof connect>>, role = 'editor') {
  call('authorization', {authorization: `Bearer ${role}`})
  await expect.poll(() => frames.length).toBe(1)
  call('presence_subscribe', {})
  await expect.poll(() => frames.length).toBe(2)
}

function refusal(address: string, origin: string | undefined): Promise<number | undefined> {
  const socket = new WebSocket(address, origin === undefined ? {} : {origin})
  return new Promise((resolve) => {
    socket.on('error', () => {})
    socket.on('unexpected-response', (_request, response) => resolve(response.statusCode))
    socket.on('open', () => resolve(101))
  })
}

/** What a client is answered that sends an address as no URL of its own would have it. */
function upgradeStatus(address: string, path: string): Promise<number | undefined> {
  const headers = {connection: 'Upgrade', upgrade: 'websocket', origin: 'https://octavo.example'}
  return new Promise((resolve, reject) =>
    request(address.replace('ws:', 'http:'), {path, headers})
      .on('response', ({statusCode}) => resolve(statusCode))
      .on('error', reject)
      .end(),
  )
}

function closing(socket: WebSocket): Promise<number> {
  return new Promise((resolve) => socket.once('close', resolve))
}

function mutations(frames: Frame[]): Frame[] {
  return frames.filter(({data}) => String(data).includes('event: mutation'))
}

function events(frames: Frame[]): unknown[] {
  return frames.flatMap(({method, params}) => (method === 'presence_subscription' ? [Object(params).result] : []))
}
