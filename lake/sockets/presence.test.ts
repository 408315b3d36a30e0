import {once} from 'node:events'
import {createServer} from 'node:http'

import {createClient, type BifurClient} from '@sanity/bifur-client'

import {concat, NEVER, of} from 'rxjs'
import {expect, onTestFinished, test, vi} from 'vitest'
import {WebSocket, WebSocketServer} from 'ws'

import {testLake} from '@/test-support/lakeClient'

import {createPresenceRoom} from './presence.ts'

type RequestMethod = Parameters<BifurClient['request']>[0]

const soon = {timeout: 20_000, interval: 5}

test('lets an editor into a room that strangers have filled', async () => {
  const room = createPresenceRoom(async () => null, 2)
  const server = new WebSocketServer({port: 0, host: '127.0.0.1'})
  onTestFinished(() => void server.close())
  const editor = {id: 'e', name: 'E', email: 'e@example.org', role: 'editor', kind: 'user'} as const
  server.on('connection', (socket, {headers}) => room.accept(socket, {}, headers.cookie ? editor : null))
  await once(server, 'listening')
  const address = server.address()
  const url = `ws://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
  const enter = async (cookie?: string) => {
    const socket = new WebSocket(url, {headers: cookie ? {cookie} : {}})
    onTestFinished(() => socket.terminate())
    await once(socket, 'open')
    return socket
  }

  const [first, second] = [await enter(), await enter()]
  const left = once(first, 'close')
  const third = await enter('session=e')
  expect((await left)[0]).toBe(4029)
  const leftToo = once(second, 'close')
  const fourth = await enter('session=e')
  expect((await leftToo)[0]).toBe(4029)

  const fifth = await enter('session=e')
  expect((await once(fifth, 'close'))[0]).toBe(4029)
  expect([third.readyState, fourth.readyState]).toEqual([WebSocket.OPEN, WebSocket.OPEN])
})

test('tells the Studios of two editors where the other is', async () => {
  const {studio} = await open()
  const [ada, emmy] = [await studio('editor'), await studio('viewer')]
  const [toAda, toEmmy] = [ada.events(), emmy.events()]
  await expect.poll(() => [ada.isSubscribed(), emmy.isSubscribed()], soon).toEqual([true, true])

  emmy.request('presence_rollcall', {session: 'e1'})
  ada.request('presence_announce', {data: {sessionId: 'a1', locations: [{path: ['title']}]}})
  emmy.request('presence_disconnect', {session: 'e1'})

  await expect
    .poll(() => toAda, soon)
    .toEqual([
      {type: 'rollCall', i: 'viewer', session: 'e1'},
      {type: 'disconnect', i: 'viewer', m: {session: 'e1'}},
    ])
  expect(toEmmy).toEqual([{type: 'state', i: 'editor', m: {sessionId: 'a1', locations: [{path: ['title']}]}}])
})

test('lets nobody speak or leave for somebody else’s session', async () => {
  const {member} = await open()
  const [ada, mallory, witness] = [await member('editor'), await member('viewer'), await member('administrator')]
  await ada.call('presence_announce', {data: {sessionId: 'a1', locations: []}})

  const answers = [
    await mallory.call('presence_disconnect', {session: 'a1'}),
    await mallory.call('presence_rollcall', {session: 'a1'}),
    await mallory.call('presence_announce', {data: {sessionId: 'a1', locations: [{path: ['lie']}]}}),
  ]

  expect(answers).toEqual(answers.map(() => ({error: expect.objectContaining({code: -32602})})))
  await ada.call('presence_announce', {data: {sessionId: 'a1', locations: []}})
  expect(witness.heard().map(({type, i}) => [type, i])).toEqual([
    ['state', 'editor'],
    ['state', 'editor'],
  ])
})

test('says who speaks by itself, whatever a message claims', async () => {
  const {member} = await open()
  const [mallory, witness] = [await member('viewer'), await member('editor')]

  await mallory.call('presence_announce', {i: 'editor', data: {sessionId: 'm1', locations: [], i: 'editor'}})

  expect(witness.heard()).toEqual([{type: 'state', i: 'viewer', m: {sessionId: 'm1', locations: []}}])
})

test('does not report a browser gone that has connected again', async () => {
  const {member} = await open()
  const [before, again, witness] = [await member('editor'), await member('editor'), await member('viewer')]
  await before.call('presence_announce', {data: {sessionId: 'a1', locations: []}})
  await again.call('presence_announce', {data: {sessionId: 'a1', locations: []}})

  before.socket.close()
  await once(before.socket, 'close')
  again.socket.close()

  await expect.poll(() => witness.heard().map(({type}) => type), soon).toEqual(['state', 'state', 'disconnect'])
})

test('does not let a socket become somebody else', async () => {
  const {member} = await open()
  const mallory = await member('viewer')
  const closed = once(mallory.socket, 'close')

  void mallory.call('authorization', {authorization: 'Bearer editor'})

  await expect(closed).resolves.toEqual([4001, expect.anything()])
})

test.each([
  ['no JSON', 'x'],
  ['a list', '[]'],
  ['null', 'null'],
  ['no id', '{"jsonrpc": "2.0", "method": "presence_rollcall"}'],
  ['a number as an id', '{"id": 1, "method": "presence_rollcall"}'],
  ['a long id', JSON.stringify({id: 'x'.repeat(65), method: 'presence_rollcall'})],
  ['a list of params', '{"id": "1", "method": "presence_rollcall", "params": []}'],
  ['bytes', Buffer.from('{"id": "1", "method": "presence_rollcall"}')],
  ['a long message', JSON.stringify({id: '1', method: 'presence_rollcall', params: {session: 'x'.repeat(17_000)}})],
])('closes a socket that sends %s', async (_name, message) => {
  const {member} = await open()
  const {socket} = await member('editor')
  const closed = once(socket, 'close')

  socket.send(message)

  await expect(closed).resolves.toEqual([4000, expect.anything()])
})

test.each([
  ['presence_nothing', {}, -32601],
  ['constructor', {}, -32601],
  ['presence_rollcall', {session: 3}, -32602],
  ['presence_announce', {}, -32602],
  ['presence_announce', {data: {sessionId: 'a'}}, -32602],
  ['presence_announce', {data: {sessionId: 'a', locations: Array.from({length: 65}, () => ({}))}}, -32602],
  ['presence_disconnect', {session: ''}, -32602],
])('answers %s with %j by an error, and goes on', async (method, params, code) => {
  const {member} = await open()
  const [ada, witness] = [await member('editor'), await member('viewer')]

  await expect(ada.call(method, params)).resolves.toEqual({error: expect.objectContaining({code})})
  await expect(ada.call('presence_rollcall', {session: 'a1'})).resolves.toEqual({result: true})
  expect(witness.heard().map(({type}) => type)).toEqual(['rollCall'])
})

test('bounds sessions and subscriptions of a socket', async () => {
  const {member} = await open()
  const ada = await member('editor')
  const calls = Array.from({length: 20}, (_, n) => n)

  const sessions = await Promise.all(calls.map((n) => ada.call('presence_rollcall', {session: `s${n}`})))
  const subscriptions = await Promise.all(calls.map(() => ada.call('presence_subscribe', {})))

  expect(sessions.filter((answer) => 'error' in answer).length).toBe(4)
  expect(subscriptions.filter((answer) => 'error' in answer).length).toBe(5)
})

test('closes a socket that calls without end', async () => {
  const {member} = await open()
  const {socket, call} = await member('editor')
  const closed = once(socket, 'close')

  for (let count = 0; count < 250; count++) void call('presence_rollcall', {session: 's'})

  await expect(closed).resolves.toEqual([4029, expect.anything()])
})

test('closes a socket that does not sign in', async () => {
  vi.useFakeTimers({toFake: ['setInterval', 'clearInterval', 'performance']})
  onTestFinished(() => void vi.useRealTimers())
  const {connect} = await open()
  const socket = await connect()
  const closed = once(socket, 'close')

  vi.advanceTimersByTime(12_000)

  await expect(closed).resolves.toEqual([4001, expect.anything()])
})

interface Message {
  id?: string
  method?: string
  result?: unknown
  error?: unknown
  params?: {result: {type: string; i: string}}
}

async function open() {
  const lake = testLake({production: []}, {publicUrl: 'https://octavo.example/lake'})
  const server = createServer().on('upgrade', lake.upgrade).listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(async () => {
    await lake.close()
    server.close()
  })
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0

  async function connect(): Promise<WebSocket> {
    const url = `ws://127.0.0.1:${port}/v2022-06-30/socket/production`
    const socket = new WebSocket(url, {origin: 'https://octavo.example'})
    onTestFinished(() => socket.terminate())
    await once(socket, 'open')
    return socket
  }

  /** As the Studio does: by its own client of the protocol. */
  async function studio(token: string) {
    const socket = await connect()
    let isSubscribed = false
    socket.on('message', (data) => {
      const message: Message | null = String(data) === '♥' ? null : JSON.parse(String(data))
      if (message?.id !== undefined && message.result === message.id) isSubscribed = true
    })
    // A socket of the ws package is what the client needs of a browser's.
    const browserSocket: globalThis.WebSocket = Object.create(socket)
    const client: BifurClient = createClient(concat(of(bound(browserSocket, socket)), NEVER), {token$: of(token)})
    return {
      isSubscribed: () => isSubscribed,
      events() {
        const heard: unknown[] = []
        client.listen('presence').subscribe((event: unknown) => heard.push(event))
        return heard
      },
      request: (method: RequestMethod, params: Record<string, unknown>) => client.request(method, params).subscribe(),
    }
  }

  async function member(token: string) {
    const socket = await connect()
    const messages: Message[] = []
    socket.on('message', (data) => String(data) !== '♥' && messages.push(JSON.parse(String(data))))
    let calls = 0
    async function call(method: string, params: Record<string, unknown>) {
      const id = `c${calls++}`
      socket.send(JSON.stringify({jsonrpc: '2.0', id, method, params}))
      const answer = await vi.waitUntil(() => messages.find((message) => message.id === id), soon)
      return 'error' in answer ? {error: answer.error} : {result: answer.result}
    }
    await call('authorization', {authorization: `Bearer ${token}`})
    await call('presence_subscribe', {})
    const heard = () => messages.flatMap(({params}) => (params ? [params.result] : []))
    return {socket, call, heard}
  }

  return {connect, studio, member}
}

function bound(browserSocket: globalThis.WebSocket, socket: WebSocket): globalThis.WebSocket {
  return Object.assign(browserSocket, {
    send: socket.send.bind(socket),
    addEventListener: socket.addEventListener.bind(socket),
    removeEventListener: socket.removeEventListener.bind(socket),
  })
}
