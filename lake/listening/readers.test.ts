import {expect, test} from 'vitest'

import {toPieces, type Piece} from './pieces.ts'
import {createReaders} from './readers.ts'
import type {Reader} from './reader.ts'

test('cuts off a reader that owes more than its share, and forgets what was sent', () => {
  const {readers, message} = open()
  const [slow, quick] = [readers.open(), readers.open()]
  const finished = finishOf(slow)

  for (let count = 0; count < 4; count++) {
    for (const reader of [slow, quick]) reader.send(message(40))
    while (quick.take());
  }

  expect([slow.isOpen, quick.isOpen]).toEqual([false, true])
  expect(finished()).toBe('cut')
  expect(readers.backlogBytes()).toBe(0)
  expect(readers.count()).toBe(1)
})

test('lets one message be larger than a share', () => {
  const {readers, message} = open()
  const reader = readers.open()

  reader.send(message(500))

  expect(reader.isOpen).toBe(true)
})

test('counts once what many wait for', () => {
  const {readers, message} = open()
  const shared = message(80)
  const all = Array.from({length: 20}, () => readers.open())
  for (const reader of all) reader.send(shared)

  expect(readers.backlogBytes()).toBe(80)
  all[0]?.take()
  expect(readers.backlogBytes()).toBe(80)
  for (const reader of all) reader.take()

  expect(readers.backlogBytes()).toBe(0)
})

test('bounds what waits for all together, and cuts the slowest first', () => {
  const {readers, message} = open()
  const all = Array.from({length: 12}, () => readers.open())
  all[3]?.send(message(20))

  for (const reader of all) reader.send(message(90))

  expect(readers.backlogBytes()).toBeLessThanOrEqual(1_000)
  expect(all[3]?.isOpen).toBe(false)
  expect(all.filter(({isOpen}) => isOpen).length).toBe(11)
})

test('cuts off a reader that takes nothing for too long, however little it owes', () => {
  const {readers, message, pass} = open()
  const [stalled, slow, idle] = [readers.open(), readers.open(), readers.open()]
  for (const reader of [stalled, slow]) for (let count = 0; count < 4; count++) reader.send(message(10))

  for (let second = 0; second < 8; second++) {
    pass(5_000)
    if (second % 2) slow.take()
    idle.take()
    readers.sweep()
  }

  expect([stalled.isOpen, slow.isOpen, idle.isOpen]).toEqual([false, true, true])
})

test('keeps silent connections alive', () => {
  const {readers, pass} = open()
  const reader = readers.open()

  pass(15_000)
  readers.sweep()

  expect(text(reader.take())).toBe(': ♥\n\n')
  readers.sweep()
  expect(reader.take()).toBeUndefined()
})

test('ends a stream after what has been sent', () => {
  const {readers, message} = open()
  const reader = readers.open()
  const finished = finishOf(reader)
  reader.send(message(10))

  readers.close()

  expect([reader.isOpen, finished()]).toEqual([false, undefined])
  expect(reader.take()).toBeDefined()
  expect(reader.take()).toBeUndefined()
  expect(finished()).toBe('ended')
})

test('cuts text between characters, and leaves none out', () => {
  const mixed = `${'x'.repeat(32 * 1024 - 1)}${'🌊\uFEFFé'.repeat(30_000)}`
  const pieces = toPieces(mixed)

  expect(pieces.length).toBeGreaterThan(3)
  expect(pieces.map(text).join('')).toBe(mixed)
})

function open() {
  let now = 0
  const readers = createReaders({maxReaderBytes: 100, maxTotalBytes: 1_000, maxStallMs: 20_000}, () => now)
  return {
    readers,
    message: (bytes: number): Piece[] => toPieces('x'.repeat(bytes)),
    pass: (ms: number) => (now += ms),
  }
}

function finishOf(reader: Reader): () => string | undefined {
  let how: string | undefined
  reader.connect({wake: () => {}, finish: (finished) => (how = finished)})
  return () => how
}

function text(piece: Piece | undefined): string {
  return new TextDecoder('utf-8', {ignoreBOM: true}).decode(piece?.bytes)
}
