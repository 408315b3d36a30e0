import {expect, test} from 'vitest'

import type {Child} from './child'
import {keepRunning} from './keepRunning'

test('starts again what crashed, and gives up at the fourth crash in a minute', async () => {
  const {start, started} = programs()
  const crashes: string[] = []
  const givenUp = new Promise<string>((resolve) => {
    void keepRunning({start, onCrash: (why) => crashes.push(why), onGivenUp: resolve})
  })

  for (const crash of [1, 2, 3, 4]) {
    await expect.poll(() => started.length).toBe(crash)
    started.at(-1)?.end(`signal ${crash}`)
  }

  await expect(givenUp).resolves.toBe('signal 4')
  expect(crashes).toEqual(['signal 1', 'signal 2', 'signal 3'])
  expect(started).toHaveLength(4)
})

test('does not start again what was stopped', async () => {
  const {start, started} = programs()
  const crashes: string[] = []
  const kept = await keepRunning({start, onCrash: (why) => crashes.push(why), onGivenUp: () => {}})

  await kept.stop()

  expect(crashes).toEqual([])
  expect(started).toHaveLength(1)
})

test('does not count a restart on purpose as a crash', async () => {
  const {start, started} = programs()
  const crashes: string[] = []
  const kept = await keepRunning({start, onCrash: (why) => crashes.push(why), onGivenUp: () => {}})

  for (const restarts of [1, 2, 3, 4, 5]) {
    await kept.restart()
    await expect.poll(() => started.length).toBe(restarts + 1)
  }

  expect(crashes).toEqual([])
})

test('starts again on request what it had given up', async () => {
  const {start, started} = programs()
  const {promise: givenUp, resolve: onGivenUp} = Promise.withResolvers<string>()
  const crashes: string[] = []
  const kept = await keepRunning({start, onCrash: (why) => crashes.push(why), onGivenUp})
  for (const crash of [1, 2, 3, 4]) {
    await expect.poll(() => started.length).toBe(crash)
    started.at(-1)?.end(`signal ${crash}`)
  }
  await givenUp

  await kept.restart()
  expect(started).toHaveLength(5)

  started.at(-1)?.end('signal 5')
  await expect.poll(() => started.length).toBe(6)
  expect(crashes.at(-1)).toBe('signal 5')
})

test('counts a crash after a restart that found nothing to stop', async () => {
  const {start, started} = programs()
  const crashes: string[] = []
  const kept = await keepRunning({start, onCrash: (why) => crashes.push(why), onGivenUp: () => {}})
  started[0]?.end('signal 1')

  await kept.restart()
  await expect.poll(() => started.length).toBe(2)
  started[1]?.end('signal 2')

  await expect.poll(() => crashes).toEqual(['signal 1', 'signal 2'])
})

test('says why it could not be started again', async () => {
  const {start, started} = programs()
  let isBroken = false
  const givenUp = new Promise<string>((resolve) => {
    const startOnce = () => (isBroken ? Promise.reject(new Error('Port 3334 is taken.')) : start())
    void keepRunning({start: startOnce, onCrash: () => {}, onGivenUp: resolve})
  })
  await expect.poll(() => started.length).toBe(1)
  isBroken = true
  started[0]?.end('exit code 1')

  await expect(givenUp).resolves.toBe('Port 3334 is taken.')
})

/** Processes that end when told to. */
function programs() {
  const started: (Child & {end: (why: string) => void})[] = []
  const start = async (): Promise<Child> => {
    const {promise: ended, resolve: end} = Promise.withResolvers<string>()
    const child = {ended, end, stop: async () => end('exit code 0')}
    started.push(child)
    return child
  }
  return {start, started}
}
