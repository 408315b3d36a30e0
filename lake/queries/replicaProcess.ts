import {Worker} from 'node:worker_threads'

import {documentBytes} from '../store/replica.ts'

import {isReplicaOptions, OUT_OF_MEMORY, type ReplicaOptions} from './messages.ts'

/** What documents and their indexes take of the memory for every byte of their JSON, at most. */
const HEAP_PER_BYTE = 8
const OWN_MB = 64

/**
 * Runs a thread with a replica in a process of its own, because V8 ends the whole process when a single allocation
 * passes the limit of one of its threads. It goes when the lake goes.
 */
process.on('disconnect', () => process.exit(0))
// Ctrl-C reaches every process of the terminal; the lake says when it is time.
process.on('SIGINT', () => undefined)
process.on('SIGTERM', () => undefined)

const options: unknown = JSON.parse(process.argv[2] ?? 'null')
if (!isReplicaOptions(options)) throw new Error('replicaProcess.ts is started by engine.ts')
run(options)

function run({path, limits}: ReplicaOptions): void {
  const documentsMb = (documentBytes(path) * HEAP_PER_BYTE) / 1024 / 1024
  const thread = new Worker(new URL('./replicaThread.ts', import.meta.url), {
    workerData: {path, limits},
    resourceLimits: {maxOldGenerationSizeMb: Math.ceil(OWN_MB + documentsMb + limits.memoryMb)},
  })
  process.on('message', (message) => thread.postMessage(message, []))
  thread.on('message', (message) => process.send?.(message))
  thread.on('error', (error) => {
    const isOutOfMemory = 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
    if (!isOutOfMemory) console.error(error)
    process.exit(isOutOfMemory ? OUT_OF_MEMORY : 1)
  })
}
