import {afterEach, beforeEach, expect, test, vi} from 'vitest'

import {createAnswers} from './answers.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const limits = {smallBytes: 10, maxBytesPerClient: 200_000, maxBytesOfStrangers: 300_000, stallMs: 1_000}
const [ada, x, y] = [
  {key: 'ada', isSignedIn: true},
  {key: 'x', isSignedIn: false},
  {key: 'y', isSignedIn: false},
]
const large = () => new Uint8Array(150_000).fill(7)

test('gives a small answer as it is', () => {
  const bytes = new Uint8Array(10)

  expect(createAnswers(limits).hold(bytes, x)).toBe(bytes)
})

test('gives a large answer whole, and then counts it no more', async () => {
  const answers = createAnswers(limits)

  for (let count = 0; count < 5; count++) {
    const body = await new Response(answers.hold(large(), x)).arrayBuffer()
    expect(Buffer.from(body)).toEqual(Buffer.from(large()))
  }
})

test('refuses more to a client that does not read, and to strangers together', () => {
  const answers = createAnswers(limits)
  answers.hold(large(), x)
  expect(() => answers.hold(large(), x)).toThrow(expect.objectContaining({status: 429}))
  answers.hold(large(), y)

  expect(() => answers.hold(large(), {...x, key: 'z'})).toThrow(expect.objectContaining({status: 503}))
  expect(answers.hold(large(), ada)).toBeInstanceOf(ReadableStream)
  expect(answers.hold(new Uint8Array(10), x)).toBeInstanceOf(Uint8Array)
})

test('forgets what a reader who has gone was to get', async () => {
  const answers = createAnswers(limits)
  const body = answers.hold(large(), x)
  if (body instanceof Uint8Array) throw new Error('It is small')
  await body.cancel()

  expect(answers.hold(large(), x)).toBeInstanceOf(ReadableStream)
})

test('cuts off who takes nothing for a while, and nobody who goes on', async () => {
  const answers = createAnswers(limits)
  const [idle, slow] = [x, y].map((client) => new Response(answers.hold(large(), client)).body?.getReader())
  const first = await slow?.read()
  await vi.advanceTimersByTimeAsync(900)
  await slow?.read()
  await vi.advanceTimersByTimeAsync(900)

  await expect(idle?.read()).rejects.toThrow('the reader takes nothing')
  expect(first?.value).toHaveLength(65_536)
  await expect(slow?.read()).resolves.toMatchObject({done: false})
  expect(answers.hold(large(), x)).toBeInstanceOf(ReadableStream)
})
