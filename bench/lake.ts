import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

import {evaluateSync, parse, toJS} from 'groq-js'

import {createLake, type OpenLake} from '../lake/index.ts'
import {sqliteStore} from '../lake/store/sqlite.ts'

import {queryCases, type QueryCase} from './cases.ts'
import {documentsOf, seed} from './dataset.ts'
import {measure, type Times} from './measure.ts'

export interface SizeReport {
  size: number
  /** By name of the case. */
  queries: Record<
    string,
    {lake: Times; first: number; /** For taking too long. */ refused: number; plain: Times | null}
  >
  patch: Times
  /** Milliseconds until the lake is open, and until it has answered its first query. */
  load: {open: number; answered: number}
  /** Of this process alone, in megabytes. */
  memory: number
}

const OPTIONS = {identify: () => ({id: 'e', name: 'E', email: 'e@example.org', role: 'editor', kind: 'user'}) as const}

/** Measures a lake with so many documents through its HTTP routes, and groq-js by itself on the same documents. */
export async function measureLake(size: number): Promise<SizeReport> {
  const folder = mkdtempSync(join(tmpdir(), 'octavo-bench-'))
  const path = join(folder, 'lake.sqlite')
  try {
    const store = sqliteStore(path)
    store.createDataset('production')
    seed(store, documentsOf(size))
    store.close()
    return await measureFile(path, size)
  } finally {
    rmSync(folder, {recursive: true})
  }
}

async function measureFile(path: string, size: number): Promise<SizeReport> {
  const startedAt = performance.now()
  const lake = createLake({path, ...OPTIONS})
  const open = performance.now() - startedAt
  await ask(lake, {query: 'count(*)', params: {}, perspective: 'published'})
  const answered = performance.now() - startedAt

  const queries: SizeReport['queries'] = {}
  for (const one of queryCases) {
    const first = await measure({rounds: 1, warmUp: 0}, () => untilAnswered(() => askCase(lake, one, 0, size)))
    let refused = 0
    const times = await measure({rounds: 200, warmUp: 60}, (round) =>
      askCase(lake, one, round, size).catch(() => (refused += 1)),
    )
    queries[one.name] = {lake: times, first: first.median, refused, plain: null}
  }
  const patch = await measure({rounds: 200, warmUp: 30}, (round) => patchArticle(lake, round, size))
  const memory = Math.round(process.memoryUsage().rss / 1024 / 1024)
  await lake.close()
  for (const one of queryCases) Object.assign(queries[one.name] ?? {}, {plain: await measurePlain(one, size)})
  return {size, queries, patch, load: {open, answered}, memory}
}

async function measurePlain({query, params}: QueryCase, size: number): Promise<Times | null> {
  // groq-js has no text::query.
  if (query.includes('text::query')) return null
  const dataset = [...documentsOf(size)]
  return measure({rounds: size > 10_000 ? 5 : 20, warmUp: 2}, (round) => {
    const values = params(round, size)
    return JSON.stringify(toJS(evaluateSync(parse(query, {params: values}), {dataset, params: values})))
  })
}

/** A search soon after the start may run into the time limit; each attempt brings the next one further. */
async function untilAnswered(work: () => Promise<void>): Promise<void> {
  for (let attempts = 60; ; attempts--) {
    try {
      return await work()
    } catch (error) {
      if (attempts === 0) throw error
    }
  }
}

async function askCase(lake: OpenLake, one: QueryCase, round: number, size: number): Promise<void> {
  await ask(lake, {...one, params: one.params(round, size)})
}

async function ask(
  lake: OpenLake,
  {query, params, perspective}: {query: string; params: Record<string, unknown>; perspective: string},
): Promise<void> {
  await post(lake, `data/query/production?perspective=${perspective}`, {query, params})
}

async function patchArticle(lake: OpenLake, round: number, size: number): Promise<void> {
  const id = `article-${size - 1 - ((round * 37) % (size / 2))}`
  await post(lake, 'data/mutate/production', {mutations: [{patch: {id, set: {title: `On ${round}`}}}]})
}

async function post(lake: OpenLake, route: string, body: unknown): Promise<void> {
  const init = {
    method: 'POST',
    headers: {authorization: 'Bearer x', 'content-type': 'application/json'},
    body: JSON.stringify(body),
  }
  const response = await lake.fetch(new Request(`http://lake.test/v2025-02-19/${route}`, init))
  const text = await response.text()
  if (!response.ok) throw new Error(`${route} answered ${response.status}: ${text.slice(0, 300)}`)
}
