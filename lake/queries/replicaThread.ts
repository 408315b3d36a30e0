import {parentPort, workerData} from 'node:worker_threads'

import type {LakeDocument} from '../documents/document.ts'
import {LakeError, QueryTimeoutError} from '../errors.ts'
import {prepareWords} from '../groq/words.ts'

import {answer} from './answer.ts'
import {isReplicaOptions, isToReplica, type Envelope, type FromReplica, type ToReplica} from './messages.ts'
import type {QueryRequest} from './queries.ts'
import {openReplica} from './replica.ts'

const port = parentPort
if (!port || !isReplicaOptions(workerData)) throw new Error('replicaThread.ts is started by replicaProcess.ts')
const {path, limits} = workerData
const replica = openReplica(path)
const PREPARING_MS = 5
const PAUSE_MS = 5
const send = (message: FromReplica) => port.postMessage(message)

port.on('message', (message: unknown) => {
  if (isToReplica(message)) receive(message)
})
warmUp()
send({kind: 'ready'})
prepareSearch(replica.documents())

function receive(message: ToReplica): void {
  if (message.kind === 'commit') replica.follow(message.commit)
  else port?.postMessage(...reply(message.id, message.request))
}

function reply(id: number, request: QueryRequest): [message: FromReplica, transfer?: ArrayBuffer[]] {
  try {
    buildView(id, request)
    const {body, timing} = answer(request, replica.views, limits)
    return [{kind: 'answer', id, body, timing}, [body.buffer]]
  } catch (error) {
    return [refusalOf(id, error)]
  }
}

function buildView(id: number, {dataset, perspective}: QueryRequest): void {
  if (replica.views.has(dataset, perspective)) return
  send({kind: 'building', id})
  replica.views.of(dataset, perspective)
  send({kind: 'built', id})
}

function refusalOf(id: number, error: unknown): FromReplica {
  if (!(error instanceof LakeError)) {
    return {kind: 'failure', id, message: error instanceof Error ? `${error.stack}` : String(error)}
  }
  const {type, description, ...details} = error.envelope
  const envelope: Envelope = {...details, type: String(type), description: String(description)}
  return {kind: 'refusal', id, status: error.status, envelope, isTimeout: error instanceof QueryTimeoutError}
}

/** The first queries must not be taken for slow ones because nothing has been compiled yet. */
function warmUp(): void {
  const rest = {params: {slug: 'x'}, projectId: '', identity: '', timestamp: 0, timeoutMs: 10_000}
  const query = '*[_type == "x" && slug.current == $slug]|order(name desc)[0...2]{..., "a": b->{c}, "d": d[]{e}}'
  for (const dataset of replica.datasets()) replica.views.of(dataset, [])
  for (const dataset of replica.datasets().slice(0, 1)) {
    for (let round = 0; round < 20; round++) {
      const request = {...rest, dataset, query: `${query}[${round}]`, perspective: 'anonymous' as const}
      answer({...request, isTraced: false, returnsQuery: true}, replica.views, limits)
    }
  }
}

/** Takes documents apart for the first search, a few at a time, so that queries come in between. */
function prepareSearch(documents: Iterator<LakeDocument>): void {
  const until = performance.now() + PREPARING_MS
  while (performance.now() < until) {
    const next = documents.next()
    if (next.done) return
    prepareWords(next.value)
  }
  setTimeout(prepareSearch, PAUSE_MS, documents)
}
