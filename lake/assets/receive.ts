import {createHash, randomUUID} from 'node:crypto'
import {mkdir, open, rm} from 'node:fs/promises'
import {join} from 'node:path'

import {BadRequestError, PayloadTooLargeError, StorageFullError, StorageUnavailableError} from '../errors.ts'

const HEAD_BYTES = 4096

export interface Received {
  /** A temporary file, on disk and synced; the caller moves or deletes it. */
  path: string
  sha1: string
  size: number
  /** The first bytes, for telling the type. */
  head: Buffer
}

/** What an upload needs of a file; a `FileHandle` has it. */
export interface UploadFile {
  /** Writes all of it where the last write ended, or throws. */
  writeFile(chunk: Uint8Array): Promise<void>
  sync(): Promise<void>
  close(): Promise<void>
}

export type CreateFile = (path: string) => Promise<UploadFile>

export interface ReceiveOptions {
  folder: string
  maxBytes: number
  /** Default: a new file of the disk's. */
  createFile?: CreateFile
}

/**
 * Streams a body into a temporary file of `folder`, hashing it on the way.
 *
 * @throws {PayloadTooLargeError} 413; {@link BadRequestError} 400, for an empty or broken-off body;
 * {@link StorageFullError} 507; {@link StorageUnavailableError} 503. Nothing is left behind then.
 */
export async function receive(
  body: ReadableStream<Uint8Array> | null,
  {folder, maxBytes, createFile = (path) => open(path, 'wx', 0o600)}: ReceiveOptions,
): Promise<Received> {
  const path = join(folder, randomUUID())
  try {
    await mkdir(folder, {recursive: true})
    const file = await createFile(path)
    try {
      const received = await copy(body, file, maxBytes)
      await file.sync()
      return {path, ...received}
    } finally {
      await file.close()
    }
  } catch (error) {
    await rm(path, {force: true})
    throw storageError(error)
  }
}

async function copy(body: ReadableStream<Uint8Array> | null, file: UploadFile, maxBytes: number) {
  const hash = createHash('sha1')
  let head = Buffer.alloc(0)
  let size = 0
  for await (const chunk of chunksOf(body)) {
    size += chunk.byteLength
    if (size > maxBytes) throw new PayloadTooLargeError(maxBytes)
    hash.update(chunk)
    if (head.length < HEAD_BYTES) head = Buffer.concat([head, chunk]).subarray(0, HEAD_BYTES)
    await file.writeFile(chunk)
  }
  if (size === 0) throw new BadRequestError('The upload is empty')
  return {sha1: hash.digest('hex'), size, head}
}

async function* chunksOf(body: ReadableStream<Uint8Array> | null): AsyncGenerator<Uint8Array> {
  if (!body) return
  const reader = body.getReader()
  let isDone = false
  try {
    while (!isDone) {
      const {done, value} = await reader.read().catch((cause: unknown) => {
        throw new BadRequestError('The upload broke off', {cause})
      })
      isDone = done
      if (value) yield value
    }
  } finally {
    if (!isDone) await reader.cancel().catch(() => undefined)
    reader.releaseLock()
  }
}

/** What a failed file operation means to the caller. */
export function storageError(error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : null
  if (code === 'ENOSPC' || code === 'EDQUOT' || code === 'EFBIG') return new StorageFullError(error)
  if (code === 'EIO' || code === 'EACCES' || code === 'EROFS' || code === 'EMFILE')
    return new StorageUnavailableError(error)
  return error
}
