import {Worker} from 'node:worker_threads'
import {z} from 'zod'

import {createGate} from '../gate.ts'
import {checkRule, payloadOf, type Dereference, type Occasion, type Rule} from './delta.ts'

/** Evaluates filters and projections. */
export interface Evaluator {
  /** The JSON that announces the change, or null when the filter is not true of it. @throws with a sentence for a person. */
  payload(rule: Rule, occasion: Occasion, dereference: Dereference): Promise<string | null>
  /** @throws with a sentence for a person, when a text is not GROQ. */
  check(rule: Rule): Promise<void>
  close(): Promise<void>
}

/** Here and without a limit: for GROQ that comes with the program or from its environment. */
export const inThread: Evaluator = {
  payload: payloadOf,
  check: async (rule) => checkRule(rule),
  close: async () => undefined,
}

export type ToWorker =
  | {kind: 'payload'; rule: Rule; occasion: Occasion}
  | {kind: 'check'; rule: Rule}
  | {kind: 'document'; document: unknown}

const fromWorker = z.discriminatedUnion('kind', [
  z.object({kind: z.literal('ready')}),
  z.object({kind: z.literal('dereference'), id: z.string()}),
  z.object({kind: z.literal('done'), payload: z.string().nullable()}),
  z.object({kind: z.literal('failed'), message: z.string()}),
])

const LIMIT_MS = 1000
const MAX_WAITING = 10_000

/**
 * In a thread of its own, for GROQ that somebody has typed in. A text that takes longer than `limitMs`, or more memory
 * than the thread has, ends the thread and nothing else; the next one gets a new thread.
 */
export function isolated({
  limitMs = LIMIT_MS,
  maxMegabytes = 128,
}: {limitMs?: number; maxMegabytes?: number} = {}): Evaluator {
  const gate = createGate({width: 1, depth: MAX_WAITING})
  let ready: Promise<Worker> | null = null

  function ask(request: ToWorker, dereference: Dereference): Promise<string | null> {
    return gate.run(async () => {
      const starting = (ready ??= startThread(maxMegabytes))
      const worker = await starting.catch((error: unknown) => {
        ready = null
        throw error
      })
      const end = () => {
        ready = null
        void worker.terminate()
      }
      return converse({worker, request, dereference, limitMs, end})
    })
  }

  return {
    payload: (rule, occasion, dereference) => ask({kind: 'payload', rule, occasion}, dereference),
    check: async (rule) => void (await ask({kind: 'check', rule}, () => null)),
    async close() {
      const worker = await ready?.catch(() => null)
      ready = null
      await worker?.terminate()
    },
  }
}

async function startThread(maxMegabytes: number): Promise<Worker> {
  const worker = new Worker(new URL('./evaluatorThread.ts', import.meta.url), {
    resourceLimits: {maxOldGenerationSizeMb: maxMegabytes, maxYoungGenerationSizeMb: 16},
    execArgv: ['--disable-warning=ExperimentalWarning'],
  })
  worker.unref()
  // Its death is told to whoever waits for an answer; without a listener it would be this process's.
  worker.on('error', () => undefined)
  await new Promise((resolve, reject) => {
    worker.once('message', resolve)
    worker.once('error', reject)
  })
  return worker
}

interface Conversation {
  worker: Worker
  request: ToWorker
  dereference: Dereference
  limitMs: number
  end: () => void
}

function converse({worker, request, dereference, limitMs, end}: Conversation): Promise<string | null> {
  return new Promise<string | null>((resolve, reject) => {
    const stop = (error: Error) => {
      finish()
      end()
      reject(error)
    }
    const timer = setTimeout(() => stop(new Error(`The filter or projection took longer than ${limitMs} ms`)), limitMs)
    const onError = () => stop(new Error('The filter or projection took more memory than it may have'))
    const onMessage = (message: unknown) => {
      const answer = fromWorker.parse(message)
      if (answer.kind === 'dereference') return void follow(answer.id)
      finish()
      if (answer.kind === 'failed') reject(new Error(answer.message))
      else resolve(answer.kind === 'done' ? answer.payload : null)
    }
    const follow = async (id: string) => tell(worker, {kind: 'document', document: await dereference(id)})
    const finish = () => {
      clearTimeout(timer)
      worker.off('message', onMessage)
      worker.off('error', onError)
      worker.off('exit', onError)
    }
    worker.on('message', onMessage)
    worker.on('error', onError)
    worker.on('exit', onError)
    tell(worker, request)
  })
}

function tell(worker: Worker, message: ToWorker): void {
  worker.postMessage(message, [])
}
