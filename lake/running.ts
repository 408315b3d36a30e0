import {mkdirSync} from 'node:fs'
import {createServer, type Server} from 'node:http'
import {join} from 'node:path'
import {getRequestListener} from '@hono/node-server'

import {openAccounts, type Accounts} from './accounts/accounts.ts'
import {identifyRequest} from './accounts/identifyRequest.ts'
import {createAssets} from './assets/assets.ts'
import {finishRestore} from './command/exchange.ts'
import {createDoor} from './door.ts'
import {createLake, type OpenLake} from './index.ts'
import type {Log} from './log.ts'
import {statefulRoutes} from './routes/statefulRoutes.ts'
import type {LakeSettings} from './settings.ts'
import {openWebhooks, type Webhooks} from './webhooks/webhooks.ts'

/** A line of the lake's output. */
export type Event =
  | {event: 'administrator'; email: string; password: string}
  | {event: 'listening'; pid: number; port: number; url: string; projectId: string; dataset: string}
  | {event: 'stopped'; message: string}

const UPLOAD_MS = 30 * 60_000
const LAST_ANSWERS_MS = 4000
const SWEEP_MS = 20

/**
 * Opens a lake with its accounts, assets and webhook, listening on 127.0.0.1.
 *
 * @returns a function that ends it: new requests are refused, answers under way may finish, then files are closed.
 */
export async function runLake(
  settings: LakeSettings,
  emit: (event: Event) => void,
  log?: Log,
): Promise<() => Promise<void>> {
  const {folder, publicUrl, projectId, dataset, port} = settings
  mkdirSync(folder, {recursive: true, mode: 0o700})
  finishRestore(folder)
  const accounts = openAccounts({path: join(folder, 'accounts.sqlite')})
  const assets = createAssets({
    folder: join(folder, 'assets'),
    cacheFolder: join(folder, 'cache', 'images'),
    ...settings.assetLimits,
  })
  const lake = createLake({
    path: join(folder, 'lake.sqlite'),
    datasets: [dataset],
    projectId,
    publicUrl,
    queryLimits: settings.queryLimits,
    streams: settings.streamLimits,
    slowQueryMs: settings.slowQueryMs,
    log,
    details: () => ({webhooks: webhooks.depths()}),
    identify: identifyRequest(accounts, publicUrl),
    routes: statefulRoutes({accounts, assets, webhooks: () => webhooks}),
  })
  assets.attach(lake)
  const webhooks = openHooks(lake, settings)
  setTokens(accounts, settings)

  const door = createDoor(lake.fetch)
  const server = await listen({fetch: door.fetch, upgrade: lake.upgrade}, port)
  lake.queries.start()
  const administrator = await accounts.ensureAdministrator()
  if (administrator) emit({event: 'administrator', ...administrator})
  webhooks.begin()

  return async () => {
    const insist = setTimeout(() => server.closeAllConnections(), LAST_ANSWERS_MS)
    const closed = new Promise((resolve) => server.close(resolve))
    await Promise.all([door.close(), webhooks.close()])
    await lake.close()
    const sweep = setInterval(() => server.closeIdleConnections(), SWEEP_MS)
    await closed
    clearInterval(sweep)
    clearTimeout(insist)
    accounts.close()
  }
}

function listen({fetch, upgrade}: Pick<OpenLake, 'fetch' | 'upgrade'>, port: number): Promise<Server> {
  const server = createServer(
    {keepAliveTimeout: 65_000, requestTimeout: UPLOAD_MS},
    getRequestListener(fetch, {overrideGlobalObjects: false}),
  )
  server.on('upgrade', upgrade)
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => resolve(server))
  })
}

function setTokens(accounts: Accounts, {readToken, writeToken}: LakeSettings): void {
  if (readToken) accounts.setToken({name: 'read', role: 'viewer', secret: readToken})
  else accounts.removeToken('read')
  if (writeToken) accounts.setToken({name: 'write', role: 'administrator', secret: writeToken})
  else accounts.removeToken('write')
}

function openHooks(
  {store, log}: OpenLake,
  {folder, webhook, allowPrivateWebhooks, projectId, dataset}: LakeSettings,
): Webhooks {
  return openWebhooks({
    store,
    path: join(folder, 'webhook.sqlite'),
    projectId,
    site: webhook && {...webhook, dataset},
    allowPrivate: allowPrivateWebhooks,
    log: (level, message, detail) => log[level]('webhook', {message, ...detail}),
  })
}
