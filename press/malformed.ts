import type {IncomingMessage, ServerResponse} from 'node:http'

type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>

/** Answers 400 to an address whose path cannot be decoded, such as `/%ff`; Next would answer 500. */
export function refusingMalformed(handle: Handler): Handler {
  return async (request, response) => {
    if (isWellFormed(request.url ?? '')) return handle(request, response)
    response.writeHead(400, {'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store'})
    response.end('This address is misspelt.\n')
  }
}

function isWellFormed(url: string): boolean {
  const [path = ''] = url.split('?')
  try {
    decodeURIComponent(path)
    return path !== '*'
  } catch {
    return false
  }
}
