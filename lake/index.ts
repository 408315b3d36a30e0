import type {IncomingMessage} from 'node:http'
import type {Duplex} from 'node:stream'

import type {Identify, Lake} from './lake.ts'
import {createFetch, type Route} from './server.ts'
import type {Store} from './store/store.ts'

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
  /** Milliseconds since the epoch. Default: `Date.now`. */
  now?: () => number
}

export interface OpenLake extends Lake {
  /** The whole HTTP surface. */
  fetch(request: Request): Promise<Response>
  /** Takes a Node server's `upgrade` event. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void
  /** Ends streams and sockets, then closes the store. */
  close(): void
}

/**
 * Opens a lake.
 *
 * @throws when the file is newer than this code, or cannot be made durable.
 */
export function createLake(options: LakeOptions): OpenLake {
  const store = openStore(options)
  const lake: Lake = {
    projectId: options.projectId ?? 'octavo',
    publicUrl: (options.publicUrl ?? 'http://localhost:3000/lake').replace(/\/$/, ''),
    store,
    identify: options.identify ?? (() => null),
    commit: () => {
      throw new Error('commit: not yet')
    },
    now: options.now ?? Date.now,
  }
  return {
    ...lake,
    fetch: createFetch(lake, options.routes),
    upgrade: (_request, socket) => socket.destroy(),
    close: () => store.close(),
  }
}

function openStore(options: LakeOptions): Store {
  throw new Error(`openStore: not yet (${options.path})`)
}
