import {createHash} from 'node:crypto'

import {type LakeProcess, writeToken} from './lakeProcess.fixture.ts'
import type {Model} from './writer.fixture.ts'

const ADDED = ['_id', '_rev', '_createdAt', '_updatedAt', '_system']
const ASSET = ['_type', 'sha1hash', 'size', 'originalFilename']

/** Everything that the lake has, by the name of the writer whose it is, and the paths of the assets. */
export async function readContents({url}: LakeProcess, names: readonly string[]) {
  const response = await fetch(`${url}/v2026-01-01/data/export/production`, {
    headers: {authorization: `Bearer ${writeToken}`},
  })
  if (!response.ok) throw new Error(`The export answers ${response.status}`)
  const text = await response.text()
  const documents: Record<string, unknown>[] = text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))
  const assets = documents.filter(({_type}) => /^sanity\..*Asset$/.test(String(_type)))
  return {
    modelOf: (name: string): Model =>
      Object.fromEntries(
        documents.filter((document) => isOf(name, document)).map((document) => [document._id, plain(document)]),
      ),
    strangers: documents.filter((document) => !names.some((name) => isOf(name, document))),
    assets: assets.map(({_id, path, sha1hash}) => ({id: String(_id), path: String(path), sha1: String(sha1hash)})),
  }
}

/** The assets whose bytes are not what their document says. */
export async function brokenAssets({url}: LakeProcess, assets: {id: string; path: string; sha1: string}[]) {
  const broken = await Promise.all(
    assets.map(async ({id, path, sha1}) => {
      const response = await fetch(`${url}/${path}?dlRaw=true`, {headers: {authorization: `Bearer ${writeToken}`}})
      const bytes = Buffer.from(await response.arrayBuffer())
      const actual = createHash('sha1').update(bytes).digest('hex')
      return response.status === 200 && actual === sha1 ? null : id
    }),
  )
  return broken.filter((id) => id !== null)
}

function isOf(name: string, {_id, originalFilename}: Record<string, unknown>): boolean {
  const owned = typeof originalFilename === 'string' ? originalFilename : String(_id).replace(/^drafts\./, '')
  return owned.startsWith(`${name}-`)
}

function plain(document: Record<string, unknown>): Record<string, unknown> {
  const isAsset = typeof document.originalFilename === 'string'
  return Object.fromEntries(
    Object.entries(document).filter(([key]) => (isAsset ? ASSET.includes(key) : !ADDED.includes(key))),
  )
}
