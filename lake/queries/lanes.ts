import type {QueryLimits} from '../groq/limits.ts'
import type {Commit} from '../store/store.ts'

import {startEngine} from './engine.ts'
import {QueriesUnavailableError, QueryAbandonedError, TooManyQueriesError} from './errors.ts'
import {createFairQueue} from './fairQueue.ts'
import {createKnownTexts} from './knownTexts.ts'
import {createLane, type Lane, type Outcome} from './lane.ts'
import type {ReplicaCommit, ToReplica} from './messages.ts'
import {answerOf, errorOf} from './outcome.ts'
import type {Queries, QueryAnswer, QueryClient, QueryRequest} from './queries.ts'
import {createSuspects} from './suspects.ts'
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
/** The same for one that has been answered so fast before that it is the machine's fault if it is not now. */
const FAST_MS = 150
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
  const texts = createKnownTexts(now)
  const suspects = createSuspects(now)
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

  /** How long a query may take in the quick lane, 0 for not at all. */
  function quickMsOf({request, client}: Job): number {
    const state = texts.state(request.query)
    if (state === 'fast') return FAST_MS
    if (state === 'promising') return client.isSignedIn ? PROMISING_MS : 0
    return state === null && (client.isSignedIn || !suspects.isAlarmed()) ? QUICK_MS : 0
  }

  function pump(): void {
    if (isClosing) return
    if (queues.quick.size > 0) quick.start()
    if (queues.patient.size > 0) patient.start()
    if (quick.isFree) take(quick, nextQuick())
    if (patient.isFree) take(patient, queues.patient.shift() ?? (quick.isReady ? undefined : queues.quick.shift()))
  }

  /** What has come to be known since it was asked may send a query on. */
  function nextQuick(): Job | undefined {
    for (let job = queues.quick.shift(); job; job = queues.quick.shift()) {
      if (quickMsOf(job) > 0) return job
      enqueue('patient', job)
      patient.start()
    }
    return undefined
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
    const quickMs = quickMsOf(job)
    const startedAt = now()
    const outcome = await lane.run({...request, timeoutMs: lane === quick ? Math.min(quickMs, timeoutMs) : timeoutMs})
    const tookMs = now() - startedAt
    usage.add(client.key, tookMs)
    if (outcome.kind === 'answer') {
      if (tookMs < QUICK_MS) texts.succeeded(query, lane === quick)
      return job.resolve(answerOf(outcome, now() - job.queuedAt))
    }
    const isUnfinished = outcome.kind === 'lost' || (outcome.kind === 'refusal' && outcome.isTimeout)
    if (lane === quick && isUnfinished && !client.isSignedIn) suspects.delayed()
    if (isInnocent(outcome) && (lane === quick || !job.isSecondTry)) {
      return enqueue('patient', {...job, isSecondTry: lane === patient || job.isSecondTry})
    }
    if (outcome.kind === 'lost' && outcome.end === 'outOfMemory') {
      texts.killed(query)
      if (!client.isSignedIn) suspects.killed(client.key)
    } else if (lane === quick && isUnfinished && quickMs < timeoutMs) {
      const isUrgent = texts.state(query) === 'fast'
      texts.failed(query)
      return enqueue('patient', job, isUrgent)
    }
    job.reject(errorOf(outcome, request, limits))
  }

  function enqueue(name: keyof typeof queues, job: Job, isUrgent = false): void {
    try {
      if (isClosing) throw new QueriesUnavailableError()
      refuseKnown(job)
      queues[name].push(job.client, job, {isUrgent})
    } catch (error) {
      job.reject(error)
    }
  }

  function refuseKnown({request, client}: Job): void {
    const blockedMs = client.isSignedIn ? 0 : suspects.blockedMs(client.key)
    if (blockedMs > 0) throw new TooManyQueriesError(429, Math.ceil(blockedMs / 1_000))
    if (texts.state(request.query) !== 'fatal') return
    throw errorOf({kind: 'lost', end: 'outOfMemory', hasGrown: false}, request, limits)
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
        enqueue(quickMsOf(job) > 0 ? 'quick' : 'patient', job)
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
  return outcome.kind === 'lost' && (outcome.end === 'killed' || outcome.end === 'failed' || outcome.hasGrown)
}

function replicated({dataset, sequence, changes}: Commit): ReplicaCommit {
  return {dataset, sequence, changes: changes.map(({documentId, after}) => ({documentId, after}))}
}
