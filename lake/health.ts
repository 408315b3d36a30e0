import {statSync} from 'node:fs'
import {open, rm, statfs} from 'node:fs/promises'
import {dirname, join} from 'node:path'

import {StorageFullError, StorageUnavailableError} from './errors.ts'
import type {Listening} from './listening/listening.ts'
import {newestVersion} from './store/migrate.ts'
import type {Store} from './store/store.ts'

export interface Health {
  /** Why the lake cannot take a write now, as a sentence, or null. */
  problem(): Promise<string | null>
  /** Numbers for an administrator. */
  details(): Promise<Record<string, unknown>>
}

/** The last write that the disk has refused, until one succeeds. */
export interface Writes {
  failure(): {at: number; error: Error} | null
}

interface HealthOptions {
  /** The SQLite file, or `:memory:`. */
  path: string
  store: Store
  writes: Writes
  listening: Pick<Listening, 'readers'>
  closing: AbortSignal
  now: () => number
  /** What else there is to tell. */
  more?: () => Record<string, unknown>
  /** How many bytes are free where a folder is. Default: what the system says. */
  freeBytes?: (folder: string) => Promise<number>
}

const NEEDED_BYTES = 1_000_000
const PROBE_BYTES = 65_536
const PROBE_EVERY_MS = 5_000

/** The same store, and what has become of its last write. */
export function withFailures(store: Store, now: () => number): {store: Store; writes: Writes} {
  let failure: {at: number; error: Error} | null = null
  const commit: Store['commit'] = (transaction) => {
    try {
      const committed = store.commit(transaction)
      failure = null
      return committed
    } catch (error) {
      if (error instanceof StorageFullError || error instanceof StorageUnavailableError) failure = {at: now(), error}
      throw error
    }
  }
  return {store: {...store, commit}, writes: {failure: () => failure}}
}

/** How a lake is. A write that the disk has refused makes it unwell until the next succeeds, or the disk takes a file again. */
export function createHealth({
  path,
  store,
  writes,
  listening,
  closing,
  now,
  more,
  freeBytes = free,
}: HealthOptions): Health {
  const folder = path === ':memory:' ? null : dirname(path)
  const startedAt = now()
  let probed: {at: number; canWrite: Promise<boolean>} | null = null

  async function problem(): Promise<string | null> {
    if (closing.aborted) return 'The lake is stopping'
    if (folder && (await freeBytes(folder)) < NEEDED_BYTES) return 'The disk is full'
    const failure = writes.failure()
    if (!failure || !folder) return failure?.error.message ?? null
    if (!probed || now() - probed.at >= PROBE_EVERY_MS) probed = {at: now(), canWrite: canWrite(folder)}
    return (await probed.canWrite) ? null : failure.error.message
  }

  async function details(): Promise<Record<string, unknown>> {
    const {rss, heapUsed} = process.memoryUsage()
    const counts = store.datasets().map((dataset) => [dataset, store.documents(dataset)?.size ?? 0])
    const failure = writes.failure()
    return {
      startedAt: new Date(startedAt).toISOString(),
      uptimeSeconds: Math.round((now() - startedAt) / 1000),
      node: process.version,
      migration: newestVersion(),
      documents: Object.fromEntries(counts),
      lastSequence: store.lastSequence(),
      streams: listening.readers.count(),
      memory: {rssBytes: rss, heapBytes: heapUsed},
      lastWriteFailure: failure && {at: new Date(failure.at).toISOString(), error: failure.error.name},
      ...(folder && {
        fileBytes: sizeOf(path),
        walBytes: sizeOf(`${path}-wal`),
        diskFreeBytes: await freeBytes(folder),
      }),
      ...more?.(),
    }
  }

  return {problem, details}
}

async function free(folder: string): Promise<number> {
  const {bavail, bsize} = await statfs(folder)
  return bavail * bsize
}

async function canWrite(folder: string): Promise<boolean> {
  const file = join(folder, '.write-probe')
  try {
    const handle = await open(file, 'w', 0o600)
    try {
      await handle.writeFile(Buffer.alloc(PROBE_BYTES))
      await handle.sync()
    } finally {
      await handle.close()
    }
    return true
  } catch {
    return false
  } finally {
    await rm(file, {force: true}).catch(() => undefined)
  }
}

function sizeOf(path: string): number {
  return statSync(path, {throwIfNoEntry: false})?.size ?? 0
}
