import {createServer, type IncomingMessage, type ServerResponse} from 'node:http'
import {Readable} from 'node:stream'
import {pipeline} from 'node:stream/promises'

import type {ReachedLake} from './reach.ts'

export interface Originals {
  /** Where the lake is reached through it. */
  url: string
  /** The assets that were asked for and are not there. */
  missing: string[]
  close(): void
}

/**
 * A door to the lake through which @sanity/export gets assets as they were uploaded.
 *
 * The library downloads what a document's `url` says, without a token: that is the public address, where the site may not
 * be running and images come without their metadata. Here the documents name this door instead, and it has the token.
 */
export async function openOriginals({url: lakeUrl, token}: ReachedLake): Promise<Originals> {
  const missing: string[] = []
  let ownUrl = ''
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => response.destroy(error instanceof Error ? error : undefined))
  })

  async function answer({url: path = '/'}: IncomingMessage, response: ServerResponse): Promise<void> {
    const upstream = await fetch(`${lakeUrl}${path}`, {headers: {authorization: `Bearer ${token}`}})
    const isAsset = /^\/(?:images|files)\//.test(path)
    if (isAsset && upstream.status === 404) missing.push(path.replace(/^.*\/|\?.*$/g, ''))
    const {'content-encoding': _encoding, ...headers} = Object.fromEntries(upstream.headers)
    if (isAsset || !upstream.ok || !upstream.body) {
      response.writeHead(upstream.status, headers)
      return upstream.body ? pipeline(Readable.from(upstream.body), response) : void response.end()
    }
    response.writeHead(200, {'content-type': 'application/x-ndjson'})
    await pipeline(relocated(upstream.body), response)
  }

  async function* relocated(body: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
    for await (const line of linesOf(body)) {
      const document: Record<string, unknown> = JSON.parse(line)
      const isAsset = document._type === 'sanity.imageAsset' || document._type === 'sanity.fileAsset'
      yield `${isAsset ? JSON.stringify({...document, url: `${ownUrl}/${document.path}?dlRaw=true`}) : line}\n`
    }
  }

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', resolve)
  })
  const address = server.address()
  ownUrl = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`
  return {
    url: ownUrl,
    missing,
    close() {
      server.close()
      server.closeAllConnections()
    },
  }
}

/** Node's readline would also end a line within a document, at U+2028. */
async function* linesOf(body: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder()
  let rest = ''
  for await (const chunk of body) {
    const lines = (rest + decoder.decode(chunk, {stream: true})).split('\n')
    rest = lines.pop() ?? ''
    yield* lines.filter(Boolean)
  }
  if (rest) yield rest
}
