import type {Readable, Transform} from 'node:stream'
import {pipeline} from 'node:stream/promises'
import {createBrotliDecompress, createGunzip, createInflate} from 'node:zlib'

/** What `boundedBody` can undo; to be sent as `Accept-Encoding`. */
export const ACCEPTED_ENCODINGS = 'gzip, deflate, br'

const DECODERS: Record<string, () => Transform> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
}

export class BodyTooLargeError extends Error {
  override readonly name = 'BodyTooLargeError'
}

interface BoundedBodyOptions {
  /** The value of `Content-Encoding`. */
  encoding: string
  /** Of the decompressed body; compressed ones that unpack to more are given up in time. */
  maxBytes: number
  /** Default: `fail`. */
  whenTooLarge?: 'fail' | 'cut'
}

/** The bytes of a body, decompressed. @throws {BodyTooLargeError} as soon as there are more than `maxBytes`, unless it is cut. */
export async function boundedBody(body: Readable, {encoding, ...options}: BoundedBodyOptions): Promise<Buffer> {
  const name = encoding.trim().toLowerCase()
  const decoder = DECODERS[name]
  if (!decoder && name !== '' && name !== 'identity') throw new Error(`The body is encoded as ${name.slice(0, 40)}`)
  const collect = collector(options.maxBytes)
  try {
    await (decoder ? pipeline(body, decoder(), collect.into) : pipeline(body, collect.into))
  } catch (error) {
    if (!(error instanceof BodyTooLargeError) || options.whenTooLarge !== 'cut') throw error
  }
  return collect.bytes()
}

function collector(maxBytes: number) {
  const chunks: Buffer[] = []
  let size = 0
  return {
    bytes: () => Buffer.concat(chunks),
    into: async (source: AsyncIterable<Buffer>) => {
      for await (const chunk of source) {
        chunks.push(chunk.subarray(0, maxBytes - size))
        size += chunk.byteLength
        if (size > maxBytes) throw new BodyTooLargeError(`The body is larger than ${maxBytes} bytes`)
      }
    },
  }
}
