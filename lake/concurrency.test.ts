import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {ClientError} from '@sanity/client'
import {beforeEach, expect, onTestFinished, test, vi} from 'vitest'

import {spawnLake} from './crash/lakeProcess.fixture.ts'

vi.setConfig({testTimeout: 1_800_000})

const WRITERS = 8
/** CONCURRENCY_PATCHES=2000 is the full run. */
const PATCHES = Number(process.env.CONCURRENCY_PATCHES ?? 40)

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'octavo-concurrency-'))
  return () => rmSync(folder, {recursive: true, force: true})
})

test('the sum of what eight writers add is what was acknowledged', async () => {
  const {client, count} = await startLake()
  const startedAt = performance.now()
  const acknowledged = await Promise.all(
    Array.from({length: WRITERS}, async () => {
      let own = 0
      for (let round = 0; round < PATCHES; round++) {
        await client.patch('counter').inc({count: 1}).commit({returnDocuments: false})
        own += 1
      }
      return own
    }),
  )
  const seconds = (performance.now() - startedAt) / 1000

  expect(sum(acknowledged)).toBe(WRITERS * PATCHES)
  await expect(count()).resolves.toBe(WRITERS * PATCHES)
  console.info(`${Math.round((WRITERS * PATCHES) / seconds)} patches a second`)
})

test('of writers who saw the same revision, one is acknowledged and the others are refused', async () => {
  const {client, count} = await startLake()
  const rounds = Math.ceil(PATCHES / 10)
  const outcomes: string[] = []

  for (let round = 0; round < rounds; round++) {
    const seen = await client.getDocument('counter')
    const attempts = Array.from({length: WRITERS}, () =>
      client
        .patch('counter', {ifRevisionID: seen?._rev})
        .inc({count: 1})
        .commit({returnDocuments: false})
        .then(() => 'stored', statusOf),
    )
    outcomes.push((await Promise.all(attempts)).sort().join(' '))
  }

  expect(new Set(outcomes)).toEqual(new Set(['409 409 409 409 409 409 409 stored']))
  await expect(count()).resolves.toBe(rounds)
})

async function startLake() {
  const {child, client, listening, ended} = await spawnLake({folder})
  onTestFinished(async () => {
    child.kill('SIGKILL')
    await ended
  })
  expect(await listening).toBe(true)
  await client.create({_id: 'counter', _type: 'counter', count: 0})
  return {client, count: () => client.fetch('*[_id == "counter"][0].count')}
}

function statusOf(error: unknown): string {
  if (error instanceof ClientError) return String(error.statusCode)
  throw error
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
