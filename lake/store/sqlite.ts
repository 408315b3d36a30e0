import type {DatabaseSync} from 'node:sqlite'

import {DatasetNotFoundError, MutationError} from '../errors.ts'

import {sqliteHistory} from './history.ts'
import {holdDatabase, openDatabase} from './open.ts'
import type {Commit, LakeDocument, Store, Transaction} from './store.ts'
import {transaction} from './transaction.ts'

/**
 * Opens a store on an SQLite file, or on `:memory:`. Documents are kept in memory beside the file, which is the truth:
 * memory changes only after the file has.
 *
 * @throws when the file is held by another process, newer than this code, or cannot be made durable.
 */
export function sqliteStore(path: string, open = openDatabase): Store {
  const lock = holdDatabase(path)
  const database = openOrRelease(() => open(path), lock)
  const datasets = loadDatasets(database)
  const listeners = new Set<(commit: Commit) => void>()
  const write = preparedWrites(database)

  return {
    ...sqliteHistory(database),
    datasets: () => [...datasets.keys()],
    documents: (dataset) => datasets.get(dataset),

    createDataset(dataset) {
      if (datasets.has(dataset)) return
      transaction(database, () => write.dataset(dataset))
      datasets.set(dataset, new Map())
    },

    commit(written) {
      const documents = datasets.get(written.dataset)
      if (!documents) throw new DatasetNotFoundError(written.dataset)
      const sequence = transaction(database, () => write.transaction(written))
      for (const {documentId, after} of written.changes) {
        if (after) documents.set(documentId, after)
        else documents.delete(documentId)
      }
      const commit = {...written, sequence}
      for (const listener of listeners) notify(listener, commit)
      return commit
    },

    onCommit(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },

    close() {
      listeners.clear()
      if (database.isOpen) database.close()
      if (lock?.isOpen) lock.close()
    },
  }
}

/** A file that cannot be opened is not held either. */
function openOrRelease(open: () => DatabaseSync, lock: DatabaseSync | null): DatabaseSync {
  try {
    return open()
  } catch (error) {
    lock?.close()
    throw error
  }
}

export function loadDatasets(database: DatabaseSync): Map<string, Map<string, LakeDocument>> {
  const datasets = new Map<string, Map<string, LakeDocument>>()
  for (const {name} of database.prepare('SELECT name FROM dataset').all()) datasets.set(String(name), new Map())
  for (const row of database.prepare('SELECT dataset, id, json FROM document').iterate()) {
    const document: LakeDocument = JSON.parse(String(row.json))
    datasets.get(String(row.dataset))?.set(String(row.id), document)
  }
  return datasets
}

function preparedWrites(database: DatabaseSync) {
  const dataset = database.prepare('INSERT INTO dataset (name) VALUES (?)')
  const put = database.prepare(
    'INSERT INTO document (dataset, id, json) VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET json = excluded.json',
  )
  const remove = database.prepare('DELETE FROM document WHERE dataset = ? AND id = ?')
  const isUsed = database.prepare('SELECT 1 FROM commits WHERE dataset = ? AND transaction_id = ?')
  const commit = database.prepare(
    'INSERT INTO commits (dataset, transaction_id, author, timestamp, actions) VALUES (?, ?, ?, ?, ?)',
  )
  const effect = database.prepare(
    'INSERT INTO effect (document_id, sequence, previous_rev, result_rev, apply, revert, mutations) VALUES (?, ?, ?, ?, ?, ?, ?)',
  )

  return {
    dataset: (name: string) => dataset.run(name),

    transaction({id, dataset: name, author, timestamp, changes, actions}: Transaction): number {
      if (isUsed.get(name, id)) throw repeatedTransaction(id)
      const {lastInsertRowid} = commit.run(name, id, author, timestamp, actions ? JSON.stringify(actions) : null)
      for (const {documentId, before, after, effects, mutations} of changes) {
        if (after) put.run(name, documentId, JSON.stringify(after))
        else remove.run(name, documentId)
        const revisions = [before?._rev ?? null, after?._rev ?? null]
        const encoded = [effects.apply, effects.revert, mutations].map((value) => JSON.stringify(value))
        effect.run(documentId, lastInsertRowid, ...revisions, ...encoded)
      }
      return Number(lastInsertRowid)
    },
  }
}

function repeatedTransaction(id: string): MutationError {
  const description = `The transaction id "${id}" has been used`
  return new MutationError(409, [{index: 0, error: {type: 'transactionIdAlreadyUsedError', description}}])
}

/** A listener that fails must not make a stored transaction look refused. */
function notify(listener: (commit: Commit) => void, commit: Commit): void {
  try {
    listener(commit)
  } catch (error) {
    console.error(error)
  }
}
