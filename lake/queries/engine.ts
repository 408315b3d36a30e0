import {fork} from 'node:child_process'
import {Socket} from 'node:net'
import {setPriority} from 'node:os'
import {fileURLToPath} from 'node:url'

import {isFromReplica, OUT_OF_MEMORY, type FromReplica, type ReplicaOptions, type ToReplica} from './messages.ts'

const PROGRAM = fileURLToPath(new URL('./replicaProcess.ts', import.meta.url))
const MAX_LOGGED = 2_000

/** V8 aborts a process that has run out of memory in one step. */
const ABORTS = new Set<NodeJS.Signals | null>(['SIGABRT', 'SIGTRAP', 'SIGILL', 'SIGSEGV', 'SIGBUS'])
/** As a shell puts it: 128 and the number of the signal. */
const ABORT_CODES = new Set([132, 133, 134, 135, 139])

/** Why a replica's process has ended. `killed`: by somebody else. */
export type EngineEnd = 'outOfMemory' | 'failed' | 'killed'

/** A replica in a process of its own. Answers come in the order of messages. */
export interface Engine {
  readonly pid: number | undefined
  send(message: ToReplica): void
  /** Keeps this process running until `release`. */
  hold(): void
  release(): void
  /** It does not say that it has ended. */
  end(): void
}

interface EngineOptions extends ReplicaOptions {
  /** Whether everything else on the machine comes first. */
  isPatient: boolean
  onMessage(message: FromReplica): void
  onEnd(end: EngineEnd, log: string): void
}

export function startEngine({path, limits, isPatient, onMessage, onEnd}: EngineOptions): Engine {
  const child = fork(PROGRAM, [JSON.stringify({path, limits})], {
    execArgv: ['--disable-warning=ExperimentalWarning'],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  })
  let isOver = false
  let log = ''
  child.stderr?.on('data', (chunk) => (log = `${log}${chunk}`.slice(0, MAX_LOGGED)))
  child.on('message', (message) => {
    if (!isOver && isFromReplica(message)) onMessage(message)
  })
  child.on('error', (error) => {
    // One that could not be started says nothing else; of one that runs, the exit will be told.
    if (child.pid === undefined) finish('failed', error.message)
  })
  child.on('exit', (code, signal) => finish(endOf(code, signal), log))
  child.unref()
  if (child.stderr instanceof Socket) child.stderr.unref()
  if (isPatient && child.pid !== undefined) lowerPriority(child.pid)

  function finish(end: EngineEnd, told: string): void {
    if (isOver) return
    isOver = true
    onEnd(end, told)
  }

  return {
    pid: child.pid,
    send(message) {
      if (child.connected) child.send(message, () => undefined)
    },
    hold: () => child.channel?.ref(),
    release: () => child.channel?.unref(),
    end() {
      isOver = true
      child.kill('SIGKILL')
    },
  }
}

function endOf(code: number | null, signal: NodeJS.Signals | null): EngineEnd {
  const isAborted = ABORTS.has(signal) || (code !== null && ABORT_CODES.has(code))
  if (code === OUT_OF_MEMORY || isAborted) return 'outOfMemory'
  return signal ? 'killed' : 'failed'
}

function lowerPriority(pid: number): void {
  try {
    setPriority(pid, 5)
  } catch {
    // Not every machine lets us; the query is answered all the same.
  }
}
