import {existsSync, mkdtempSync, readdirSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {expect, onTestFinished} from 'vitest'

import {createAssets, type AssetsOptions} from '@/lake/assets/assets'
import {assetRoutes} from '@/lake/routes/assetRoutes'
import {clientOf, testLake} from '@/test-support/lakeClient'

/**
 * A lake in memory with assets in a folder of their own, and a client of an editor. The folder is deleted after the
 * test; with `afterAll`, after all tests of a file.
 */
export function assetsLake(options: Partial<AssetsOptions> = {}, atEnd: (work: () => void) => void = onTestFinished) {
  const where = temporaryFolders(atEnd)
  const assets = createAssets({...where, ...options})
  const lake = testLake({production: []}, {routes: assetRoutes(assets)})
  assets.attach(lake)
  const client = clientOf(lake, {token: 'editor'})
  return {
    ...where,
    lake,
    client,
    upload: (bytes: Buffer) => client.assets.upload('image', bytes),
    get: (path: string, init?: RequestInit) => lake.fetch(new Request(`http://lake.test${path}`, init)),
    /** The names of all files there are, of any kind. */
    files: () => filesIn(where.root),
    variants: () => filesIn(where.cacheFolder),
  }
}

/** Paths for a lake's assets and their variants, deleted after the test. */
export function temporaryFolders(atEnd: (work: () => void) => void = onTestFinished) {
  const root = mkdtempSync(join(tmpdir(), 'octavo-assets-'))
  atEnd(() => rmSync(root, {recursive: true, force: true}))
  return {root, folder: join(root, 'assets'), cacheFolder: join(root, 'cache')}
}

/** The body of an answer that must be a good one. */
export async function bytesOf(response: Response): Promise<Buffer> {
  expect(response.status).toBe(200)
  return Buffer.from(await response.arrayBuffer())
}

function filesIn(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, {recursive: true, withFileTypes: true}).flatMap((entry) =>
    entry.isFile() ? [entry.name] : [],
  )
}
