import {createServer, type IncomingMessage} from 'node:http'
import {text} from 'node:stream/consumers'

export interface RecordedRequest {
  method: string
  /** As the site asked: the host it wanted, path and query. */
  url: URL
  headers: IncomingMessage['headers']
}

export interface Recorder {
  port: number
  requests: RecordedRequest[]
  close: () => Promise<void>
}

/**
 * Stands where a hosted Content Lake would: writes down every request, and answers it from `lakeUrl`,
 * whose published content anybody may read.
 */
export async function startRecorder(lakeUrl: string): Promise<Recorder> {
  const requests: RecordedRequest[] = []
  const server = createServer((request, response) => {
    void (async () => {
      const url = new URL(request.url ?? '/', `https://${request.headers.host}`)
      requests.push({method: request.method ?? '', url, headers: request.headers})
      const body = await text(request)
      const answer = await fetch(new URL(`${url.pathname}${url.search}`, lakeUrl), {
        method: request.method ?? 'GET',
        ...(body && {body}),
        headers: {'content-type': request.headers['content-type'] ?? 'application/json'},
      })
      response.writeHead(answer.status, {'content-type': answer.headers.get('content-type') ?? 'application/json'})
      response.end(Buffer.from(await answer.arrayBuffer()))
    })().catch((error: unknown) => response.writeHead(502).end(String(error)))
  })
  const port = await new Promise<number>((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      resolve(typeof address === 'object' && address ? address.port : 0)
    })
  })
  return {port, requests, close: () => new Promise((resolve) => server.close(() => resolve()))}
}
