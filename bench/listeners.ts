import {fork} from 'node:child_process'
import {once} from 'node:events'
import {mkdtempSync, rmSync} from 'node:fs'
import {createServer} from 'node:http'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {monitorEventLoopDelay} from 'node:perf_hooks'
import {getRequestListener} from '@hono/node-server'

import {createLake, type OpenLake} from '../lake/index.ts'

/**
 * `node bench/listeners.ts [listeners] [commits]`: the lake in this process, its listeners in another. Prints, for event
 * streams over HTTP and over the socket, asking the same and each something else: whether everybody heard everything,
 * the time from a commit to the last delivery, memory and the lag of the main loop.
 */
const LISTENERS = Number(process.argv[2] ?? 2_000)
const COMMITS = Number(process.argv[3] ?? 20)
const STREAMS_PER_SOCKET = 20

const folder = mkdtempSync(join(tmpdir(), 'octavo-bench-listeners-'))
process.on('exit', () => rmSync(folder, {recursive: true, force: true}))

for (const transport of ['http', 'socket'])
  for (const query of ['the same simple filter', 'the same GROQ filter', 'a simple filter each', 'a GROQ filter each'])
    console.log(JSON.stringify(await measure(transport, query)))
process.exit(0)

async function measure(transport: string, query: string) {
  const lake = createLake({
    path: join(folder, `${transport}-${query.replace(/ /g, '-')}.sqlite`),
    publicUrl: 'https://octavo.example/lake',
    identify: () => ({id: 'ada', name: 'Ada', email: 'ada@example.org', role: 'editor', kind: 'user'}),
    streams: {maxStreamsPerClient: LISTENERS + 10},
  })
  const server = createServer(getRequestListener(lake.fetch, {overrideGlobalObjects: false}))
  server.on('upgrade', lake.upgrade).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0

  const before = memoryMb()
  const args = [String(port), transport, query, String(LISTENERS), String(STREAMS_PER_SOCKET)]
  const listeners = fork(new URL('listenersClient.ts', import.meta.url), args)
  const startedAt = performance.now()
  await once(listeners, 'message')
  const opened = {openMs: Math.round(performance.now() - startedAt), memoryMb: memoryMb() - before}

  const delay = monitorEventLoopDelay({resolution: 1})
  delay.enable()
  const times: {commit: number; all: number; heard: number}[] = []
  for (let round = 0; round < COMMITS; round++) times.push(await deliver(lake, listeners, round))
  delay.disable()
  const heard = times.reduce((total, one) => total + one.heard, 0)

  const peak = memoryMb() - before
  listeners.kill()
  await once(listeners, 'exit')
  await lake.close()
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
  return {
    transport,
    query,
    listeners: LISTENERS,
    ...opened,
    peakMb: peak,
    heard: `${heard} of ${LISTENERS * COMMITS}`,
    commitMs: medianOf(times.map(({commit}) => commit)),
    toLastMs: medianOf(times.map(({all}) => all)),
    toLastWorstMs: Math.round(Math.max(...times.map(({all}) => all))),
    loopLagMs: {median: Math.round(delay.percentile(50) / 1e6), worst: Math.round(delay.max / 1e6)},
  }
}

/** One keystroke in a document of the usual size. */
async function deliver(lake: OpenLake, listeners: ReturnType<typeof fork>, round: number) {
  const body = Array.from({length: 30}, (_, n) => ({_key: `k${n}`, _type: 'block', text: `${round} `.repeat(40)}))
  const document = {_id: 'drafts.tides', _type: 'article', title: `On tides ${round}`, body}
  const startedAt = performance.now()
  lake.commit({dataset: 'production', author: 'ada', mutations: [{createOrReplace: document}]})
  const commit = performance.now() - startedAt
  const [heard]: unknown[] = await once(listeners, 'message')
  return {commit, all: performance.now() - startedAt, heard: Number(heard)}
}

function memoryMb(): number {
  return Math.round(process.memoryUsage().rss / 1024 / 1024)
}

function medianOf(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return Math.round((sorted[Math.floor(sorted.length / 2)] ?? 0) * 10) / 10
}
