import type {QueryLimits} from '../groq/limits.ts'
import type {Commit} from '../store/store.ts'

import {startEngine} from './engine.ts'
import {QueriesUnavailableError, QueryAbandonedError} from './errors.ts'
import {createFairQueue} from './fairQueue.ts'
import {createLane, type Lane, type Outcome} from './lane.ts'
import type {ReplicaCommit, ToReplica} from './messages.ts'
import {answerOf, errorOf} from './outcome.ts'
import type {Queries, QueryAnswer, QueryClient, QueryRequest} from './queries.ts'
import {createSlowTexts} from './slowTexts.ts'
import {createUsage} from './usage.ts'

export interface LanesOptions {
  /** The SQLite file. */
  path: string
  store: {onCommit(listener: (commit: Commit) => void): () => void}
  limits: QueryLimits
  /** Default: a process with a replica of the file. */
  startEngine?: typeof startEngine
  /** How long beyond its time limit a query may leave us without a word. */
  graceMs?: number
}

interface Job {
  request: QueryRequest
  client: QueryClient
  queuedAt: number
  /** Whether a replica has been lost with it for which it was not to blame. */
  isSecondTry: boolean
  resolve(answer: QueryAnswer): void
  reject(error: unknown): void
}

/** What a query gets where answers are expected at once. */
const QUICK_MS = 25
/** The same for one that has shown elsewhere that it can be fast, and that somebody known asks. */
const PROMISING_MS = 400
const PATIENT_IDLE_MS = 60_000
const quickLine = {maxWaiting: 1_000, maxWaitingPerClient: 200}
const patientLine = {maxWaiting: 300, maxWaitingPerClient: 40}

/**
 * Evaluates in two processes beside this one, each with a replica of the documents. The quick one gives a query 25 ms;
 * what takes longer goes on to the patient one, which is there while it is needed.
 */
export function lanes({path, store, limits, graceMs = 3_000, startEngine: start = startEngine}: LanesOptions): Queries {
  const now = () => performance.now()
  const usage = createUsage(now)
  const slow = createSlowTexts(now)
  const queues = {
    quick: createFairQueue<Job>({...quickLine, used: usage.of}),
    patient: createFairQueue<Job>({...patientLine, used: usage.of}),
  }
  const laneOptions = {graceMs, onFree: pump, onUnavailable: refuseWaiting}
  const quick = createLane({
    ...laneOptions,
    startEngine: (handlers) => start({path, limits, isPatient: false, ...handlers}),
  })
  const patient = createLane({
    ...laneOptions,
    idleMs: PATIENT_IDLE_MS,
    startEngine: (handlers) => start({path, limits, isPatient: true, ...handlers}),
  })
  const running = new Set<Promise<void>>()
  let isClosing = false
  store.onCommit((commit) => tellBoth({kind: 'commit', commit: replicated(commit)}))

  function tellBoth(message: ToReplica): void {
    quick.tell(message)
    patient.tell(message)
  }

  function queueFor({request, client}: Job): keyof typeof queues {
    const state = slow.state(request.query)
    return state === null || (state === 'promising' && client.isSignedIn) ? 'quick' : 'patient'
  }

  function pump(): void {
    if (isClosing) return
    if (queues.quick.size > 0) quick.start()
    if (queues.patient.size > 0) patient.start()
    if (quick.isFree) take(quick, queues.quick.shift())
    if (patient.isFree) take(patient, queues.patient.shift() ?? (quick.isReady ? undefined : queues.quick.shift()))
  }

  function take(lane: Lane, job: Job | undefined): void {
    if (!job) return
    const work: Promise<void> = execute(lane, job).finally(() => {
      running.delete(work)
      pump()
    })
    running.add(work)
  }

  async function execute(lane: Lane, job: Job): Promise<void> {
    const {request, client} = job
    const {timeoutMs, query} = request
    const quickMs = slow.state(query) === 'promising' ? PROMISING_MS : QUICK_MS
    const startedAt = now()
    const outcome = await lane.run({...request, timeoutMs: lane === quick ? Math.min(quickMs, timeoutMs) : timeoutMs})
    const tookMs = now() - startedAt
    usage.add(client.key, tookMs)
    if (outcome.kind === 'answer') {
      if (tookMs < QUICK_MS) slow.succeeded(query, lane === quick)
      return job.resolve(answerOf(outcome, now() - job.queuedAt))
    }
    const isUnfinished = outcome.kind === 'lost' || (outcome.kind === 'refusal' && outcome.isTimeout)
    if (lane === quick && isUnfinished && quickMs < timeoutMs) {
      slow.failed(query)
      enqueue('patient', job)
    } else if (isInnocent(outcome) && !job.isSecondTry) {
      enqueue('patient', {...job, isSecondTry: true})
    } else {
      job.reject(errorOf(outcome, request, limits))
    }
  }

  function enqueue(name: keyof typeof queues, job: Job): void {
    try {
      if (isClosing) throw new QueriesUnavailableError()
      queues[name].push(job.client, job)
    } catch (error) {
      job.reject(error)
    }
  }

  function refuseWaiting(log: string): void {
    console.error(`A replica of the documents cannot be started: ${log}`)
    rejectWaiting()
  }

  function rejectWaiting(): void {
    for (const queue of Object.values(queues)) {
      for (let job = queue.shift(); job; job = queue.shift()) job.reject(new QueriesUnavailableError())
    }
  }

  return {
    run(request, client) {
      return new Promise((resolve, reject) => {
        const job: Job = {request, client, queuedAt: now(), isSecondTry: false, resolve, reject}
        client.signal?.addEventListener('abort', () => {
          queues.quick.remove(job)
          queues.patient.remove(job)
          reject(new QueryAbandonedError())
        })
        enqueue(queueFor(job), job)
        pump()
      })
    },
    start: () => quick.start(),
    async close() {
      isClosing = true
      rejectWaiting()
      await Promise.allSettled(running)
      quick.end()
      patient.end()
    },
  }
}

/** Whether the replica has ended for reasons that need not be the query's. */
function isInnocent(outcome: Outcome): boolean {
  return outcome.kind === 'lost' && (outcome.end === 'killed' || outcome.end === 'failed')
}

function replicated({dataset, sequence, changes}: Commit): ReplicaCommit {
  return {dataset, sequence, changes: changes.map(({documentId, after}) => ({documentId, after}))}
}
