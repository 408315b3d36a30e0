import type {DatabaseSync} from 'node:sqlite'

import {strongReferences} from '../documents/references.ts'
import {reading} from './reading.ts'
import type {LakeDocument} from './store.ts'

export interface StoredAsset {
  dataset: string
  id: string
  /** `images/octavo/production/<name>`, as the document has it. */
  path: string
  sha1: string
  size: number
}

export interface Inspection {
  /** Sentences; empty when all is well. */
  problems: string[]
  documents: number
  transactions: number
  assets: StoredAsset[]
}

/** The damage that SQLite itself finds in a file. */
export function integrityProblems(path: string): string[] {
  return reading(path, (database) => {
    const integrity = database.prepare('PRAGMA integrity_check').all()
    const lines = integrity.map((row) => String(row.integrity_check)).filter((line) => line !== 'ok')
    const dangling = database.prepare('PRAGMA foreign_key_check').all()
    return [...lines, ...dangling.map(({table, parent}) => `a row of ${table} has none in ${parent} that it needs`)]
  })
}

/** Reads every document and the log of a lake's file at one moment: do they parse, agree, and refer to what exists? */
export function inspectStore(path: string, onProgress?: (documents: number) => void): Inspection {
  return reading(path, (database) => {
    const problems: string[] = []
    const last = lastRevisions(database, problems)
    const {ids, strong, assets} = readDocuments(database, {problems, last, onProgress})
    for (const key of last.keys())
      if (last.get(key) !== null && !ids.has(key)) problems.push(`${key} is in the log and not among the documents`)
    for (const [target, referrer] of strong)
      if (!ids.has(target)) problems.push(`${referrer} refers to ${target}, which does not exist`)
    const {transactions} = database.prepare('SELECT count(*) AS transactions FROM commits').get() ?? {}
    return {problems, documents: ids.size, transactions: Number(transactions), assets}
  })
}

/** Whether the lake has the document now. */
export function hasDocument(path: string, dataset: string, id: string): boolean {
  return reading(
    path,
    (database) =>
      database.prepare('SELECT 1 FROM document WHERE dataset = ? AND id = ?').get(dataset, id) !== undefined,
  )
}

/** Each document's newest revision in the log, by `dataset/id`; null when it was deleted. */
function lastRevisions(database: DatabaseSync, problems: string[]): Map<string, string | null> {
  const last = new Map<string, string | null>()
  const rows = database.prepare(`SELECT dataset, document_id, previous_rev, result_rev
    FROM effect JOIN commits USING (sequence) ORDER BY document_id, effect.sequence`)
  for (const {dataset, document_id: id, previous_rev: previous, result_rev: result} of rows.iterate()) {
    const key = `${dataset}/${id}`
    const before = last.get(key) ?? null
    if (previous !== before) problems.push(`The log of ${key} goes from ${before} to what follows ${previous}`)
    last.set(key, result === null ? null : String(result))
  }
  return last
}

interface Reading {
  problems: string[]
  last: Map<string, string | null>
  onProgress?: (documents: number) => void
}

function readDocuments(database: DatabaseSync, {problems, last, onProgress}: Reading) {
  const ids = new Set<string>()
  const strong = new Map<string, string>()
  const assets: StoredAsset[] = []
  for (const row of database.prepare('SELECT dataset, id, json FROM document').iterate()) {
    const [dataset, id] = [String(row.dataset), String(row.id)]
    const key = `${dataset}/${id}`
    ids.add(key)
    if (ids.size % 10_000 === 0) onProgress?.(ids.size)
    const document = parseDocument(String(row.json))
    if (!document || document._id !== id) {
      problems.push(`${key} is not a document`)
      continue
    }
    if (last.get(key) !== document._rev) problems.push(`${key} has revision ${document._rev}, the log ${last.get(key)}`)
    for (const target of strongReferences(document)) strong.set(`${dataset}/${target}`, key)
    const asset = assetOf(dataset, document)
    if (asset) assets.push(asset)
  }
  return {ids, strong, assets}
}

function parseDocument(json: string): LakeDocument | null {
  try {
    const document: LakeDocument = JSON.parse(json)
    return typeof document?._type === 'string' && typeof document._rev === 'string' ? document : null
  } catch {
    return null
  }
}

function assetOf(dataset: string, {_id: id, _type: type, path, sha1hash, size}: LakeDocument): StoredAsset | null {
  if (type !== 'sanity.imageAsset' && type !== 'sanity.fileAsset') return null
  return {dataset, id, path: String(path), sha1: String(sha1hash), size: Number(size)}
}
