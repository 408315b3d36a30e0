import {spawn, type ChildProcess} from 'node:child_process'
import {once} from 'node:events'
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {createServer} from 'node:http'
import {createServer as createTcpServer, type AddressInfo, type Server} from 'node:net'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {createInterface} from 'node:readline'
import {DatabaseSync} from 'node:sqlite'
import {createClient} from '@sanity/client'
import {beforeEach, expect, onTestFinished, test, vi} from 'vitest'

vi.setConfig({testTimeout: 60_000})

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'octavo-serve-'))
  return () => rmSync(folder, {recursive: true, force: true})
})

const writeToken = 'a-token-that-writes-and-is-long'

test('makes an administrator at the first start only, and stops when asked', async () => {
  const first = await startLake()
  expect(first.events.map(({event}) => event)).toEqual(['administrator', 'listening'])
  expect(first.events[0]).toEqual({
    event: 'administrator',
    email: 'admin@localhost',
    password: expect.stringMatching(/^\w{5}(-\w{5}){3}$/),
  })
  first.child.kill('SIGTERM')
  expect(await first.exit).toEqual([0, null])

  const second = await startLake()
  expect(second.events.map(({event}) => event)).toEqual(['listening'])
})

test('says that it listens, however little it logs', async () => {
  const {events} = await startLake({LAKE_LOG: 'error'})
  expect(events.map(({event}) => event)).toEqual(['administrator', 'listening'])
})

test('says that content which is damaged within is damaged', async () => {
  const {client, child, exit} = await startLake()
  await client.create({_id: 'tides', _type: 'article', text: 'x'.repeat(100_000)})
  child.kill('SIGTERM')
  await exit
  const file = join(folder, 'lake.sqlite')
  const bytes = readFileSync(file)
  writeFileSync(file, bytes.fill(7, 8_192))

  expect(await failure({})).toBe(`A database in ${folder} is damaged: put a backup in its place.\n`)
})

test('listens on the loopback address alone', async () => {
  const {port, url} = await startLake()
  const elsewhere = createTcpServer()
  onTestFinished(() => void elsewhere.close())
  elsewhere.listen(port, '127.0.0.2')
  await once(elsewhere, 'listening')
  const health = await fetch(`${url}/health`)
  await expect(health.json()).resolves.toEqual({ok: true})
})

test('refuses a second lake in the same folder', async () => {
  await startLake()
  expect(await failure({LAKE_PORT: String(await freePort())})).toBe(
    `Another lake has ${folder} open: stop it first, or set LAKE_DATA to another folder.\n`,
  )
})

test('says that the content is of a newer version, and leaves it as it is', async () => {
  const {child, exit} = await startLake()
  child.kill('SIGTERM')
  await exit
  const database = new DatabaseSync(join(folder, 'lake.sqlite'))
  database.exec('PRAGMA user_version = 99')
  database.close()

  expect(await failure({})).toBe(
    `The content of ${folder} belongs to a newer Octavo: run that one. Nothing has changed.\n`,
  )
})

test('opens the folder again after kill -9', async () => {
  const {child, exit, client} = await startLake()
  await client.create({_id: 'tides', _type: 'article', title: 'On tides'})
  child.kill('SIGKILL')
  await exit
  const again = await startLake()
  await expect(again.client.getDocument('tides')).resolves.toMatchObject({title: 'On tides'})
})

test('announces after kill -9 what was published while the site was down', async () => {
  const port = await freePort()
  const webhook = {LAKE_WEBHOOK_URL: `http://127.0.0.1:${port}/`, LAKE_WEBHOOK_SECRET: 'a secret of the operator'}
  const {child, exit, client} = await startLake(webhook)
  for (const id of ['one', 'two', 'three']) await client.create({_id: id, _type: 'topic'})
  child.kill('SIGKILL')
  await exit

  const ids: unknown[] = []
  const isComplete = Promise.withResolvers<void>()
  const site = createServer((request, response) => {
    ids.push(request.headers['sanity-document-id'])
    response.end()
    if (ids.length === 3) isComplete.resolve()
  })
  site.listen(port, '127.0.0.1')
  onTestFinished(() => void site.close())
  await startLake(webhook)
  await isComplete.promise
  expect(ids).toEqual(['one', 'two', 'three'])
})

test('ends when its supervisor is gone, even with a stream open', async () => {
  const {child, exit, url} = await startLake()
  const stream = await fetch(`${url}/v2026-01-01/data/listen/production?query=*`)
  expect(stream.headers.get('content-type')).toContain('text/event-stream')
  child.disconnect()
  expect(await exit).toEqual([0, null])
})

test('takes uploads and gives them back over the wire', async () => {
  const {client, url} = await startLake()
  const bytes = Buffer.alloc(3_000_000, 'x')
  const {path} = await client.assets.upload('file', bytes, {filename: 'a.txt'})
  const response = await fetch(`${url}/${path}`, {headers: {range: 'bytes=2999998-'}})
  expect([response.status, await response.text()]).toEqual([206, 'xx'])
})

test.each([
  [{LAKE_PORT: 'abc'}, 'LAKE_PORT must be a port number.\n'],
  [{LAKE_READ_TOKEN: 'short'}, 'LAKE_READ_TOKEN must have at least 16 characters, made up at random.\n'],
  [{LAKE_PUBLIC_URL: 'example'}, 'LAKE_PUBLIC_URL must be an address such as https://example.org/lake.\n'],
  [
    {LAKE_WEBHOOK_URL: 'http://localhost:3000/'},
    'LAKE_WEBHOOK_SECRET must be set with LAKE_WEBHOOK_URL: the site refuses unsigned webhooks.\n',
  ],
  [{LAKE_WEBHOOK_PROJECTION: '{_id,'}, 'LAKE_WEBHOOK_PROJECTION must be a GROQ projection such as {_id}.\n'],
  [
    {LAKE_DATA: '/dev/null/data'},
    'The folder /dev/null/data cannot be written: give this user the right to write it, or set LAKE_DATA.\n',
  ],
])('says in one sentence what is wrong with %j', async (environment, sentence) => {
  expect(await failure(environment)).toBe(sentence)
})

test('says that the port is taken, and makes no administrator whose password nobody would see', async () => {
  const other = createTcpServer()
  const port = await listen(other)
  expect(await failure({LAKE_PORT: String(port)})).toBe(
    `Port ${port} is taken: stop the program that uses it, or set LAKE_PORT.\n`,
  )
  other.close()
  const {events} = await startLake()
  expect(events[0]).toHaveProperty('event', 'administrator')
})

async function startLake(environment: Record<string, string> = {}) {
  const port = await freePort()
  const child = spawnLake({LAKE_PORT: String(port), ...environment})
  const exit = once(child, 'exit')
  onTestFinished(async () => {
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL')
    await exit
  })
  const events: {event: string; [detail: string]: unknown}[] = []
  if (!child.stdout) throw new Error('The lake has no output')
  for await (const line of createInterface({input: child.stdout})) {
    events.push(JSON.parse(line))
    if (events.at(-1)?.event === 'listening') break
  }
  const url = `http://127.0.0.1:${port}`
  return {child, exit, events, port, url, client: clientAt(url)}
}

async function failure(environment: Record<string, string>): Promise<string> {
  const child = spawnLake(environment)
  let text = ''
  child.stderr?.on('data', (chunk) => (text += String(chunk)))
  expect(await once(child, 'close')).toEqual([1, null])
  return text
}

function spawnLake(environment: Record<string, string>): ChildProcess {
  const serve = new URL('./serve.ts', import.meta.url).pathname
  return spawn(process.execPath, ['--disable-warning=ExperimentalWarning', serve], {
    env: {PATH: process.env.PATH, NODE_ENV: 'test', LAKE_DATA: folder, LAKE_WRITE_TOKEN: writeToken, ...environment},
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
}

function clientAt(apiHost: string) {
  return createClient({
    projectId: 'octavo',
    dataset: 'production',
    apiVersion: '2026-01-01',
    useCdn: false,
    useProjectHostname: false,
    apiHost,
    token: writeToken,
  })
}

async function freePort(): Promise<number> {
  const server = createTcpServer()
  const port = await listen(server)
  await new Promise((resolve) => server.close(resolve))
  return port
}

async function listen(server: Server): Promise<number> {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return portOf(server.address())
}

function portOf(address: AddressInfo | string | null): number {
  return typeof address === 'object' && address ? address.port : 0
}
