import {copyFileSync, mkdirSync, mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {DatabaseSync} from 'node:sqlite'
import {z} from 'zod'

import {openAccounts} from '@/lake/accounts/accounts'
import {identifyRequest} from '@/lake/accounts/identifyRequest'
import {createAssets, type Assets} from '@/lake/assets/assets'
import {assetRoutes} from '@/lake/routes/assetRoutes'
import {statefulRoutes} from '@/lake/routes/statefulRoutes'
import {inThread} from '@/lake/webhooks/evaluator'
import {newHook} from '@/lake/webhooks/hook'
import {openWebhooks} from '@/lake/webhooks/webhooks'

import {NOW, makePeople} from './authorizationPeople'
import {testLake} from './lakeClient'

export const home = 'http://localhost:3000'
/** In every draft and version. */
export const CANARY = 'unpublished-canary'
/** In a private document that is neither. */
export const NOTE = 'private-note-canary'
export const HOOK_SECRET = 'hook-secret-canary'
const article = {_type: 'article', title: CANARY}
const published = {_id: 'tides', _type: 'article', title: 'On tides'}
const documents = [
  published,
  {...article, _id: 'drafts.tides', other: {_ref: 'tides'}},
  {...article, _id: 'drafts.new', slug: {current: CANARY}, _system: {createdBy: 'somebody'}},
  {...article, _id: 'versions.spring.tides'},
  {_id: 'notes.tides', _type: 'note', title: NOTE},
]

export type World = Awaited<ReturnType<Worlds['open']>>
export type Worlds = Awaited<ReturnType<typeof authorizationWorlds>>

/**
 * Lakes that are served as the running one is, all alike: four people, somebody else called USER with a SESSION, a TOKEN, a
 * HOOK, an IMAGE and a FILE. Hashing passwords is slow on purpose, so it is done once.
 */
export async function authorizationWorlds() {
  const root = mkdtempSync(join(tmpdir(), 'octavo-authorization-'))
  const template = join(root, 'template.sqlite')
  const {credentials, names} = await makePeople(template)
  const assets = createAssets({folder: join(root, 'assets'), cacheFolder: join(root, 'cache')})
  mkdirSync(join(root, 'worlds'))
  const stored = await upload(assets)
  let count = 0

  async function open() {
    count += 1
    const path = join(root, 'worlds', `${count}.sqlite`)
    copyFileSync(template, path)
    const accounts = openAccounts({path, clock: () => NOW})
    const watcher = new DatabaseSync(path, {readOnly: true}).prepare('PRAGMA data_version')
    const publicUrl = `${home}/lake`
    const routes = statefulRoutes({accounts, assets, webhooks: () => webhooks})
    const identify = identifyRequest(accounts, publicUrl)
    const lake = testLake(
      {production: [...documents, stored.IMAGE, stored.FILE]},
      {publicUrl, identify, routes, now: () => NOW},
    )
    const webhooks = openWebhooks({
      store: lake.store,
      path: ':memory:',
      projectId: 'octavo',
      site: null,
      allowPrivate: true,
      evaluator: inThread,
    })
    const hook = await webhooks.registry.create(newHook.parse(hookToMake), 'somebody')
    return {
      lake,
      /** The running lake's, without those of the content API. */
      routes,
      names: {
        ...names,
        IMAGE: lastPart(stored.IMAGE),
        FILE: lastPart(stored.FILE),
        HOOK: hook.id,
      },
      credentials,
      /** Changes with everything that a request might have changed. */
      state: () =>
        JSON.stringify([lake.store.lastSequence(), lake.store.datasets(), watcher.get(), webhooks.registry.list()]),
      async close() {
        await webhooks.close()
        await lake.close()
        accounts.close()
      },
    }
  }

  return {open, close: () => rmSync(root, {recursive: true, force: true})}
}

/** Stores a picture and a file, and returns their documents. */
async function upload(assets: Assets): Promise<{IMAGE: Asset; FILE: Asset}> {
  const lake = testLake({production: []}, {routes: assetRoutes(assets)})
  const store = async (kind: string, body: BodyInit) => {
    const headers = {authorization: 'Bearer administrator'}
    const request = new Request(`http://lake.test/v1/assets/${kind}/production`, {method: 'POST', headers, body})
    const {document} = await (await lake.fetch(request)).json()
    return asset.parse(document)
  }
  const stored = {IMAGE: await store('images', Buffer.from(PNG, 'base64')), FILE: await store('files', 'text')}
  await lake.close()
  return stored
}

const asset = z.looseObject({_id: z.string(), _type: z.string(), path: z.string()})
type Asset = z.infer<typeof asset>

function lastPart({path}: Asset): string {
  return path.split('/').at(-1) ?? ''
}

const hookToMake = {
  name: 'Other',
  url: 'http://127.0.0.1:9/hook',
  rule: {on: ['update']},
  secret: HOOK_SECRET,
}

/** One pixel, white. */
export const PNG = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mP8/x8AAwMCAO+ip1sAAAAASUVORK5CYII='
