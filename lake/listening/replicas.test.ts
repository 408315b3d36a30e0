import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

import {applyPatch} from 'mendoza'
import {expect, onTestFinished, test} from 'vitest'

import {identifyByRole} from '@/test-support/lakeClient'

import {createLake, type OpenLake} from '../index.ts'
import {MutationError} from '../errors.ts'

/**
 * Replicas follow a dataset by the effects of what they hear alone, drop their connection in the middle of a message and
 * resume; the lake is started again in between. At the end every replica is the dataset.
 */
const SEEDS = Number(process.env.REPLICA_SEEDS ?? 4)
const STEPS = 150
const IDS = ['a', 'b', 'drafts.a', 'drafts.c', 'versions.r.a']

test.each(Array.from({length: SEEDS}, (_, seed) => [seed]))(
  'replicas that drop and resume equal the dataset: %i',
  async (seed) => {
    const random = randomOf(seed + 1)
    const folder = mkdtempSync(join(tmpdir(), 'octavo-replicas-'))
    const path = join(folder, 'lake.sqlite')
    let lake = open(path)
    onTestFinished(async () => {
      await lake.close()
      rmSync(folder, {recursive: true})
    })
    const replicas = Array.from({length: 4}, () => createReplica())
    for (const replica of replicas) await replica.connect(lake)

    for (let step = 0; step < STEPS; step++) {
      write(lake, random, step)
      for (const replica of replicas) {
        if (random(3) === 0) await replica.read(random(2_000))
        if (random(12) === 0) await replica.drop()
        if (random(4) === 0) await replica.connect(lake)
      }
      if (random(50) === 0) {
        for (const replica of replicas) await replica.drop()
        await lake.close()
        lake = open(path)
      }
    }

    const stored = Object.fromEntries(lake.store.documents('production') ?? [])
    for (const replica of replicas) {
      await replica.connect(lake)
      await replica.read(Infinity)
      expect(replica.documents()).toEqual(stored)
    }
    // It must not be by starting afresh all the time that they agree.
    const greetings = replicas.flatMap((replica) => replica.greetings)
    expect(greetings.filter((name) => name === 'welcomeback').length).toBeGreaterThan(greetings.length / 2)
    expect(Object.keys(stored).length).toBeGreaterThan(0)
  },
)

interface Heard {
  documentId: string
  transactionId: string
  previousRev?: string
  resultRev: string
  transition: string
  effects: {apply: unknown[]}
}

type Document = Record<string, unknown>

function createReplica() {
  const documents = new Map<string, Document>()
  const seen = new Set<string>()
  const greetings: string[] = []
  let reader: ReadableStreamDefaultReader<string> | null = null
  let pending: ReturnType<ReadableStreamDefaultReader<string>['read']> | null = null
  let lastEventId: string | null = null
  let buffer = ''

  function hear(name: string, {documentId, transactionId, previousRev, resultRev, transition, effects}: Heard): void {
    if (name !== 'mutation') throw new Error(`replica: heard ${name}`)
    const key = `${transactionId}#${documentId}`
    if (seen.has(key)) return
    seen.add(key)
    const before = documents.get(documentId)
    expect({key, previousRev}).toEqual({key, previousRev: before?._rev})
    const {_rev, ...content} = before ?? {}
    const after: unknown = applyPatch(before ? content : null, effects.apply)
    if (transition === 'disappear') documents.delete(documentId)
    else documents.set(documentId, {...Object(after), _rev: resultRev})
  }

  /** Whole events only: what was cut off in the middle has not been heard. */
  function take(lake: OpenLake | null): void {
    const events = buffer.split('\n\n')
    buffer = events.pop() ?? ''
    for (const event of events) {
      if (event.startsWith(':')) continue
      const fields = new Map(
        event.split('\n').map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)]),
      )
      const name = fields.get('event') ?? ''
      if (['welcome', 'welcomeback', 'reset'].includes(name)) {
        greetings.push(name)
        if (name !== 'welcomeback' && lake) startAfresh(lake)
        continue
      }
      hear(name, JSON.parse(fields.get('data') ?? ''))
      lastEventId = fields.get('id') ?? lastEventId
    }
  }

  function startAfresh(lake: OpenLake): void {
    documents.clear()
    seen.clear()
    lastEventId = null
    for (const [id, document] of lake.store.documents('production') ?? []) documents.set(id, document)
  }

  return {
    greetings,
    documents: () => Object.fromEntries(documents),

    async connect(lake: OpenLake) {
      if (reader) return
      const query = new URLSearchParams({
        query: '*',
        effectFormat: 'mendoza',
        includeAllVersions: 'true',
        enableResume: 'true',
      })
      const response = await lake.fetch(
        new Request(`http://lake.test/v2026-01-01/data/listen/production?${query}`, {
          headers: {authorization: 'Bearer editor', ...(lastEventId === null ? {} : {'last-event-id': lastEventId})},
        }),
      )
      buffer = ''
      reader = response.body?.pipeThrough(new TextDecoderStream()).getReader() ?? null
      // The greeting is there at once, and what a replica starts from is the dataset at that moment.
      buffer += (await reader?.read())?.value ?? ''
      take(lake)
    },

    /** Up to about so many characters, and no longer than there are any. */
    async read(length: number) {
      let read = 0
      while (read < length) {
        if (!reader) return
        pending ??= reader.read()
        const next = await Promise.race([pending, nothing()])
        if (!next) return
        pending = null
        if (next.done) return this.drop()
        const text = next.value.slice(0, length - read)
        read += text.length
        buffer += text
        take(null)
        if (text.length < next.value.length) return this.drop()
      }
    },

    async drop() {
      await reader?.cancel()
      reader = null
      pending = null
    },
  }
}

/** Long enough for what has been sent to come. */
function nothing(): Promise<undefined> {
  return new Promise((resolve) => setImmediate(() => setImmediate(() => setImmediate(() => resolve(undefined)))))
}

function write(lake: OpenLake, random: (below: number) => number, step: number): void {
  const id = () => IDS[random(IDS.length)] ?? 'a'
  const blocks = () => Array.from({length: random(4)}, () => ({_key: `k${random(5)}`, text: 'é🌊x'.repeat(random(9))}))
  const mutation = (): Record<string, unknown> => {
    const kind = random(6)
    if (kind === 0) return {delete: {id: id()}}
    if (kind === 1) return {createIfNotExists: {_id: id(), _type: 'article', n: 0}}
    if (kind === 2) return {createOrReplace: {_id: id(), _type: random(2) ? 'article' : 'author', body: blocks()}}
    const operation = [
      {set: {title: `t${step}`, body: blocks()}},
      {unset: ['title']},
      {setIfMissing: {n: 0}, inc: {n: 1}},
    ]
    return {patch: {id: id(), ...operation[kind - 3]}}
  }
  const mutations = Array.from({length: 1 + random(4)}, mutation)
  try {
    lake.commit({dataset: 'production', author: 'ada', mutations})
  } catch (error) {
    // A patch of what does not exist.
    if (!(error instanceof MutationError)) throw error
  }
}

function open(path: string): OpenLake {
  return createLake({path, identify: identifyByRole})
}

function randomOf(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 4294967296) * below)
  }
}
