import type {IncomingMessage, OutgoingHttpHeader, OutgoingHttpHeaders, ServerResponse} from 'node:http'

type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>

/**
 * Answers Next's own 404 documents with `readDocument()`, and everything else untouched.
 *
 * Next renders `notFound()` in the browser: the document it sends has an empty body, so a reader without script sees nothing.
 */
export function withReadableNotFound(handle: Handler, readDocument: () => Promise<string>): Handler {
  return async (request, response) => {
    if (request.method === 'GET' && request.headers.rsc === undefined) replaceNotFound(response, readDocument)
    await handle(request, response)
  }
}

function replaceNotFound(response: ServerResponse, readDocument: () => Promise<string>): void {
  const {writeHead, write, end} = response
  let isReplaced = false

  response.writeHead = (
    status: number,
    ...rest: (string | OutgoingHttpHeaders | OutgoingHttpHeader[] | undefined)[]
  ) => {
    isReplaced = status === 404 && String(response.getHeader('content-type')).startsWith('text/html')
    if (!isReplaced) return Reflect.apply(writeHead, response, [status, ...rest])
    response.statusCode = status
    return response
  }
  response.write = (...args: unknown[]) => {
    if (!response.headersSent && !isReplaced) response.writeHead(response.statusCode)
    return isReplaced || Reflect.apply(write, response, args)
  }
  response.end = (...args: unknown[]) => {
    if (!response.headersSent && !isReplaced) response.writeHead(response.statusCode)
    if (!isReplaced) return Reflect.apply(end, response, args)
    void readDocument().then((document) => {
      const body = Buffer.from(document)
      for (const name of ['content-encoding', 'transfer-encoding', 'etag']) response.removeHeader(name)
      response.setHeader('content-length', body.byteLength)
      Reflect.apply(writeHead, response, [404])
      Reflect.apply(end, response, [body])
    })
    return response
  }
}
