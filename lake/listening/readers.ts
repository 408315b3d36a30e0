import {createBacklog} from './backlog.ts'
import {toPieces} from './pieces.ts'
import {Reader} from './reader.ts'

export interface ReaderLimits {
  /** What may wait for one reader. */
  maxReaderBytes: number
  /** What may wait for all of them. */
  maxTotalBytes: number
  /** For how long something may wait for a reader that takes nothing. */
  maxStallMs: number
}

/** All event streams under way. */
export interface Readers {
  open(): Reader
  count(): number
  /** What waits for readers, in bytes. */
  backlogBytes(): number
  /** Cuts off those who have stalled and keeps the others' connections alive. Called every second. */
  sweep(): void
  /** Ends all streams. */
  close(): void
}

/** Proxies cut a connection that is silent for 30 seconds. */
const HEARTBEAT_MS = 15_000
const SWEEP_MS = 1_000

export function createReaders(limits: ReaderLimits, clock: () => number): Readers {
  const readers = new Set<Reader>()
  const backlog = createBacklog()
  const heartbeat = toPieces(': ♥\n\n')
  const timer = setInterval(sweep, SWEEP_MS)
  timer.unref()

  function sweep(): void {
    for (const reader of readers) {
      if (reader.stalledMs() > limits.maxStallMs) reader.cut()
      else if (reader.silentMs() >= HEARTBEAT_MS) reader.send(heartbeat)
    }
  }

  /** The slowest go first: what they hold is least shared with others. */
  function makeRoom(): void {
    if (backlog.bytes() <= limits.maxTotalBytes) return
    const slowest = [...readers].sort((a, b) => b.queuedBytes - a.queuedBytes)
    for (const reader of slowest) {
      if (backlog.bytes() <= limits.maxTotalBytes) return
      reader.cut()
    }
  }

  return {
    open() {
      const reader: Reader = new Reader({
        backlog,
        maxBytes: limits.maxReaderBytes,
        clock,
        onQueued: makeRoom,
        onClose: () => readers.delete(reader),
      })
      readers.add(reader)
      return reader
    },
    count: () => readers.size,
    backlogBytes: backlog.bytes,
    sweep,
    close() {
      clearInterval(timer)
      for (const reader of readers) reader.end()
    },
  }
}
