import type {IncomingMessage, ServerResponse} from 'node:http'

type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>

/**
 * Answers 400 to an address whose path cannot be decoded, such as `/%ff`; Next would answer 500. It decodes the names in
 * a page's address twice, so `/articles/%25` is another.
 */
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
    const decoded = decodeURIComponent(path)
    if (!path.startsWith('/lake/')) decodeURIComponent(decoded)
    return path !== '*'
  } catch {
    return false
  }
}
