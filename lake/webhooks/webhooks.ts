import {AsyncLocalStorage} from 'node:async_hooks'
import {isDeepStrictEqual} from 'node:util'

import type {Store} from '../store/store.ts'
import type {Resolve} from './address.ts'
import {startCourier, waitFor, type Courier, type CourierOptions, type WebhookLog} from './courier.ts'
import {openDatabase} from './database.ts'
import {createSender} from './deliver.ts'
import {inThread, isolated, type Evaluator} from './evaluator.ts'
import {SITE, type Hook} from './hook.ts'
import {createQueue, type Queue} from './queue.ts'
import {createRegistry, type Registry} from './registry.ts'
import {PATIENT, TIRELESS} from './verdict.ts'

export interface WebhooksOptions {
  store: Store
  /** The file of webhooks, or `:memory:`. */
  path: string
  projectId: string
  /** The site's own webhook, which is told of every published change. Null: none. */
  site: {url: string; secret: string; projection: string; dataset: string} | null
  /** Whether administrators' webhooks may go to this machine and to private networks. */
  allowPrivate?: boolean
  log?: WebhookLog
  now?: () => number
  /** In [0, 1). */
  random?: () => number
  wait?: CourierOptions['wait']
  resolve?: Resolve
  /** How many messages of one webhook may be in its queue; the rest stays in the log. Default: 1,000. */
  maxWaiting?: number
  /** For the webhooks of administrators. Default: in a thread of its own. */
  evaluator?: Evaluator
}

export interface Webhooks {
  registry: Registry
  queue: Queue
  /** Starts to send what is due. */
  begin(): void
  /** Follows what has changed in the registry. */
  follow(): Promise<void>
  /** Queues a message that failed, or all of a webhook's, once more. Returns how many. */
  retry(hookId: string, messageId?: string): number
  /** For each webhook, how many messages wait and how many transactions it has not read yet. */
  depths(): {id: string; name: string; waiting: number; behind: number}[]
  close(): Promise<void>
}

const ATTEMPT_MS = {site: 15_000, others: 30_000}

/** Opens the webhooks of a lake; nothing is sent before `begin`. @throws when the file is newer than this code. */
export function openWebhooks(options: WebhooksOptions): Webhooks {
  const {store, path, projectId, allowPrivate = false, now = Date.now, log = () => undefined} = options
  const {evaluator = isolated(), random = Math.random, wait = waitFor} = options
  const db = openDatabase(path)
  const queue = createQueue(db)
  const site = options.site && siteHook(options.site, store)
  const lastSequence = () => store.lastSequence()
  const registry = createRegistry({db, queue, evaluator, site, allowPrivate, lastSequence, now})
  const senders = {
    site: createSender({projectId, now, timeoutMs: ATTEMPT_MS.site, guard: null}),
    others: createSender({
      projectId,
      now,
      timeoutMs: ATTEMPT_MS.others,
      guard: {allowPrivate, resolve: options.resolve},
    }),
  }
  const couriers = new Map<string, {hook: Hook; courier: Courier}>()
  const shared = {store, queue, projectId, now, random, wait, log, maxWaiting: options.maxWaiting}
  const outside = AsyncLocalStorage.snapshot()
  let following = Promise.resolve()
  let closed: Promise<void> | null = null

  // The site may have been started with this lake, and what it refused yesterday it may take today.
  if (site) queue.hasten(SITE, now())
  let hasBegun = false

  function startAll(hooks: Hook[]): void {
    if (!hasBegun) return
    for (const hook of hooks) {
      if (couriers.has(hook.id) || hook.isDisabledByUser) continue
      const isSite = hook.id === SITE
      // What it does later is not done for the request that made it.
      const courier = outside(() =>
        startCourier(hook, {
          ...shared,
          evaluator: isSite ? inThread : evaluator,
          sender: isSite ? senders.site : senders.others,
          patience: isSite ? TIRELESS : PATIENT,
        }),
      )
      couriers.set(hook.id, {hook, courier})
    }
  }

  function follow(): Promise<void> {
    following = following
      .catch(() => undefined)
      .then(async () => {
        const hooks = new Map(registry.list().map((hook) => [hook.id, hook]))
        for (const [id, {hook, courier}] of couriers) {
          const current = hooks.get(id)
          if (current && !current.isDisabledByUser && isDeepStrictEqual(current, hook)) continue
          couriers.delete(id)
          await courier.close()
          if (!current) queue.forget(id)
          else if (current.isDisabledByUser || current.since !== hook.since) queue.cancel(id)
        }
        startAll([...hooks.values()])
      })
    return following
  }

  return {
    registry,
    queue,
    begin() {
      hasBegun = true
      startAll(registry.list())
    },
    follow,
    retry(hookId, messageId) {
      registry.get(hookId)
      const ids = messageId === undefined ? queue.failed(hookId).map(({id}) => id) : [messageId]
      const count = ids.filter((id) => queue.retry(hookId, id, now())).length
      couriers.get(hookId)?.courier.wake()
      return count
    },
    depths: () =>
      registry.list().map(({id, name}) => ({
        id,
        name,
        waiting: queue.waiting(id),
        behind: couriers.get(id)?.courier.behind() ?? 0,
      })),
    close: () => (closed ??= close()),
  }

  async function close(): Promise<void> {
    await following.catch(() => undefined)
    await Promise.all([...couriers.values()].map(({courier}) => courier.close()))
    await Promise.all([evaluator.close(), senders.site.close(), senders.others.close()])
    db.close()
  }
}

function siteHook({url, secret, projection, dataset}: NonNullable<WebhooksOptions['site']>, store: Store): Hook {
  return {
    id: SITE,
    name: 'The site',
    description: 'Drops the pages that a published change touches. It is made from the environment.',
    url,
    secret,
    dataset,
    on: ['create', 'update', 'delete'],
    filter: null,
    projection,
    apiVersion: 'v2021-03-25',
    httpMethod: 'POST',
    headers: {},
    includeDrafts: false,
    includeAllVersions: false,
    isDisabledByUser: false,
    createdAt: new Date(0).toISOString(),
    createdByUserId: 'environment',
    since: store.lastSequence(),
  }
}
