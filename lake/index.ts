import type {IncomingMessage} from 'node:http'
import type {Duplex} from 'node:stream'

import {createCommit} from './commit.ts'
import {defaultLimits, type QueryLimits} from './groq/limits.ts'
import {createHealth, withFailures} from './health.ts'
import type {Identify} from './identity.ts'
import type {Lake} from './lake.ts'
import {createLog, type Log} from './log.ts'
import {createAnswers} from './queries/answers.ts'
import {inThread} from './queries/inThread.ts'
import {lanes} from './queries/lanes.ts'
import {createListening, type ListeningLimits} from './listening/listening.ts'
import type {Route} from './routes/route.ts'
import {createFetch} from './server.ts'
import {rememberCommits} from './listening/recent.ts'
import {publishScheduledReleases} from './releases.ts'
import {watched} from './slowQueries.ts'
import {createSockets} from './sockets/upgrade.ts'
import {sqliteStore} from './store/sqlite.ts'
import {createViews} from './views.ts'

export interface LakeOptions {
  /** The SQLite file, or `:memory:`. */
  path: string
  /** Datasets to have; created when absent. Default: `['production']`. */
  datasets?: readonly string[]
  /** Default: `octavo`. */
  projectId?: string
  /** Where browsers reach the lake. Default: `http://localhost:3000/lake`. */
  publicUrl?: string
  /** Default: everybody is anonymous. */
  identify?: Identify
  /** Routes beyond the content API: accounts, assets. */
  routes?: readonly Route[]
  /** What a query may use, where it differs from the defaults. */
  queryLimits?: Partial<QueryLimits>
  /** How many event streams there may be, and how much may wait for their readers. */
  streams?: Partial<ListeningLimits>
  /** Default: errors alone, on standard error. */
  log?: Log
  /** Queries that take longer are logged. Default: 500. */
  slowQueryMs?: number
  /** What `health` tells an administrator beyond what the lake knows by itself. */
  details?: () => Record<string, unknown>
  /** Milliseconds since the epoch. Default: `Date.now`. */
  now?: () => number
  /** How long a transaction may take until it is stored. Default: 10 s. */
  transactionMs?: number
}

export interface OpenLake extends Lake {
  /** The whole HTTP surface. */
  fetch(request: Request): Promise<Response>
  /** Takes a Node server's `upgrade` event. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void
  /** Ends streams and sockets and closes the store at once; resolves when the queries under way are answered. */
  close(): Promise<void>
}

/**
 * Opens a lake.
 *
 * @throws when the file is newer than this code, or cannot be made durable.
 */
export function createLake(options: LakeOptions): OpenLake {
  const {datasets = ['production'], identify = () => null, now = Date.now, projectId = 'octavo'} = options
  const {store, writes} = withFailures(sqliteStore(options.path), now)
  for (const dataset of datasets) store.createDataset(dataset)
  const views = createViews(store)
  const limits = {...defaultLimits, ...options.queryLimits}
  const closing = new AbortController()
  const log = options.log ?? createLog({level: 'error', write: (line) => console.error(line)})
  const queries = options.path === ':memory:' ? inThread(views, limits) : lanes({path: options.path, store, limits})
  const listening = createListening({store, projectId, identify, closing: closing.signal, limits: options.streams})
  const lake: Lake = {
    projectId,
    publicUrl: (options.publicUrl ?? 'http://localhost:3000/lake').replace(/\/$/, ''),
    store,
    views,
    recent: rememberCommits(store),
    queries: watched(queries, {log, slowMs: options.slowQueryMs ?? 500}),
    queryLimits: limits,
    answers: createAnswers(),
    listening,
    log,
    health: createHealth({
      path: options.path,
      store,
      writes,
      listening,
      closing: closing.signal,
      now,
      more: options.details,
    }),
    closing: closing.signal,
    identify,
    now,
    ...createCommit({store, views, projectId, now, transactionMs: options.transactionMs}),
  }
  const fetch = createFetch(lake, options.routes)
  const sockets = createSockets(lake, fetch)
  const stopReleases = publishScheduledReleases(lake)
  return {
    ...lake,
    fetch,
    upgrade: sockets.upgrade,
    close() {
      stopReleases()
      closing.abort()
      sockets.close()
      store.close()
      return lake.queries.close()
    },
  }
}
