import {expect, test} from 'vitest'

import type {Child} from './child.ts'
import {scheduleLinkChecks} from './linkChecks.ts'

const MINUTE_MS = 60_000
const DAY_MS = 24 * 60 * MINUTE_MS

test('checks some minutes after the start and then every day, never at once', async () => {
  const world = worldOf({random: 0.5})
  expect(world.waits).toEqual([20 * MINUTE_MS])
  expect(world.started()).toBe(0)
  await world.pass()
  expect(world.started()).toBe(1)
  await world.end('exit code 0', 'Checked 3: 3 answer, 0 failing, 0 dead (0 newly so), 0 do not let us look.')
  expect(world.waits).toEqual([20 * MINUTE_MS, DAY_MS + 10 * MINUTE_MS])
  expect(world.said).toEqual([])
  expect(world.logged).toHaveLength(1)
})

test('goes on after a crash, and says so', async () => {
  const world = worldOf({random: 0})
  await world.pass()
  await world.end('signal SIGKILL', 'Checking 3 addresses of 3.')
  expect(world.said).toEqual(['The link checker stopped (signal SIGKILL): Checking 3 addresses of 3.'])
  await world.pass()
  expect(world.started()).toBe(2)
})

test('says that links have died', async () => {
  const world = worldOf({random: 0})
  await world.pass()
  const line = 'Checked 3: 1 answer, 0 failing, 2 dead (1 newly so), 0 do not let us look.'
  await world.end('exit code 0', line)
  expect(world.said).toEqual([`The link checker: ${line}`])
})

test('ends a check that runs, and starts no other', async () => {
  const world = worldOf({random: 0})
  await world.pass()
  await world.stop()
  expect(world.stopped()).toBe(1)
  await world.end('signal SIGTERM', '')
  expect([world.started(), world.waits.length, world.said]).toEqual([1, 1, []])
})

test('waits no longer when it is stopped', async () => {
  const world = worldOf({random: 0})
  await world.stop()
  await world.settled()
  expect([world.started(), world.said]).toEqual([0, []])
})

function worldOf({random}: {random: number}) {
  const [waits, said, logged]: [number[], string[], string[]] = [[], [], []]
  let [started, stopped] = [0, 0]
  let goOn = () => {}
  let end: (why: string) => void = () => {}
  let print: (line: string) => void = () => {}
  const settled = () => new Promise<void>((resolve) => setImmediate(resolve))
  const {stop} = scheduleLinkChecks({
    start: (onLine): Child => {
      started += 1
      print = onLine
      const ended = new Promise<string>((resolve) => (end = resolve))
      return {
        ended,
        stop: async () => {
          stopped += 1
        },
      }
    },
    log: (line) => void logged.push(line),
    say: (line) => void said.push(line),
    wait: (ms, signal) =>
      new Promise<void>((resolve, reject) => {
        waits.push(ms)
        goOn = resolve
        signal.addEventListener('abort', () => reject(new Error('aborted')))
      }),
    random: () => random,
  })
  return {
    waits,
    said,
    logged,
    stop,
    settled,
    started: () => started,
    stopped: () => stopped,
    pass: () => {
      goOn()
      return settled()
    },
    end: (why: string, line: string) => {
      print(line)
      end(why)
      return settled()
    },
  }
}
