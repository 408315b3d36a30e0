import {open, type FileHandle} from 'node:fs/promises'

import {NotFoundError} from '../errors.ts'
import {isCurrent, readRange} from './ranges.ts'
import type {Source} from './variants.ts'

/** Files up to this size are read at once, which is faster than streaming. */
const AT_ONCE_BYTES = 256 * 1024

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
 * `find` is not called for who has the file already.
 *
 * @throws {NotFoundError} 404, when it has just been deleted.
 */
export async function sendFile(find: () => Promise<Source>, options: SendOptions): Promise<Response> {
  const {request, contentType, etag} = options
  const shared = {
    'cache-control': 'public, max-age=31536000, immutable',
    'content-security-policy': "default-src 'none'; sandbox",
    'x-content-type-options': 'nosniff',
    'accept-ranges': 'bytes',
    etag,
    ...options.headers,
  }
  if (isCurrent(request.headers, etag)) return new Response(null, {status: 304, headers: shared})

  const file = await openSource(await find())
  const range = readRange(request, {size: file.size, etag})
  if (range === 'unsatisfiable') {
    await file.close()
    return new Response(null, {status: 416, headers: {...shared, 'content-range': `bytes */${file.size}`}})
  }
  const {start, end} = range ?? {start: 0, end: file.size - 1}
  const headers: Record<string, string> = {
    ...shared,
    'content-type': contentType,
    'content-length': String(end - start + 1),
  }
  if (request.method === 'HEAD') {
    await file.close()
    return new Response(null, {headers})
  }
  if (range) headers['content-range'] = `bytes ${start}-${end}/${file.size}`
  return new Response(await file.read(start, end), {status: range ? 206 : 200, headers})
}

interface OpenSource {
  size: number
  /** Bytes from `start` to `end`, inclusive; closes the source when they are read. */
  read(start: number, end: number): Promise<Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array>>
  close(): Promise<void>
}

async function openSource(source: Source): Promise<OpenSource> {
  if (typeof source !== 'string')
    return {
      size: source.byteLength,
      read: async (start, end) => Uint8Array.from(source.subarray(start, end + 1)),
      close: async () => undefined,
    }
  const file = await open(source).catch((cause: unknown) => {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT')
      throw new NotFoundError('This asset was deleted')
    throw cause
  })
  const {size} = await file.stat()
  return {
    size,
    read: (start, end) => (end - start < AT_ONCE_BYTES ? readAtOnce(file, start, end) : stream(file, start, end)),
    close: () => file.close(),
  }
}

async function readAtOnce(file: FileHandle, start: number, end: number) {
  try {
    const bytes = new Uint8Array(end - start + 1)
    await file.read(bytes, 0, bytes.length, start)
    return bytes
  } finally {
    await file.close()
  }
}

async function stream(file: FileHandle, start: number, end: number): Promise<ReadableStream<Uint8Array>> {
  const source = file.createReadStream({start, end})[Symbol.asyncIterator]()
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
