import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {expect, onTestFinished, test} from 'vitest'

import {testLake} from '@/test-support/lakeClient'

import {StorageFullError} from './errors'
import {createHealth, withFailures} from './health'
import {createLake} from './index'

const commit = {id: 't', dataset: 'production', author: 'a', timestamp: '2026-11-23T00:00:00Z', changes: []}

test.each([null, 'viewer', 'contributor', 'editor'])('tells %s that it is well, and nothing else', async (role) => {
  const {ask} = wellLake()
  await expect(ask(role)).resolves.toEqual({status: 200, body: {ok: true}})
})

test('tells an administrator how it is', async () => {
  const {ask, lake} = wellLake()
  lake.commit({dataset: 'production', author: 'a', mutations: [{create: {_id: 'tides', _type: 'article'}}]})
  await expect(ask('administrator')).resolves.toEqual({
    status: 200,
    body: {
      ok: true,
      startedAt: expect.stringMatching(/Z$/),
      uptimeSeconds: expect.any(Number),
      node: process.version,
      migration: expect.any(Number),
      documents: {production: 1},
      lastSequence: lake.store.lastSequence(),
      streams: 0,
      memory: {rssBytes: expect.any(Number), heapBytes: expect.any(Number)},
      lastWriteFailure: null,
      fileBytes: expect.any(Number),
      walBytes: expect.any(Number),
      diskFreeBytes: expect.any(Number),
      webhooks: [],
    },
  })
})

test('answers 503 with the reason, to anybody, once it is stopping', async () => {
  const {ask, lake} = wellLake()
  await lake.close()
  await expect(ask(null)).resolves.toEqual({status: 503, body: {ok: false, reason: 'The lake is stopping'}})
})

test('is unwell while the disk is full, and well when there is room again', async () => {
  let bytes = 1e9
  const {problem} = healthWith({freeBytes: async () => bytes})
  await expect(problem()).resolves.toBeNull()
  bytes = 999_999
  await expect(problem()).resolves.toBe('The disk is full')
  bytes = 1e9
  await expect(problem()).resolves.toBeNull()
})

test('is unwell after a write that the disk refused, until one succeeds', async () => {
  const {problem, failing, store} = healthWith({isFolderGone: true})
  failing(true)
  expect(() => store.commit(commit)).toThrow('The disk is full')
  await expect(problem()).resolves.toBe('The disk is full; nothing was saved')
  failing(false)
  store.commit({...commit, id: 'u'})
  await expect(problem()).resolves.toBeNull()
})

test('is well again when the disk takes a file, though nobody has written since', async () => {
  const {problem, failing, store} = healthWith({})
  failing(true)
  expect(() => store.commit(commit)).toThrow('The disk is full')
  await expect(problem()).resolves.toBeNull()
})

test('does not take a refusal of what was asked for a fault of the disk', async () => {
  const {problem, store} = healthWith({isFolderGone: true})
  expect(() => store.commit({...commit, dataset: 'nowhere'})).toThrow('nowhere')
  await expect(problem()).resolves.toBeNull()
})

function wellLake() {
  const lake = createLake({
    path: join(newFolder(), 'lake.sqlite'),
    identify: (request) => {
      const role = (['administrator', 'editor', 'contributor', 'viewer'] as const).find(
        (name) => request.headers.get('authorization') === `Bearer ${name}`,
      )
      return role ? {id: role, name: role, email: '', role, kind: 'user'} : null
    },
    details: () => ({webhooks: []}),
  })
  onTestFinished(() => lake.close())
  return {
    lake,
    async ask(role: string | null) {
      const headers: Record<string, string> = role ? {authorization: `Bearer ${role}`} : {}
      const response = await lake.fetch(new Request('http://lake.test/health', {headers}))
      const body: unknown = await response.json()
      return {status: response.status, body}
    },
  }
}

/** Health over a store whose disk refuses writes when told to. A folder that is gone takes no file. */
function healthWith({
  isFolderGone = false,
  freeBytes = async () => 1e9,
}: {
  isFolderGone?: boolean
  freeBytes?: () => Promise<number>
}) {
  const {store: real, listening} = testLake({production: []})
  let isFailing = false
  const refusing: typeof real.commit = (transaction) => {
    if (isFailing) throw new StorageFullError(new Error('SQLITE_FULL'))
    return real.commit(transaction)
  }
  const folder = newFolder()
  writeFileSync(join(folder, 'file'), '')
  const {store, writes} = withFailures({...real, commit: refusing}, () => 0)
  const path = isFolderGone ? join(folder, 'file', 'lake.sqlite') : join(folder, 'lake.sqlite')
  const closing = new AbortController().signal
  const {problem} = createHealth({path, store, writes, listening, closing, now: () => 0, freeBytes})
  return {store, problem, failing: (value: boolean) => (isFailing = value)}
}

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'octavo-health-'))
  onTestFinished(() => rmSync(folder, {recursive: true, force: true}))
  return folder
}
