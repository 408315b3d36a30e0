import {createServer} from 'node:http'

import next from 'next'

import {refusingMalformed} from './malformed.ts'
import {withReadableNotFound} from './notFound.ts'
import {keepHeadersPlain} from './plainHeaders.ts'
import {nameSender} from './senderAddress.ts'

const port = Number(process.env.PORT ?? 3000)
const hostname = process.env.HOST
const ownOrigin = process.env.OCTAVO_OWN_ORIGIN ?? `http://127.0.0.1:${port}`

/** Serves the built site: what `next start` does, and a 404 that can be read without script. */
const app = next({dev: false, port, ...(hostname && {hostname})})
await app.prepare()

const handler = withReadableNotFound(app.getRequestHandler(), {documentPath: '/not-found', readDocument})
const answer = refusingMalformed(handler)
const upgrade = app.getUpgradeHandler()
const server = createServer((request, response) => {
  nameSender(request)
  keepHeadersPlain(response)
  void answer(request, response)
})
// A proxy in front keeps idle connections for a minute; one that we close first answers its next reader with an error.
server.keepAliveTimeout = 75_000
server.on('upgrade', (request, socket, head) => {
  nameSender(request)
  void upgrade(request, socket, head)
})
server.listen(port, hostname)

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.on(signal, () => {
    server.close(() => process.exit(0))
    server.closeAllConnections()
  })
}

async function readDocument(path: string): Promise<string> {
  const answer = await fetch(ownOrigin + path, {headers: {'accept-encoding': 'identity'}})
  return answer.text()
}
