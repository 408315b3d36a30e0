import {once} from 'node:events'
import {createServer} from 'node:http'
import {connect, type AddressInfo} from 'node:net'

import {getRequestListener} from '@hono/node-server'
import {expect, onTestFinished, test, vi} from 'vitest'
import WebSocket from 'ws'

import {testLake} from '@/test-support/lakeClient'

vi.setConfig({testTimeout: 60_000})

const PATH = '/v2026-01-01/data/listen/production?query=*&includeResult=true'
const KB = 1024

test('a connection that is never read is closed, and what waits for it stays bounded', async () => {
  const {lake, port, write} = await open()
  const socket = connect(port, '127.0.0.1').on('error', () => {})
  onTestFinished(() => void socket.destroy())
  socket.write(`GET ${PATH} HTTP/1.1\r\nhost: lake\r\n\r\n`)
  await expect.poll(() => lake.listening.readers.count(), {timeout: 20_000}).toBe(1)
  socket.pause()
  const closed = once(socket, 'close')

  let most = 0
  while (lake.listening.readers.count() > 0) {
    write(100 * KB)
    most = Math.max(most, lake.listening.readers.backlogBytes())
    await new Promise(setImmediate)
  }

  expect(most).toBeLessThan(800 * KB)
  expect(lake.listening.readers.backlogBytes()).toBe(0)
  socket.resume()
  await closed
})

test('a socket that is never read is closed, and what waits for it stays bounded', async () => {
  const {lake, port, write} = await open()
  const socket = new WebSocket(`ws://127.0.0.1:${port}/v1/streams`, {origin: 'https://octavo.example'})
  onTestFinished(() => socket.terminate())
  await once(socket, 'open')
  for (const id of ['a', 'b']) socket.send(JSON.stringify({id, url: PATH}))
  await expect.poll(() => lake.listening.readers.count(), {timeout: 20_000}).toBe(2)
  socket.pause()
  const closed = once(socket, 'close')

  let most = 0
  while (lake.listening.readers.count() > 0) {
    write(100 * KB)
    most = Math.max(most, lake.listening.readers.backlogBytes())
    await new Promise(setImmediate)
  }

  expect(most).toBeLessThan(800 * KB)
  expect(lake.listening.readers.backlogBytes()).toBe(0)
  socket.resume()
  await expect(closed).resolves.toEqual([4008, expect.anything()])
})

test('one that reads gets everything meanwhile', async () => {
  const {lake, port, write} = await open()
  const response = await fetch(`http://127.0.0.1:${port}${PATH}`)
  const socket = connect(port, '127.0.0.1').on('error', () => {})
  onTestFinished(() => void socket.destroy())
  socket.write(`GET ${PATH} HTTP/1.1\r\nhost: lake\r\n\r\n`)
  await expect.poll(() => lake.listening.readers.count(), {timeout: 20_000}).toBe(2)
  socket.pause()

  let written = 0
  let read = ''
  const reading = (async () => {
    for await (const chunk of response.body?.pipeThrough(new TextDecoderStream()) ?? []) read += chunk
  })()
  const heard = () => read.match(/event: mutation/g)?.length ?? 0
  while (lake.listening.readers.count() === 2) {
    write(100 * KB)
    written += 1
    await vi.waitUntil(() => heard() === written, {timeout: 20_000, interval: 1})
  }

  expect(lake.listening.readers.count()).toBe(1)
  lake.close()
  await reading
})

async function open() {
  const lake = testLake(
    {production: []},
    {publicUrl: 'https://octavo.example/lake', streams: {maxReaderBytes: 500 * KB}},
  )
  const server = createServer(getRequestListener(lake.fetch, {overrideGlobalObjects: false}))
  server.on('upgrade', lake.upgrade).listen(0, '127.0.0.1')
  await once(server, 'listening')
  vi.spyOn(console, 'error').mockImplementation(() => {})
  onTestFinished(() => {
    vi.restoreAllMocks()
    lake.close()
    server.closeAllConnections()
    server.close()
  })
  const address: AddressInfo | string | null = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const write = (bytes: number) =>
    lake.commit({
      dataset: 'production',
      author: 'ada',
      mutations: [{createOrReplace: {_id: 'a', _type: 'article', body: `${Math.random()}${'x'.repeat(bytes / 2)}`}}],
    })
  return {lake, port, write}
}
