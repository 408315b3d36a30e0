import type {IncomingMessage, OutgoingHttpHeader, OutgoingHttpHeaders, ServerResponse} from 'node:http'

type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>

interface NotFoundDocument {
  /** Where the site itself serves the document, with status 200. */
  documentPath: string
  readDocument: (path: string) => Promise<string>
}

/**
 * Answers Next's own 404 documents with the one at `documentPath`, and everything else untouched.
 *
 * Next renders `notFound()` in the browser: the document it sends has an empty body, so a reader without script sees nothing.
 */
export function withReadableNotFound(handle: Handler, {documentPath, readDocument}: NotFoundDocument): Handler {
  return async (request, response) => {
    // Reading the document must never wait for itself, should it ever be missing.
    const isForReader = request.url !== documentPath && request.headers.rsc === undefined
    if (request.method === 'GET' && isForReader) replaceNotFound(response, () => readDocument(documentPath))
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
    void readDocument()
      .catch(() => '<!doctype html><title>Not found</title><h1>There is no such page</h1>')
      .then((document) => {
        const body = Buffer.from(document)
        for (const name of ['content-encoding', 'transfer-encoding', 'etag']) response.removeHeader(name)
        response.setHeader('content-length', body.byteLength)
        Reflect.apply(writeHead, response, [404])
        Reflect.apply(end, response, [body])
      })
    return response
  }
}
