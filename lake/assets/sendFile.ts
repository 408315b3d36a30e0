import {createReadStream} from 'node:fs'
import {stat} from 'node:fs/promises'

import {NotFoundError} from '../errors.ts'

export interface SendOptions {
  request: Request
  contentType: string
  /** Quoted. The name of an asset is a hash of its content, so it serves as one. */
  etag: string
  headers?: Record<string, string>
}

/**
 * A file that never changes: cached for ever, with conditional and range requests.
 * `sandbox` and `nosniff` keep an uploaded file from acting as a page of the site.
 *
 * @throws {NotFoundError} 404, when it has just been deleted.
 */
export async function sendFile(path: string, {request, contentType, etag, headers}: SendOptions): Promise<Response> {
  const found = await stat(path).catch(() => null)
  if (!found) throw new NotFoundError('This asset was deleted')
  const shared = {
    'cache-control': 'public, max-age=31536000, immutable',
    'content-security-policy': "default-src 'none'; sandbox",
    'x-content-type-options': 'nosniff',
    'accept-ranges': 'bytes',
    etag,
    ...headers,
  }
  if (
    request.headers
      .get('if-none-match')
      ?.split(/\s*,\s*/)
      .includes(etag)
  )
    return new Response(null, {status: 304, headers: shared})

  const range = readRange(request.headers, {size: found.size, etag})
  if (range === 'unsatisfiable')
    return new Response(null, {status: 416, headers: {...shared, 'content-range': `bytes */${found.size}`}})
  const {start, end} = range ?? {start: 0, end: found.size - 1}
  const partial = range && {'content-range': `bytes ${start}-${end}/${found.size}`}
  return new Response(request.method === 'HEAD' ? null : stream(path, {start, end}), {
    status: range ? 206 : 200,
    headers: {...shared, ...partial, 'content-type': contentType, 'content-length': String(end - start + 1)},
  })
}

/** One range of bytes; null for the whole. Several ranges, and a range of another version, get the whole file. */
function readRange(
  headers: Headers,
  {size, etag}: {size: number; etag: string},
): {start: number; end: number} | null | 'unsatisfiable' {
  const [, from = '', to = ''] = /^bytes=(\d*)-(\d*)$/.exec(headers.get('range') ?? '') ?? []
  const condition = headers.get('if-range')
  if ((!from && !to) || (condition !== null && condition !== etag)) return null
  const start = from ? Number(from) : Math.max(0, size - Number(to))
  const end = from && to ? Math.min(Number(to), size - 1) : size - 1
  return start > end || start >= size ? 'unsatisfiable' : {start, end}
}

function stream(path: string, {start, end}: {start: number; end: number}): ReadableStream<Uint8Array> {
  const source = createReadStream(path, {start, end})[Symbol.asyncIterator]()
  return new ReadableStream({
    async pull(controller) {
      const {done, value} = await source.next()
      if (done) controller.close()
      else controller.enqueue(new Uint8Array(value))
    },
    async cancel() {
      await source.return?.()
    },
  })
}
