import {expect, test} from 'vitest'

import {createFairQueue} from './fairQueue.ts'
import {createUsage} from './usage.ts'

const limits = {maxWaiting: 6, maxWaitingPerClient: 3}
const anonymous = (key: string) => ({key, isSignedIn: false})

test('lets people who have signed in go first, then those who have used least, each in order', () => {
  const used: Record<string, number> = {heavy: 900, light: 1, editor: 5_000}
  const queue = createFairQueue<string>({...limits, used: (key) => used[key] ?? 0})
  queue.push(anonymous('heavy'), 'heavy 1')
  queue.push(anonymous('light'), 'light 1')
  queue.push(anonymous('light'), 'light 2')
  queue.push({key: 'editor', isSignedIn: true}, 'editor 1')
  queue.push(anonymous('new'), 'new 1')

  expect(drained(queue)).toEqual(['editor 1', 'new 1', 'light 1', 'light 2', 'heavy 1'])
})

test('refuses a client who has too many waiting, and takes what others ask', () => {
  const queue = createFairQueue<number>({...limits, used: () => 0})
  for (const item of [1, 2, 3]) queue.push(anonymous('a'), item)

  expect(() => queue.push(anonymous('a'), 4)).toThrow(expect.objectContaining({status: 429}))
  queue.push(anonymous('b'), 5)
  expect(queue.size).toBe(4)
})

test('refuses everybody when too many wait altogether', async () => {
  const queue = createFairQueue<number>({...limits, used: () => 0})
  for (const key of ['a', 'b', 'c', 'd', 'e', 'f']) queue.push(anonymous(key), 1)
  const refusal = refused(() => queue.push(anonymous('g'), 2))

  expect(refusal?.status).toBe(503)
  expect(refusal?.headers.get('retry-after')).toBe('1')
})

test('puts what is urgent before what the same client has waiting, and before nobody else', () => {
  const queue = createFairQueue<string>({...limits, used: (key) => (key === 'heavy' ? 9 : 0)})
  queue.push(anonymous('heavy'), 'heavy 1')
  queue.push(anonymous('heavy'), 'urgent', {isUrgent: true})
  queue.push(anonymous('light'), 'light 1')

  expect(drained(queue)).toEqual(['light 1', 'urgent', 'heavy 1'])
})

test('forgets what is no longer asked', () => {
  const queue = createFairQueue<string>({...limits, used: () => 0})
  queue.push(anonymous('a'), 'gone')
  queue.push(anonymous('a'), 'kept')
  queue.remove('gone')
  queue.remove('never there')

  expect(queue.size).toBe(1)
  expect(drained(queue)).toEqual(['kept'])
})

test('forgets by and by what a client has used', () => {
  let now = 0
  const usage = createUsage(() => now)
  usage.add('a', 100)
  now = 2_000
  usage.add('a', 100)

  expect(usage.of('a')).toBe(150)
  now = 60_000
  expect(usage.of('a')).toBeLessThan(0.01)
  expect(usage.of('b')).toBe(0)
})

function drained<T>(queue: {shift(): T | undefined}): T[] {
  const items: T[] = []
  for (let item = queue.shift(); item !== undefined; item = queue.shift()) items.push(item)
  return items
}

function refused(run: () => void): Response | undefined {
  try {
    run()
  } catch (error) {
    return error instanceof Error && 'toResponse' in error && typeof error.toResponse === 'function'
      ? error.toResponse()
      : undefined
  }
  return undefined
}
