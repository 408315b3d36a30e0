import {createServer, type IncomingHttpHeaders, type ServerResponse} from 'node:http'
import type {AddressInfo} from 'node:net'
import {onTestFinished} from 'vitest'

export interface Delivery {
  method: string
  body: string
  headers: IncomingHttpHeaders
}

type Answer = number | ((response: ServerResponse) => void)

/** A real HTTP server that answers with what is put into `answers`, a status or a function, then with 200. */
export async function startReceiver() {
  const deliveries: Delivery[] = []
  const answers: Answer[] = []
  let connections = 0
  let check = () => {}
  const server = createServer(async (request, response) => {
    let body = ''
    for await (const chunk of request) body += String(chunk)
    deliveries.push({method: request.method ?? '', body, headers: request.headers})
    const answer = answers.shift() ?? 200
    if (typeof answer === 'number') response.writeHead(answer).end()
    else answer(response)
    check()
  })
  server.on('connection', () => (connections += 1))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const port = portOf(server.address())
  return {
    answers,
    deliveries,
    port,
    url: `http://127.0.0.1:${port}/hook`,
    connections: () => connections,
    received: (count: number) => until(() => deliveries.length >= count).then(() => deliveries),
    /** A delivery that was cut off comes again under its key; here it counts once. */
    receivedChanges: async (count: number) => {
      const distinct = () => new Map(deliveries.map((delivery) => [delivery.headers['idempotency-key'], delivery]))
      await until(() => distinct().size >= count)
      return [...distinct().values()]
    },
  }

  function until(isEnough: () => boolean): Promise<void> {
    return new Promise((resolve) => {
      check = () => {
        if (isEnough()) resolve()
      }
      check()
    })
  }
}

function portOf(address: AddressInfo | string | null): number {
  return typeof address === 'object' && address ? address.port : 0
}

/** A clock that only waiting moves. */
export function fakeTime(start = Date.UTC(2026, 10, 23)) {
  const waits: number[] = []
  let time = start
  return {
    waits,
    now: () => time,
    /** Ends when the time has come, or when it is cut short: then no time has passed. */
    wait: async (ms: number, signal: AbortSignal) => {
      await new Promise((resolve) => setImmediate(resolve))
      signal.throwIfAborted()
      waits.push(ms)
      time += ms
    },
  }
}
