import {once} from 'node:events'
import {Agent, get} from 'node:http'

import WebSocket from 'ws'

/** Opens listeners on a lake, says `ready`, then says how many have heard of each commit: when all have, or after 30 s. */
const [port = '', transport = '', kind = '', listeners = '', perSocket = ''] = process.argv.slice(2)
const COUNT = Number(listeners)
const PATIENCE_MS = 30_000
let welcomed = 0
let heard = 0
let timer: NodeJS.Timeout | undefined

await (transport === 'http' ? overHttp() : overSockets())

function note(text: string): void {
  welcomed += text.split('event: welcome').length - 1
  if (welcomed === COUNT) {
    welcomed = Infinity
    process.send?.('ready')
  }
  const events = text.split('event: mutation').length - 1
  if (events === 0) return
  heard += events
  timer ??= setTimeout(report, PATIENCE_MS)
  if (heard === COUNT) report()
}

function report(): void {
  clearTimeout(timer)
  timer = undefined
  process.send?.(heard)
  heard = 0
}

async function overHttp(): Promise<void> {
  const agent = new Agent({maxSockets: Infinity})
  for (let index = 0; index < COUNT; index++) {
    const [response] = await once(get({host: '127.0.0.1', port, path: pathOf(index), agent}), 'response')
    // The name of an event may be cut in two; its line is at the beginning of a piece here.
    response.setEncoding('utf8').on('data', note)
  }
}

async function overSockets(): Promise<void> {
  for (let index = 0; index < COUNT; index += Number(perSocket)) {
    const socket = new WebSocket(`ws://127.0.0.1:${port}/v1/streams`, {origin: 'https://octavo.example'})
    await once(socket, 'open')
    socket.on('message', (data) => note(String(data)))
    for (let stream = 0; stream < Number(perSocket) && index + stream < COUNT; stream++)
      socket.send(JSON.stringify({id: String(stream), url: pathOf(index + stream)}))
  }
}

function pathOf(index: number): string {
  const query = {
    'the same simple filter': '*[_id in ["tides", "drafts.tides"]]',
    'the same GROQ filter': '*[title match "tides"]',
    'a simple filter each': `*[_id in ["drafts.tides", "other-${index}"]]`,
    'a GROQ filter each': `*[title match "tides" && _id != "other-${index}"]`,
  }[kind]
  const params = new URLSearchParams({query: query ?? '*', effectFormat: 'mendoza', includeAllVersions: 'true'})
  return `/v2026-01-01/data/listen/production?${params}`
}
