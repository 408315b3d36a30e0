import {expect, test} from 'vitest'

import type {CheckedLink} from '@/lib/links/dueLinks'
import type {LinkHealth} from '@/lib/links/nextHealth'
import type {Outcome} from '@/lib/links/outcome'

import {checkLinks} from './checkLinks.ts'
import {hostTurns} from './hostTurns.ts'
import {virtualClock} from './virtualClock.fixture.ts'

const alive: Outcome = {kind: 'alive', status: 200, movedTo: null, message: ''}
const silent: Outcome = {kind: 'failed', status: null, message: 'silent', notBefore: null}

test('asks hosts side by side, and each host once a second, one at a time', async () => {
  const hosts = Array.from({length: 12}, (_, host) => `h${host}.example`)
  const links = hosts.flatMap((host) => ['a', 'b', 'c'].map((path) => link(`https://${host}/${path}`)))
  const {asked, most} = await run(links, () => alive)

  expect(most()).toBe(8)
  for (const host of hosts) {
    const times = asked.filter(({url}) => url.includes(`//${host}/`)).map(({at}) => at)
    expect(times).toHaveLength(3)
    for (const [index, at] of times.entries())
      expect(at - (times[index - 1] ?? -Infinity)).toBeGreaterThanOrEqual(1_000)
  }
})

test('keeps what was found before it asks on', async () => {
  const {events} = await run([link('https://a.example/1'), link('https://a.example/2')], () => alive)
  expect(events).toEqual([
    'ask https://a.example/1',
    'keep https://a.example/1 ok',
    'ask https://a.example/2',
    'keep https://a.example/2 ok',
  ])
})

test('keeps nothing when nothing can be reached', async () => {
  const links = ['a', 'b', 'c'].map((host) => link(`https://${host}.example/`))
  const {kept, result} = await run(links, () => silent, {isOnline: false})
  expect(kept).toEqual([])
  expect(result).toEqual({checked: [], isOffline: true})
})

test('believes that something is silent once something else has answered', async () => {
  const links = ['a', 'b', 'c'].map((host) => link(`https://${host}.example/`))
  const {kept} = await run(links, ({url}) => (url.includes('b.example') ? alive : silent), {isOnline: false})
  expect(kept.map(({url, state}) => [url, state])).toContainEqual(['https://a.example/', 'failing'])
  expect(kept.map(({url, state}) => [url, state])).toContainEqual(['https://b.example/', 'ok'])
})

test('believes the only link that is silent when something else can be reached', async () => {
  const {kept, result} = await run([link('https://a.example/')], () => silent, {isOnline: true})
  expect(kept.map(({state}) => state)).toEqual(['failing'])
  expect(result.isOffline).toBe(false)
})

test('counts an error of a server as an answer', async () => {
  const {kept} = await run([link('https://a.example/')], () => ({...silent, status: 500}), {isOnline: false})
  expect(kept.map(({state}) => state)).toEqual(['failing'])
})

test('leaves what is left of a host that asked to be left alone', async () => {
  const links = ['https://a.example/1', 'https://a.example/2', 'https://b.example/'].map((url) => link(url))
  const {asked} = await run(links, () => alive, {
    onAsk: ({url}, {turns, now}) => {
      if (url === 'https://a.example/1') turns.pause('a.example', now() + 3_600_000)
    },
  })
  expect(asked.map(({url}) => url)).toEqual(['https://a.example/1', 'https://b.example/'])
})

test('stops when it is asked to, and keeps nothing of what is being asked', async () => {
  const controller = new AbortController()
  const links = ['1', '2', '3'].map((path) => link(`https://a.example/${path}`))
  const {kept, result} = await run(links, () => alive, {
    signal: controller.signal,
    onAsk: ({url}) => {
      if (!url.endsWith('/2')) return
      controller.abort()
      controller.signal.throwIfAborted()
    },
  })
  expect(kept.map(({url}) => url)).toEqual(['https://a.example/1'])
  expect(result.isOffline).toBe(false)
})

test('ends when nothing can be kept, and asks no further', async () => {
  const asked: string[] = []
  const clock = virtualClock()
  const checking = checkLinks([link('https://a.example/1'), link('https://a.example/2')], {
    turns: hostTurns(clock),
    now: clock.now,
    ask: async ({url}) => {
      asked.push(url)
      return alive
    },
    record: () => Promise.reject(new Error('The store is down')),
    isOnline: async () => true,
  })
  await expect(checking).rejects.toThrow('The store is down')
  expect(asked).toEqual(['https://a.example/1'])
})

interface RunOptions {
  isOnline?: boolean
  signal?: AbortSignal
  onAsk?: (link: {url: string}, world: {turns: ReturnType<typeof hostTurns>; now: () => number}) => void
}

async function run(
  links: CheckedLink[],
  outcomeOf: (link: {url: string}) => Outcome,
  {isOnline = true, signal, onAsk}: RunOptions = {},
) {
  const clock = virtualClock()
  const turns = hostTurns(clock)
  const [asked, kept, events]: [{url: string; at: number}[], LinkHealth[], string[]] = [[], [], []]
  let [atOnce, most] = [0, 0]
  const result = await checkLinks(links, {
    turns,
    now: clock.now,
    signal,
    isOnline: async () => isOnline,
    ask: async (checked) => {
      atOnce += 1
      most = Math.max(most, atOnce)
      await turns.turn(new URL(checked.url).host)
      asked.push({url: checked.url, at: clock.now()})
      events.push(`ask ${checked.url}`)
      onAsk?.(checked, {turns, now: clock.now})
      atOnce -= 1
      return outcomeOf(checked)
    },
    record: async (_, health) => {
      kept.push(health)
      events.push(`keep ${health.url} ${health.state}`)
    },
  })
  return {asked, kept, events, result, most: () => most}
}

function link(url: string): CheckedLink {
  return {referenceId: url, url, isDoi: false, health: null, isAskedFor: false, deadUrl: null}
}
