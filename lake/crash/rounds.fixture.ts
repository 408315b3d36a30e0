import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {DatabaseSync} from 'node:sqlite'
import {setTimeout as wait} from 'node:timers/promises'
import {isDeepStrictEqual} from 'node:util'
import {ClientError, ServerError, type SanityClient} from '@sanity/client'

import {verifyFolder} from '../command/verify.ts'
import {brokenAssets, readContents} from './contents.fixture.ts'
import {spawnLake, type LakeProcess} from './lakeProcess.fixture.ts'
import {createRandom, type Random} from './random.fixture.ts'
import {countOf, emptyModel, nextStep, type Model} from './writer.fixture.ts'

const WRITERS = 8
const LIFETIME_MS = 900
const KILLS_A_FOLDER = 25

export interface Outcome {
  kills: number
  acknowledged: number
  /** Empty, or something is wrong with the lake. */
  problems: string[]
}

export interface RoundsOptions {
  kills: number
  seed: number
  plantedBug?: string
  /** Told now and then how far it has come. */
  progress?: (line: string) => void
}

interface Writer {
  name: string
  /** What it knows to be stored. */
  model: Model
  /** What is stored if the step that nobody answered was taken. */
  pending: Model | null
}

/** Kills a lake again and again while it starts, writes and checkpoints, and looks each time at what is left. */
export async function crashRounds({kills, seed, plantedBug, progress}: RoundsOptions): Promise<Outcome> {
  const random = createRandom(seed)
  const outcome: Outcome = {kills: 0, acknowledged: 0, problems: []}
  while (outcome.kills < kills && outcome.problems.length === 0) {
    const folder = mkdtempSync(join(tmpdir(), 'lake-crash-'))
    const until = Math.min(kills, outcome.kills + KILLS_A_FOLDER)
    await crashOneFolder({folder, until, random, plantedBug}, outcome)
    progress?.(`${outcome.kills} kills, ${outcome.acknowledged} acknowledged writes, seed ${seed}`)
    if (outcome.problems.length > 0 && !plantedBug) outcome.problems.push(`See ${folder}`)
    else rmSync(folder, {recursive: true, maxRetries: 5})
  }
  return outcome
}

interface FolderOptions {
  folder: string
  until: number
  random: Random
  plantedBug?: string
}

async function crashOneFolder({folder, until, random, plantedBug}: FolderOptions, outcome: Outcome): Promise<void> {
  const names = Array.from({length: WRITERS}, (_, index) => `writer${index}`)
  const writers = names.map((name): Writer => ({name, model: {}, pending: emptyModel(name)}))
  const preload = plantedBug ? [new URL('plantedBug.fixture.ts', import.meta.url).href] : []
  const start = () => spawnLake({folder, preload, environment: {PLANTED_BUG: plantedBug ?? ''}})

  for (;;) {
    while (random.once(4) && outcome.kills < until) await killAtStart(await start(), random, outcome)
    const lake = await start()
    if (!(await lake.listening)) {
      outcome.problems.push(`It does not start: ${lake.errors()}`)
      return
    }
    outcome.problems.push(...(await differences(lake, writers)))
    const isLast = outcome.kills >= until || outcome.problems.length > 0
    if (isLast) {
      await end(lake)
      outcome.problems.push(...(await verifyFolder(folder)).problems)
      return
    }
    await prepare(lake.client, writers)
    const lives = Promise.all(writers.map((writer) => write(writer, {lake, random, outcome})))
    await killWhileWriting(lake, {folder, random})
    outcome.kills += 1
    await lives
  }
}

/** The counters, where a folder is new. */
async function prepare(client: SanityClient, writers: Writer[]): Promise<void> {
  const counters = ['shared', ...writers.map(({name}) => name)].map((name) => `${name}-count`)
  await counters
    .reduce((all, _id) => all.createIfNotExists({_id, _type: 'counter', writes: 0}), client.transaction())
    .commit()
  for (const writer of writers) writer.model = {...emptyModel(writer.name), ...writer.model}
}

async function killAtStart({child, ended}: LakeProcess, random: Random, outcome: Outcome): Promise<void> {
  await wait(random.below(900))
  child.kill('SIGKILL')
  await ended
  outcome.kills += 1
}

async function killWhileWriting(
  {child, ended}: LakeProcess,
  {folder, random}: {folder: string; random: Random},
): Promise<void> {
  await wait(random.below(LIFETIME_MS))
  if (random.once(6)) checkpoint(folder)
  if (random.once(8)) {
    child.kill('SIGTERM')
    await wait(random.below(100))
  }
  child.kill('SIGKILL')
  await ended
}

function checkpoint(folder: string): void {
  const database = new DatabaseSync(join(folder, 'lake.sqlite'), {timeout: 50})
  database.prepare('PRAGMA wal_checkpoint(PASSIVE)').get()
  database.close()
}

interface Life {
  lake: LakeProcess
  random: Random
  outcome: Outcome
}

/** Writes until the lake is gone, or says that it is about to go. */
async function write(writer: Writer, {lake, random, outcome}: Life): Promise<void> {
  for (;;) {
    const {after, send} = await nextStep(writer.name, writer.model, random)
    writer.pending = after
    try {
      await send(lake.client)
    } catch (error) {
      if (!(error instanceof ClientError) && !(error instanceof ServerError)) return
      writer.pending = null
      if (error.statusCode !== 503) outcome.problems.push(`${error.message} ${lake.errors()}`)
      return
    }
    writer.model = after
    writer.pending = null
    outcome.acknowledged += 1
  }
}

/** What is not as acknowledged: each writer must find either its last step or the one before whole, nothing else. */
async function differences(lake: LakeProcess, writers: Writer[]): Promise<string[]> {
  const contents = await readContents(lake, [...writers.map(({name}) => name), 'shared'])
  const problems = contents.strangers.map(({_id}) => `Nobody wrote ${String(_id)}`)
  for (const writer of writers) {
    const found = contents.modelOf(writer.name)
    const isAsTold = isDeepStrictEqual(found, writer.model)
    if (!isAsTold && !isDeepStrictEqual(found, writer.pending)) problems.push(describe(writer, found))
    writer.model = found
    writer.pending = null
  }
  const total = writers.reduce((sum, {name, model}) => sum + countOf(name, model), 0)
  const shared = countOf('shared', contents.modelOf('shared'))
  if (shared !== total) problems.push(`Torn: ${shared} writes in the shared counter, ${total} in the others`)
  const broken = await brokenAssets(lake, contents.assets)
  return [...problems, ...broken.map((id) => `The asset ${id} is not whole`)]
}

function describe({name, model, pending}: Writer, found: Model): string {
  const ids = [...new Set([...Object.keys(model), ...Object.keys(found), ...Object.keys(pending ?? {})])]
  const wrong = ids
    .filter((id) => !isDeepStrictEqual(found[id], model[id]))
    .map((id) => `${id} is ${id in found ? 'there' : 'gone'}, was ${id in model ? 'there' : 'not there'}`)
  return `${name} finds what it was not told, with${pending ? '' : 'out'} a step under way: ${wrong.join('; ')}`
}

async function end({child, ended}: LakeProcess): Promise<void> {
  child.kill('SIGTERM')
  await ended
}
