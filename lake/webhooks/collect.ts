import type {HistoryEntry, Store} from '../store/store.ts'
import {changeAt} from './changes.ts'
import type {WebhookLog} from './courier.ts'
import type {Change} from './delta.ts'
import type {Evaluator} from './evaluator.ts'
import {ALL_DATASETS, concerns, concernsId, SITE, type Hook, type Operation} from './hook.ts'
import type {NewMessage, Queue} from './queue.ts'

interface CollectorOptions {
  store: Store
  queue: Queue
  evaluator: Evaluator
  projectId: string
  now: () => number
  log: WebhookLog
  /** What would wait beyond this many messages stays in the transaction log until there is room. Default: 1,000. */
  maxWaiting?: number
}

const BATCH = 200
const MAX_WAITING = 1000

/** Turns what the transaction log says after a webhook's cursor into messages in its queue. */
export function createCollector(
  hook: Hook,
  {store, queue, evaluator, projectId, now, log, maxWaiting = MAX_WAITING}: CollectorOptions,
) {
  const cursors = new Map<string, number>()
  /** Datasets of whose log nothing is unread. */
  const caughtUp = new Set<string>()

  const datasets = () => (hook.dataset === ALL_DATASETS ? store.datasets() : [hook.dataset])

  function cursorOf(dataset: string): number {
    const known = cursors.get(dataset)
    if (known !== undefined) return known
    // A log that ends before the cursor was put back by a restored backup.
    const start = Math.min(queue.cursor(hook.id, dataset) ?? hook.since, store.lastSequence())
    cursors.set(dataset, start)
    return start
  }

  /** Goes through the next entries of each dataset; false when there were none, or there is no room. */
  async function collect(): Promise<boolean> {
    let isMore = false
    for (const dataset of datasets()) {
      caughtUp.delete(dataset)
      const room = maxWaiting - queue.waiting(hook.id)
      if (room <= 0) continue
      const entries = completeTransactions(store, {dataset, after: cursorOf(dataset), atLeast: Math.min(BATCH, room)})
      const last = entries.at(-1)
      if (!last) {
        caughtUp.add(dataset)
        continue
      }
      isMore = true
      const messages: NewMessage[] = []
      for (const entry of entries) {
        const message = await messageOf(entry, dataset)
        if (message) messages.push(message)
      }
      if (messages.length > 0) queue.collect(hook.id, {dataset, sequence: last.sequence}, messages, now())
      cursors.set(dataset, last.sequence)
    }
    return isMore
  }

  async function messageOf(entry: HistoryEntry, dataset: string): Promise<NewMessage | null> {
    if (!concernsId(hook, entry.documentId)) return null
    const change = changeAt(store, dataset, entry)
    const document = change && (change.after ?? change.before)
    if (!document || change.before === change.after || !concerns(hook, document)) return null
    const operation = operationOf(change)
    if (!hook.on.includes(operation)) return null
    const {documentId, transactionId, timestamp, author} = entry
    const about = {dataset, documentId, transactionId, transactionTime: timestamp, operation}
    try {
      const occasion = {...change, projectId, dataset, identity: author, timestamp}
      const payload = await evaluator.payload(hook, occasion, (id) => referenced(dataset, id))
      return payload === null ? null : {...about, payload}
    } catch (error) {
      // The site must not miss a change: its projection is the operator's, who can mend it.
      if (hook.id === SITE) throw error
      const problem = error instanceof Error ? error.message : String(error)
      log('error', `Gave up announcing ${documentId} to ${hook.name}: ${problem}`, {
        hook: hook.id,
        document: documentId,
      })
      return {...about, payload: '', problem}
    }
  }

  function referenced(dataset: string, id: string) {
    const document = store.documents(dataset)?.get(id)
    return document && concerns(hook, document) ? document : null
  }

  return {
    collect,
    begin(): void {
      for (const dataset of datasets()) queue.setCursor(hook.id, dataset, cursorOf(dataset))
    },
    /** Whether nothing was unread when it last looked. */
    isCaughtUp: () => datasets().every((dataset) => caughtUp.has(dataset)),
    /** Goes past a commit that is known not to concern the hook, without reading it. */
    skip(dataset: string, sequence: number): void {
      if (caughtUp.has(dataset)) cursors.set(dataset, sequence)
    },
    /** How many transactions of all datasets are unread, at most. */
    behind: () =>
      Math.max(
        0,
        ...datasets().map((dataset) => (caughtUp.has(dataset) ? 0 : store.lastSequence() - cursorOf(dataset))),
      ),
    /** Writes down how far it has come, where that was not worth a write before. */
    save(): void {
      for (const [dataset, sequence] of cursors) queue.setCursor(hook.id, dataset, sequence)
    },
  }
}

interface Reading {
  dataset: string
  after: number
  atLeast: number
}

/** About `atLeast` entries after a place in the log, never the beginning of a transaction without its end. */
function completeTransactions(store: Store, {dataset, after, atLeast}: Reading): HistoryEntry[] {
  for (let limit = atLeast + 1; ; limit *= 2) {
    const entries = store.entriesAfter(dataset, after, limit)
    const last = entries.at(-1)?.sequence
    if (entries.length < limit) return entries
    const complete = entries.filter((entry) => entry.sequence !== last)
    if (complete.length > 0) return complete
  }
}

function operationOf({before, after}: Change): Operation {
  if (!before) return 'create'
  return after ? 'update' : 'delete'
}
