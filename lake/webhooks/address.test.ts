import {createServer} from 'node:net'
import {once} from 'node:events'
import {Agent, request} from 'undici'
import {expect, onTestFinished, test} from 'vitest'

import {AddressRefusedError, guardedConnector, refusalOf, type Resolve} from './address'

const NEVER = [
  '0.0.0.0',
  '0.1.2.3',
  '100.100.100.200',
  '168.63.129.16',
  '169.254.0.1',
  '169.254.169.254',
  '192.0.0.192',
  '224.0.0.1',
  '255.255.255.255',
  '::',
  'fe80::1',
  'fec0::1',
  'ff02::1',
  'fd00:ec2::254',
  '2001:0:53aa:64c::1',
  '::ffff:169.254.169.254',
  '::ffff:a9fe:a9fe',
  '::169.254.169.254',
  '64:ff9b::169.254.169.254',
  '2002:a9fe:a9fe::1',
]
const PRIVATE = [
  '10.0.0.1',
  '100.64.0.1',
  '127.0.0.1',
  '127.8.8.8',
  '172.16.0.1',
  '172.31.255.255',
  '192.168.1.1',
  '198.18.0.1',
  '203.0.113.9',
  '::1',
  'fc00::1',
  'fd12:3456::1',
  '::ffff:127.0.0.1',
  '::ffff:10.0.0.1',
  '::127.0.0.1',
  '64:ff9b::10.0.0.1',
  '2002:7f00:1::1',
]
const PUBLIC = [
  '1.1.1.1',
  '93.184.215.14',
  '172.15.0.1',
  '172.32.0.1',
  '100.63.255.255',
  '100.128.0.1',
  '192.167.1.1',
  '223.255.255.255',
  '2606:4700::1111',
  '::ffff:1.1.1.1',
  '64:ff9b::1.1.1.1',
]

test.each(NEVER)('refuses %s whatever is allowed', (address) => {
  expect(refusalOf(address, {allowPrivate: true})).toContain(address)
  expect(refusalOf(address, {allowPrivate: false})).toContain(address)
})

test.each(PRIVATE)('refuses %s unless private addresses are allowed', (address) => {
  expect(refusalOf(address, {allowPrivate: false})).toContain('LAKE_WEBHOOK_ALLOW_PRIVATE=1')
  expect(refusalOf(address, {allowPrivate: true})).toBeNull()
})

test.each(PUBLIC)('lets %s through', (address) => {
  expect(refusalOf(address, {allowPrivate: false})).toBeNull()
})

test.each([
  ['its name', (port: number) => `http://localhost:${port}/`],
  ['its address', (port: number) => `http://127.0.0.1:${port}/`],
  ['its address, short', (port: number) => `http://127.1:${port}/`],
  ['its address as one number', (port: number) => `http://2130706433:${port}/`],
  ['its address in base 16', (port: number) => `http://0x7f000001:${port}/`],
  ['its address in base 8', (port: number) => `http://0177.0.0.1:${port}/`],
  ['its address with a dot', (port: number) => `http://127.0.0.1.:${port}/`],
  ['its address within IPv6', (port: number) => `http://[::ffff:127.0.0.1]:${port}/`],
  ['no host', (port: number) => `http://0.0.0.0:${port}/`],
  ['https', (port: number) => `https://127.0.0.1:${port}/`],
])('does not connect to this machine by %s', async (_, urlOf) => {
  const {port, connections} = await listener()
  await expect(post(urlOf(port), {allowPrivate: false})).rejects.toBeInstanceOf(AddressRefusedError)
  expect(connections()).toBe(0)
})

test.each([...NEVER, ...PRIVATE])('does not connect to a name that stands for %s', async (address) => {
  const resolve = answering([address])
  await expect(post('http://hook.example/', {allowPrivate: false, resolve})).rejects.toBeInstanceOf(AddressRefusedError)
})

test('does not connect to a name of whose addresses one is refused', async () => {
  const {port, connections} = await listener()
  const resolve = answering(['93.184.215.14', '127.0.0.1'])
  await expect(post(`http://hook.example:${port}/`, {allowPrivate: false, resolve})).rejects.toBeInstanceOf(
    AddressRefusedError,
  )
  expect(connections()).toBe(0)
})

test('judges a name anew at every connection, by the addresses that are connected to', async () => {
  const {port, connections} = await listener()
  const asked: string[] = []
  const answers = [['127.0.0.1'], ['169.254.169.254']]
  const resolve: Resolve = (hostname, options, callback) => {
    asked.push(hostname)
    answering(answers.shift() ?? [])(hostname, options, callback)
  }
  const agent = new Agent({connect: guardedConnector({allowPrivate: true, resolve})})
  onTestFinished(() => agent.destroy())
  const send = () =>
    request(`http://hook.example:${port}/`, {method: 'POST', body: 'x', dispatcher: agent, reset: true})
  const {statusCode, body} = await send()
  await body.dump()
  expect(statusCode).toBe(204)
  await expect(send()).rejects.toBeInstanceOf(AddressRefusedError)
  expect(asked).toEqual(['hook.example', 'hook.example'])
  expect(connections()).toBe(1)
})

async function post(url: string, guard: Parameters<typeof guardedConnector>[0]): Promise<number> {
  const agent = new Agent({connect: guardedConnector(guard)})
  onTestFinished(() => agent.destroy())
  const {statusCode, body} = await request(url, {method: 'POST', body: 'x', dispatcher: agent})
  await body.dump()
  return statusCode
}

function answering(addresses: string[]): Resolve {
  return (_hostname, _options, callback) =>
    callback(
      null,
      addresses.map((address) => ({address, family: address.includes(':') ? 6 : 4})),
    )
}

/** Listens on this machine and answers 204; counts who connects. */
async function listener() {
  let count = 0
  const server = createServer((socket) => {
    count += 1
    socket.on('error', () => undefined)
    socket.once('data', () => socket.end('HTTP/1.1 204 No Content\r\nconnection: close\r\n\r\n'))
  })
  server.listen(0)
  await once(server, 'listening')
  onTestFinished(() => void server.close())
  const address = server.address()
  return {port: typeof address === 'object' && address ? address.port : 0, connections: () => count}
}
