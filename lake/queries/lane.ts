import type {Engine, EngineEnd} from './engine.ts'
import type {Envelope, FromReplica, ToReplica} from './messages.ts'
import type {QueryRequest, QueryTiming} from './queries.ts'

export type Outcome =
  | {kind: 'answer'; body: Uint8Array<ArrayBuffer>; timing: QueryTiming}
  | {kind: 'refusal'; status: number; envelope: Envelope; isTimeout: boolean}
  | {kind: 'failure'; message: string}
  /** The replica ended before it answered. `hasGrown`: it had followed so much that its memory may have been too small. */
  | {kind: 'lost'; end: EngineEnd | 'hung'; hasGrown: boolean}

interface LaneOptions {
  startEngine(handlers: {onMessage(message: FromReplica): void; onEnd(end: EngineEnd, log: string): void}): Engine
  /** How long beyond its time limit a query may leave us without a word. */
  graceMs: number
  /** It is ready for a query. */
  onFree(): void
  /** It cannot be started. */
  onUnavailable(log: string): void
  /** Ends the replica after so long without a query. */
  idleMs?: number
}

/** One replica and at most one query at a time. */
export interface Lane {
  readonly isReady: boolean
  readonly isFree: boolean
  start(): void
  /** To be called when it is free. */
  run(request: QueryRequest): Promise<Outcome>
  /** Tells the replica what has changed. */
  tell(message: ToReplica): void
  end(): void
}

const BUILDING_MS = 60_000
const MAX_FAILED_STARTS = 3
const RETRY_MS = 200
const MANY_CHANGES = 1_000

export function createLane({startEngine, graceMs, onFree, onUnavailable, idleMs}: LaneOptions): Lane {
  let engine: Engine | null = null
  let isReady = false
  let failedStarts = 0
  let lastId = 0
  let changes = 0
  let current: {id: number; timeoutMs: number; settle(outcome: Outcome): void} | null = null
  let deadline: NodeJS.Timeout | undefined
  let idle: NodeJS.Timeout | undefined

  function start(): void {
    if (engine) return
    isReady = false
    changes = 0
    engine = startEngine({onMessage: receive, onEnd: ended})
  }

  function stop(): void {
    clearTimeout(idle)
    engine?.end()
    engine = null
    isReady = false
  }

  function receive(message: FromReplica): void {
    if (message.kind === 'ready') {
      isReady = true
      failedStarts = 0
      rest()
      onFree()
    } else if (current?.id !== message.id) return
    else if (message.kind === 'building') expectWord(BUILDING_MS)
    else if (message.kind === 'built') expectWord(current.timeoutMs + graceMs)
    else settle(message.kind === 'answer' ? {...message, body: ownBytes(message.body)} : message)
  }

  function ended(end: EngineEnd, log: string): void {
    const wasReady = isReady
    engine = null
    isReady = false
    if (current) settle({kind: 'lost', end, hasGrown: changes > MANY_CHANGES})
    if (wasReady) return onFree()
    failedStarts += 1
    if (failedStarts < MAX_FAILED_STARTS) return void setTimeout(onFree, RETRY_MS * failedStarts).unref()
    failedStarts = 0
    onUnavailable(log)
  }

  function settle(outcome: Outcome): void {
    clearTimeout(deadline)
    const job = current
    current = null
    if (engine) rest()
    job?.settle(outcome)
  }

  function rest(): void {
    engine?.release()
    clearTimeout(idle)
    if (idleMs !== undefined) idle = setTimeout(stop, idleMs).unref()
  }

  function expectWord(ms: number): void {
    clearTimeout(deadline)
    deadline = setTimeout(() => {
      stop()
      settle({kind: 'lost', end: 'hung', hasGrown: false})
    }, ms)
  }

  return {
    get isReady() {
      return isReady
    },
    get isFree() {
      return isReady && !current
    },
    start,
    run(request) {
      clearTimeout(idle)
      lastId += 1
      const id = lastId
      return new Promise((resolve) => {
        current = {id, timeoutMs: request.timeoutMs, settle: resolve}
        expectWord(request.timeoutMs + graceMs)
        engine?.hold()
        try {
          engine?.send({kind: 'query', id, request})
        } catch (error) {
          settle({kind: 'failure', message: `it cannot be sent: ${String(error)}`})
        }
      })
    },
    tell(message) {
      if (message.kind === 'commit') changes += message.commit.changes.length
      engine?.send(message)
    },
    end: stop,
  }
}

/** Bytes that came over a pipe are a part of what was read from it; those are not shared between threads. */
function ownBytes(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const {buffer, byteOffset, byteLength} = bytes
  return buffer instanceof ArrayBuffer ? new Uint8Array(buffer, byteOffset, byteLength) : new Uint8Array(bytes)
}
