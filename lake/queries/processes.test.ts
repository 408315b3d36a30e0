import {spawn} from 'node:child_process'
import {once} from 'node:events'
import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'

import {expect, onTestFinished, test} from 'vitest'

import {testLake} from '@/test-support/lakeClient'

import {defaultLimits} from '../groq/limits.ts'

import {startEngine, type Engine} from './engine.ts'
import {lanes} from './lanes.ts'
import type {Queries, QueryRequest} from './queries.ts'

const documents = Array.from({length: 700}, (_, index) => ({_id: `d${index}`, _type: 'article', n: index}))
const slow = 'count(*[count(*[n == ^.n]) > 0])'

test('answers though its processes are killed, idle or at work', {timeout: 120_000}, async () => {
  const {queries, engines} = openLanes()
  await expect(ask(queries, 'count(*)')).resolves.toBe(700)
  const [quick] = engines
  kill(quick)
  await expect(ask(queries, 'count(*[n > 10])')).resolves.toBe(689)

  const answer = ask(queries, slow)
  await expect.poll(() => engines.some(({isPatient, isAtWork}) => isPatient && isAtWork), {timeout: 60_000}).toBe(true)
  kill(engines.find(({isPatient}) => isPatient))
  await expect(answer).resolves.toBe(700)
})

test('knows every commit, whenever a process was started', {timeout: 120_000}, async () => {
  const {lake, queries, engines} = openLanes()
  for (let round = 0; round < 10; round++) {
    lake.commit({
      dataset: 'production',
      author: 'ada',
      mutations: [{create: {_id: `new-${round}`, _type: 'note', round}}],
    })
    if (round % 7 === 3) kill(engines.at(-1))
    const query = 'count(*[_type == "note"])'
    await expect(ask(queries, round % 5 === 4 ? `${query} + 0 * ${slow}` : query)).resolves.toBe(round + 1)
  }
})

test('keeps datasets apart, also those that are new', {timeout: 120_000}, async () => {
  const {lake, queries} = openLanes()
  await ask(queries, '*[0]')
  lake.store.createDataset('staging')
  await expect(ask(queries, 'count(*)', {dataset: 'staging'})).resolves.toBe(0)
  lake.commit({dataset: 'staging', author: 'ada', mutations: [{create: {_id: 'a', _type: 'note'}}]})

  await expect(ask(queries, 'count(*)', {dataset: 'staging'})).resolves.toBe(1)
  await expect(ask(queries, 'count(*)')).resolves.toBe(700)
})

test('leaves no process behind when the lake is killed', {timeout: 120_000}, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'lake-queries-'))
  onTestFinished(() => rmSync(folder, {recursive: true}))
  const fixture = fileURLToPath(new URL('orphan.fixture.ts', import.meta.url))
  const parent = spawn(process.execPath, [fixture, join(folder, 'lake.sqlite')], {stdio: ['ignore', 'pipe', 'inherit']})
  const [line] = await once(parent.stdout, 'data')
  const pid = Number(String(line))
  expect(isAlive(pid)).toBe(true)

  parent.kill('SIGKILL')

  await expect.poll(() => isAlive(pid), {timeout: 60_000}).toBe(false)
})

function openLanes() {
  const folder = mkdtempSync(join(tmpdir(), 'lake-queries-'))
  const path = join(folder, 'lake.sqlite')
  const lake = testLake({production: documents}, {path})
  const engines: (Engine & {isPatient: boolean; isAtWork: boolean})[] = []
  const queries = lanes({
    path,
    store: lake.store,
    limits: {...defaultLimits, timeoutMs: 60_000},
    startEngine(options) {
      const engine = startEngine(options)
      const watched = {
        ...engine,
        isPatient: options.isPatient,
        isAtWork: false,
        send(message: Parameters<Engine['send']>[0]) {
          watched.isAtWork ||= message.kind === 'query'
          engine.send(message)
        },
      }
      engines.push(watched)
      return watched
    },
  })
  onTestFinished(async () => {
    await queries.close()
    await lake.close()
    rmSync(folder, {recursive: true})
  })
  return {lake, queries, engines}
}

async function ask(queries: Queries, query: string, overrides: Partial<QueryRequest> = {}): Promise<unknown> {
  const request: QueryRequest = {
    query,
    params: {},
    dataset: 'production',
    perspective: 'raw',
    projectId: 'octavo',
    identity: 'ada',
    timestamp: 0,
    timeoutMs: 60_000,
    isTraced: false,
    returnsQuery: false,
    ...overrides,
  }
  const {body} = await queries.run(request, {key: 'ada', isSignedIn: true})
  return JSON.parse(new TextDecoder().decode(body)).result
}

function kill(engine: Engine | undefined): void {
  if (engine?.pid !== undefined) process.kill(engine.pid, 'SIGKILL')
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}
