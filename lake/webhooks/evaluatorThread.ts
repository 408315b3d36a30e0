import {once} from 'node:events'
import {parentPort} from 'node:worker_threads'

import {checkRule, payloadOf, type Dereference} from './delta.ts'
import type {ToWorker} from './evaluator.ts'

const port = parentPort
if (!port) throw new Error('evaluatorThread.ts runs in a thread')

/** References are followed one at a time: groq-js awaits each. */
let following: Promise<unknown> = Promise.resolve()
const dereference: Dereference = (id) => {
  const answer = following.then(async () => {
    port.postMessage({kind: 'dereference', id})
    const [message] = await once(port, 'message')
    return message.document
  })
  following = answer
  return answer
}

async function answer(request: ToWorker): Promise<void> {
  if (request.kind === 'document') return
  try {
    if (request.kind === 'check') checkRule(request.rule)
    const payload = request.kind === 'payload' ? await payloadOf(request.rule, request.occasion, dereference) : null
    port?.postMessage({kind: 'done', payload})
  } catch (error) {
    port?.postMessage({kind: 'failed', message: error instanceof Error ? error.message : String(error)})
  }
}

port.on('message', (request: ToWorker) => void answer(request))
port.postMessage({kind: 'ready'})
