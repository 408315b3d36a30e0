import {z} from 'zod'

import {BadRequestError, PayloadTooLargeError} from '../errors.ts'

const MAX_BYTES = 4_000_000

interface BodyLimit {
  /** Default: 4 MB. */
  maxBytes?: number
}

/**
 * The JSON of the request's body.
 *
 * @throws {PayloadTooLargeError} 413, above the limit. @throws {BadRequestError} 400, when it is not JSON.
 */
export async function readJson(request: Request, {maxBytes = MAX_BYTES}: BodyLimit = {}): Promise<unknown> {
  return toJson(await readText(request, maxBytes))
}

/** The JSON of the request's body, in the shape asked for. @throws {BadRequestError} 400, naming what is amiss. */
export async function parseBody<T>(request: Request, schema: z.ZodType<T>): Promise<T> {
  return inShape(await readJson(request), schema)
}

/** As `parseBody`; no body at all stands for `{}`. */
export async function parseOptionalBody<T>(request: Request, schema: z.ZodType<T>): Promise<T> {
  const text = await readText(request, MAX_BYTES)
  return inShape(text === '' ? {} : toJson(text), schema)
}

function toJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new BadRequestError('The body is not JSON', {cause})
  }
}

function inShape<T>(json: unknown, schema: z.ZodType<T>): T {
  const parsed = schema.safeParse(json)
  if (parsed.success) return parsed.data
  throw new BadRequestError(`The body is not as expected: ${z.prettifyError(parsed.error)}`)
}

async function readText(request: Request, maxBytes: number): Promise<string> {
  return new TextDecoder().decode(await readBytes(request, maxBytes))
}

/** Stops reading at the limit, whatever Content-Length promised. */
async function readBytes(request: Request, maxBytes: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let length = 0
  const body: AsyncIterable<Uint8Array> = request.body ?? new ReadableStream<Uint8Array>({start: (c) => c.close()})
  for await (const chunk of body) {
    length += chunk.byteLength
    if (length > maxBytes) throw new PayloadTooLargeError(maxBytes)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
