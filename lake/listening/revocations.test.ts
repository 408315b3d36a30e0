import {once} from 'node:events'
import {createServer} from 'node:http'

import {expect, onTestFinished, test, vi} from 'vitest'
import WebSocket from 'ws'

import {testLake} from '@/test-support/lakeClient'

import {openAccounts, type Accounts} from '../accounts/accounts.ts'
import {identifyRequest} from '../accounts/identifyRequest.ts'
import type {Role} from '../identity.ts'

const PUBLIC_URL = 'https://octavo.example/lake'
const HOUR_MS = 3_600_000

test('one sign-in that is revoked ends its streams and no others', async () => {
  const {accounts, ada, signIn, stream, check} = await open()
  const [lost, kept] = [signIn(), signIn()]
  const [first, second] = [await stream(lost), await stream(kept)]
  const revoked = accounts.sessionOf(lost)

  accounts.revokeSession({userId: ada.id, id: revoked ?? ''})
  await check()

  expect([first.isOpen(), second.isOpen()]).toEqual([false, true])
})

test.each<[string, (world: World) => void | Promise<void>]>([
  ['signing out', ({accounts, session}) => accounts.endSession(session)],
  ['another role', ({accounts, ada}) => void accounts.update(ada.id, {role: 'viewer'})],
  ['another password', ({accounts, ada}) => accounts.setPassword({id: ada.id, password: 'correct horse battery'})],
  ['removal', ({accounts, ada}) => accounts.remove(ada.id)],
  ['time', ({pass}) => pass(24 * 31 * HOUR_MS)],
])('%s ends a user’s streams', async (_name, lose) => {
  const world = await open()
  const session = world.signIn()
  const {isOpen} = await world.stream(session)
  await world.check()
  expect(isOpen()).toBe(true)

  await lose({...world, session})
  await world.check()

  expect(isOpen()).toBe(false)
})

test('a token that is revoked ends its streams', async () => {
  const {accounts, stream, check} = await open()
  const [lost, kept] = [
    accounts.addToken({label: 'a', role: 'viewer'}),
    accounts.addToken({label: 'b', role: 'viewer'}),
  ]
  const [first, second] = [await stream(lost.key), await stream(kept.key)]

  accounts.revokeToken(lost.id)
  await check()

  expect([first.isOpen(), second.isOpen()]).toEqual([false, true])
})

test('another role under the same session ends its streams', async () => {
  let role: Role = 'editor'
  const lake = testLake({production: []}, {identify: () => ({...identity, role})})
  const response = await lake.fetch(new Request('http://lake.test/v1/data/listen/production?query=*'))
  await lake.listening.revocations.check()
  expect(lake.listening.readers.count()).toBe(1)

  role = 'viewer'
  await lake.listening.revocations.check()

  await expect(response.text()).resolves.toContain('event: welcome')
  expect(lake.listening.readers.count()).toBe(0)
  await lake.close()
})

test('asks once for all streams with the same credentials', async () => {
  let asked = 0
  const lake = testLake({production: []}, {identify: () => (asked++, identity)})
  for (let count = 0; count < 50; count++)
    await lake.fetch(new Request('http://lake.test/v1/data/listen/production?query=*', {headers: {cookie: 'a=b'}}))
  asked = 0

  await lake.listening.revocations.check()

  expect(asked).toBe(1)
  await lake.close()
})

test('looks again every four seconds, at streams on sockets and at presence, too', async () => {
  vi.useFakeTimers({toFake: ['setInterval', 'clearInterval']})
  onTestFinished(() => void vi.useRealTimers())
  const {accounts, ada, lake, signIn} = await open()
  const server = createServer().on('upgrade', lake.upgrade).listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => void server.close())
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const session = signIn()
  const connect = async (path: string, message: unknown) => {
    const socket = new WebSocket(`ws://127.0.0.1:${port}${path}`, {origin: 'https://octavo.example'})
    onTestFinished(() => socket.terminate())
    await once(socket, 'open')
    socket.send(JSON.stringify(message))
    await once(socket, 'message')
    return socket
  }
  const authorization = {authorization: `Bearer ${session}`}
  const streams = await connect('/v1/streams', {
    id: 'a',
    url: '/v1/data/listen/production?query=*',
    headers: authorization,
  })
  const presence = await connect('/v1/socket/production', {id: '1', method: 'authorization', params: authorization})
  const ended = new Promise((resolve) =>
    streams.on('message', (data) => /"end":true/.test(String(data)) && resolve(true)),
  )
  const closed = once(presence, 'close')

  accounts.remove(ada.id)
  vi.advanceTimersByTime(4_000)

  await expect(ended).resolves.toBe(true)
  await expect(closed).resolves.toEqual([4001, expect.anything()])
})

const identity = {id: 'ada', name: 'Ada', email: 'ada@example.org', role: 'editor', kind: 'user'} as const

interface World {
  accounts: Accounts
  ada: {id: string}
  session: string
  pass(ms: number): void
}

async function open() {
  let now = Date.now()
  const accounts = openAccounts({path: ':memory:', clock: () => now})
  await accounts.ensureAdministrator()
  const ada = await accounts.add({...identity, password: 'correct horse'})
  const lake = testLake({production: []}, {publicUrl: PUBLIC_URL, identify: identifyRequest(accounts, PUBLIC_URL)})
  onTestFinished(async () => {
    await lake.close()
    accounts.close()
  })
  const stream = async (secret: string) => {
    const headers = {authorization: `Bearer ${secret}`}
    const before = lake.listening.readers.count()
    const response = await lake.fetch(
      new Request('http://lake.test/v2026-01-01/data/listen/production?query=*', {headers}),
    )
    expect([response.status, lake.listening.readers.count()]).toEqual([200, before + 1])
    let isOpen = true
    void response.text().then(() => (isOpen = false))
    return {isOpen: () => isOpen}
  }
  const check = async () => {
    await lake.listening.revocations.check()
    await new Promise(setImmediate)
  }
  return {
    accounts,
    ada,
    lake,
    signIn: () => accounts.startSession(ada.id).session,
    stream,
    check,
    pass: (ms: number) => void (now += ms),
  }
}
