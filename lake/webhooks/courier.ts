import {setTimeout} from 'node:timers/promises'

import type {Store} from '../store/store.ts'
import {createCollector} from './collect.ts'
import type {Attempt, Sender} from './deliver.ts'
import type {Evaluator} from './evaluator.ts'
import {ALL_DATASETS, concerns, type Hook} from './hook.ts'
import type {Message, Queue} from './queue.ts'
import {verdictOf, type Patience} from './verdict.ts'

/** Something about webhooks that whoever runs the lake may want to know. */
export type WebhookLog = (level: 'info' | 'warn' | 'error', message: string, detail: Record<string, unknown>) => void

export interface CourierOptions {
  store: Store
  queue: Queue
  evaluator: Evaluator
  sender: Sender
  patience: Patience
  projectId: string
  maxWaiting?: number
  now: () => number
  random: () => number
  /** Rejects when `signal` is aborted. */
  wait: (ms: number, signal: AbortSignal) => Promise<unknown>
  log: WebhookLog
}

export interface Courier {
  /** Has it look at its queue again. */
  wake(): void
  /** How many transactions it has not read yet, at most. */
  behind(): number
  close(): Promise<void>
}

const AFTER_A_FAULT_MS = 10_000

/**
 * Sends one webhook's messages, in the order of the commits and one at a time; what one courier waits for is nothing to
 * another.
 *
 * It reads the transaction log from a cursor, so that a change which was committed is announced even when the process is
 * killed in between.
 */
export function startCourier(hook: Hook, options: CourierOptions): Courier {
  const {store, queue, sender, patience, now, random, wait, log} = options
  const collector = createCollector(hook, options)
  const stop = new AbortController()
  let woken = Promise.withResolvers<void>()
  let isPending = true
  let isIdle = false
  let isFailing = false
  const detail = {hook: hook.id, name: hook.name}

  collector.begin()
  const unsubscribe = store.onCommit((commit) => {
    if (!isOf(commit.dataset)) return
    if (commit.changes.some(({before, after}) => [before, after].some((one) => one && concerns(hook, one)))) wake()
    else if (isIdle && !isPending) collector.skip(commit.dataset, commit.sequence)
  })
  const running = run()

  function isOf(dataset: string): boolean {
    return hook.dataset === ALL_DATASETS || hook.dataset === dataset
  }

  function wake(): void {
    isPending = true
    woken.resolve()
  }

  async function run(): Promise<void> {
    while (!stop.signal.aborted) {
      woken = Promise.withResolvers()
      const mayBeMore = isPending || !collector.isCaughtUp()
      isPending = false
      try {
        const isMore = mayBeMore && (await collector.collect())
        const pause = await deliverNext()
        if (pause === 0 || isMore) continue
        isIdle = true
        await sleep(pause)
        isIdle = false
      } catch (error) {
        if (stop.signal.aborted) return
        // A disk that is full for a while must not end the announcing.
        log('error', `Announcing to ${hook.name} failed, and is tried again`, {...detail, error})
        await wait(AFTER_A_FAULT_MS, stop.signal).catch(() => undefined)
      }
    }
  }

  /** Sends what is due; else says for how many milliseconds there is nothing to do. */
  async function deliverNext(): Promise<number> {
    const {head, aside} = queue.next(hook.id)
    const due = [head, aside].find((message) => message && message.dueAt <= now())
    if (due) {
      await deliver(due)
      return 0
    }
    return Math.max(1, Math.min(head?.dueAt ?? Infinity, aside?.dueAt ?? Infinity) - now())
  }

  async function deliver(message: Message): Promise<void> {
    const attempt = await sender.send(hook, message, stop.signal)
    const verdict = verdictOf(message, attempt, {patience, now: now(), random})
    queue.settle(message, attempt, verdict)
    tell(message, attempt, verdict.status)
  }

  function tell(message: Message, {code, reason, text, ms}: Attempt, status: 'success' | 'failure' | 'queued'): void {
    const about = {...detail, messageId: message.id, document: message.documentId, code, reason, ms}
    const why = reason === 'http' ? `status ${code}` : text
    if (status === 'failure') log('error', `Gave up announcing ${message.documentId} to ${hook.name}: ${why}`, about)
    else if (reason !== null && !isFailing) log('warn', `${hook.name} does not accept a change: ${why}`, about)
    else if (reason === null && isFailing) log('info', `${hook.name} accepts changes again`, about)
    isFailing = reason !== null
  }

  /** Until something happens, or the time has passed. */
  async function sleep(ms: number): Promise<void> {
    const timer = new AbortController()
    const waits = [woken.promise]
    if (Number.isFinite(ms))
      waits.push(
        wait(ms, AbortSignal.any([timer.signal, stop.signal])).then(
          () => undefined,
          () => undefined,
        ),
      )
    await Promise.race(waits)
    timer.abort()
  }

  return {
    wake,
    behind: collector.behind,
    async close() {
      unsubscribe()
      stop.abort()
      woken.resolve()
      await running
      collector.save()
    },
  }
}

/** Real time. */
export function waitFor(ms: number, signal: AbortSignal): Promise<unknown> {
  return setTimeout(ms, undefined, {signal})
}
