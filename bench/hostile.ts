import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {monitorEventLoopDelay} from 'node:perf_hooks'

import {createLake, type OpenLake} from '../lake/index.ts'

// What a reader waits for a simple query, and how late the process is, alone and beside 20 hostile readers.
// node bench/hostile.ts [documents] [seconds]
const [count, seconds] = [Number(process.argv[2] ?? 10_000), Number(process.argv[3] ?? 20)]
const HOSTILE_READERS = 20

const hostile = [
  (n: number) => `count(*[count(*[_id != ^._id]) > ${n}])`,
  (n: number) => `${n}${'+1'.repeat(20_000)}`,
  (n: number) => `*{"all": *{"all": *}}[${n}]`,
  (n: number) => `[{"a": [1, 2, 3, ${n}]}]${'|{"a": a + a}'.repeat(30)}`,
  (n: number) => `[{"a": "${'x'.repeat(1_000)}${n}"}]${'|{"a": a + a}'.repeat(18)}{"n": count(string::split(a, ""))}`,
  (n: number) => `count(*[title match "${'*a'.repeat(12)}${n}"])`,
  (n: number) => `*|order(lower(title), ${n})[0...2]{"x": *|order(title)[${n}]}`,
  (n: number) => `${'['.repeat(90)}${n}${']'.repeat(90)}`,
]

const folder = mkdtempSync(join(tmpdir(), 'lake-bench-'))
const lake = createLake({path: join(folder, 'lake.sqlite')})
for (let start = 0; start < count; start += 5_000) {
  const mutations = Array.from({length: Math.min(5_000, count - start)}, (_, index) => ({
    create: article(start + index),
  }))
  lake.commit({dataset: 'production', author: 'bench', mutations})
}
await ask(lake, '*[0]', 'warm')

console.log(`${count} documents, ${seconds} s each`)
report('alone', await measure(seconds))
const attacking = new AbortController()
const attack = Array.from({length: HOSTILE_READERS}, (_, reader) => beHostile(reader))
report(`beside ${HOSTILE_READERS} hostile readers`, await measure(seconds))
attacking.abort()
console.log('answers to the hostile:', (await Promise.all(attack)).reduce(merged, {}))
await lake.close()
rmSync(folder, {recursive: true})

async function measure(forSeconds: number) {
  const lag = monitorEventLoopDelay({resolution: 5})
  const times: number[] = []
  let failures = 0
  lag.enable()
  for (const until = performance.now() + forSeconds * 1_000; performance.now() < until;) {
    const n = times.length % count
    const startedAt = performance.now()
    const {status, text} = await ask(
      lake,
      `*[_type == "article" && slug.current == $slug][0]._id`,
      'reader',
      `slug-${n}`,
    )
    times.push(performance.now() - startedAt)
    if (status !== 200 || !text.includes(`"d${n}"`)) failures += 1
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
  lag.disable()
  return {times: times.sort((left, right) => left - right), failures, lag}
}

function report(name: string, {times, failures, lag}: Awaited<ReturnType<typeof measure>>): void {
  const [p50, p95, p99] = [0.5, 0.95, 0.99].map((share) => times[Math.floor(times.length * share)]?.toFixed(1))
  const late = [50, 99, 100].map((share) => (lag.percentile(share) / 1e6 - 5).toFixed(1))
  console.log(`${name}: ${times.length} simple queries, ${failures} wrong; ms p50 ${p50}, p95 ${p95}, p99 ${p99}`)
  console.log(`  main loop late by ms p50 ${late[0]}, p99 ${late[1]}, at worst ${late[2]}`)
}

async function beHostile(reader: number): Promise<Record<string, number>> {
  const seen: Record<string, number> = {}
  for (let round = 0; !attacking.signal.aborted; round++) {
    const query = hostile[(reader + round) % hostile.length]?.(reader * 10_000 + round) ?? ''
    const {status} = await ask(lake, query, `203.0.113.${reader}`)
    seen[status] = (seen[status] ?? 0) + 1
    // Even they wait for the network.
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  return seen
}

async function ask(on: OpenLake, query: string, address: string, slug = ''): Promise<{status: number; text: string}> {
  const response = await on.fetch(
    new Request('http://lake.test/v2026-01-01/data/query/production', {
      method: 'POST',
      headers: {'content-type': 'application/json', 'x-forwarded-for': address},
      body: JSON.stringify({query, params: {slug}}),
    }),
  )
  return {status: response.status, text: await response.text()}
}

function merged(left: Record<string, number>, right: Record<string, number>): Record<string, number> {
  const sum = {...left}
  for (const [status, times] of Object.entries(right)) sum[status] = (sum[status] ?? 0) + times
  return sum
}

function article(n: number) {
  const body = Array.from({length: 5}, (_, index) => ({
    _key: `b${index}`,
    _type: 'block',
    children: [{_key: 's', _type: 'span', text: `Paragraph ${index} of ${n}`}],
  }))
  return {_id: `d${n}`, _type: 'article', title: `On tides ${'a'.repeat(20)} ${n}`, slug: {current: `slug-${n}`}, body}
}
