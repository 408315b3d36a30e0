import {mkdtempSync, rmSync, statSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {DatabaseSync} from 'node:sqlite'

import {afterEach, expect, test, vi} from 'vitest'

import {StorageFullError, StorageUnavailableError} from '../errors.ts'

import {holdDatabase, openDatabase} from './open.ts'
import {sqliteStore} from './sqlite.ts'
import {storageError} from './storageError.ts'
import type {Store, Transaction} from './store.ts'

const folders: string[] = []
const stores: Store[] = []
afterEach(() => {
  stores.splice(0).forEach((store) => store.close())
  folders.splice(0).forEach((folder) => rmSync(folder, {recursive: true}))
})

test.each(['file', 'memory'])('reads back what it has committed: %s', (kind) => {
  const store = open(kind === 'file' ? path() : ':memory:')

  const {sequence} = store.commit(creation('tides', 't1'))

  expect(sequence).toBe(1)
  expect(store.documents('production')?.get('tides')).toMatchObject({_id: 'tides', _rev: 't1'})
  expect(store.history('production', {documentIds: ['tides']})).toMatchObject([
    {transactionId: 't1', author: 'ada', previousRev: null, resultRev: 't1', effects: {revert: [0, null]}},
  ])
  expect(store.documents('elsewhere')).toBeUndefined()
})

test('holds what it has committed after it was closed', () => {
  const file = path()
  const first = open(file)
  first.commit(creation('tides', 't1'))
  first.commit(creation('moons', 't2'))
  first.close()

  const second = open(file)

  expect([...(second.documents('production')?.keys() ?? [])].sort()).toEqual(['moons', 'tides'])
  expect(second.lastSequence()).toBe(2)
  expect(second.entriesAfter('production', 1, 10).map(({documentId}) => documentId)).toEqual(['moons'])
})

test('waits for the disk: WAL with full synchronisation', () => {
  const database = openDatabase(path())

  expect(database.prepare('PRAGMA journal_mode').get()).toEqual({journal_mode: 'wal'})
  expect(database.prepare('PRAGMA synchronous').get()).toEqual({synchronous: 2})
  database.close()
})

test('lets its log grow while somebody reads, and takes the room back afterwards', () => {
  const file = path()
  const store = open(file)
  store.commit(creation('tides', 't1'))
  const reader = new DatabaseSync(file, {readOnly: true})
  reader.exec('BEGIN')
  reader.prepare('SELECT count(*) FROM document').get()
  const write = (id: string) => store.commit(creation(id, id, 'x'.repeat(2_000_000)))

  for (let index = 0; index < 5; index++) write(`during-${index}`)
  const during = statSync(`${file}-wal`).size
  reader.close()
  for (let index = 0; index < 3; index++) write(`after-${index}`)

  expect(during).toBeGreaterThan(25_000_000)
  expect(statSync(`${file}-wal`).size).toBeLessThanOrEqual(16_000_000)
})

test('leaves no trace of a transaction when the disk is full, and goes on when it is not', () => {
  const file = path()
  const database = openDatabase(file)
  const store = open(file, () => database)
  store.commit(creation('tides', 't1'))
  const heard = vi.fn<() => void>()
  store.onCommit(heard)
  const big = creation('big', 't2', 'x'.repeat(9_000_000))

  database.exec('PRAGMA max_page_count = 500')
  expect(() => store.commit(big)).toThrow(StorageFullError)
  expect([...(store.documents('production')?.keys() ?? [])]).toEqual(['tides'])
  expect(heard).not.toHaveBeenCalled()
  database.exec('PRAGMA max_page_count = 1000000')
  store.commit(big)

  expect(heard).toHaveBeenCalledOnce()
  store.close()
  expect(open(file).documents('production')?.get('big')).toBeDefined()
})

test.each([
  [13, StorageFullError],
  [10, StorageUnavailableError],
  [10 + (3 << 8), StorageUnavailableError],
  [5, StorageUnavailableError],
])('answers SQLite error %i with %s', (errcode, type) => {
  expect(storageError(Object.assign(new Error('x'), {errcode}))).toBeInstanceOf(type)
})

test('stores nothing of a transaction that fails half-way', () => {
  const store = open(':memory:')
  const cyclic: Record<string, unknown> = {}
  cyclic.self = cyclic
  const half = creation('tides', 't1')
  const [change] = creation('moons', 't1').changes
  if (change?.after) Object.assign(change.after, {body: cyclic})

  expect(() => store.commit({...half, changes: [...half.changes, ...(change ? [change] : [])]})).toThrow(TypeError)

  expect(store.documents('production')?.size).toBe(0)
  expect(store.history('production', {documentIds: ['tides', 'moons']})).toEqual([])
})

test('goes on telling the others when a subscriber fails', () => {
  const store = open(':memory:')
  const log = vi.spyOn(console, 'error').mockReturnValue()
  const heard = vi.fn<() => void>()
  store.onCommit(() => {
    throw new Error('subscriber')
  })
  store.onCommit(heard)

  store.commit(creation('tides', 't1'))

  expect(heard).toHaveBeenCalledOnce()
  expect(log).toHaveBeenCalledOnce()
  log.mockRestore()
})

test('does not open a file that another lake has open', () => {
  const file = path()
  open(file)

  expect(() => sqliteStore(file)).toThrow(`another process has ${file} open`)
})

test('does not open a file from the future', () => {
  const file = path()
  open(file).close()
  const database = new DatabaseSync(file)
  database.exec('PRAGMA user_version = 99')
  database.close()

  expect(() => sqliteStore(file)).toThrow("the file has version 99, newer than this lake's")
  expect(() => holdDatabase(file)?.close()).not.toThrow()
})

function path(): string {
  const folder = mkdtempSync(join(tmpdir(), 'lake-'))
  folders.push(folder)
  return join(folder, 'lake.sqlite')
}

function open(file: string, opener?: typeof openDatabase): Store {
  const store = sqliteStore(file, opener)
  store.createDataset('production')
  stores.push(store)
  return store
}

function creation(id: string, transactionId: string, body = ''): Transaction {
  const timestamp = '2026-01-02T00:00:00.000Z'
  const after = {_id: id, _type: 'article', _rev: transactionId, _createdAt: timestamp, _updatedAt: timestamp, body}
  const effects = {apply: [0, after], revert: [0, null]}
  const change = {documentId: id, before: null, after, effects, mutations: [{create: after}]}
  return {id: transactionId, dataset: 'production', author: 'ada', timestamp, changes: [change]}
}
