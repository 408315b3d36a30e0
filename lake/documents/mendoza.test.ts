import {applyPatch, incremental} from 'mendoza'
import {expect, test} from 'vitest'

import {encodePatch} from './mendoza.ts'

test.each([
  ['a changed field', {a: 1, b: 2}, {a: 1, b: 3}, [17, 3, 'b']],
  ['typing in a string', {title: 'On tide, 潮'}, {title: 'On tides, 潮'}, [11, 0, 23, 0, 7, 22, 's', 23, 7, 12, 15]],
  ['characters with a surrogate in common', {t: 'a🌊b'}, {t: 'a🌋b'}, [11, 0, 23, 0, 1, 22, '🌋', 23, 5, 6, 15]],
  ['characters that end alike', {t: '\u{1f30a}b'}, {t: '\u{2f30a}b'}, [11, 0, 22, '\u{2f30a}', 23, 4, 5, 15]],
  ['a deletion', {a: 1, b: 2}, {a: 1}, [19, 1]],
  ['a creation', null, {a: 1}, [0, {a: 1}]],
])('encodes %s', (_name, before, after, patch) => {
  expect(encodePatch(before, after)).toEqual(patch)
  expect(applyPatch(before, patch)).toEqual(after)
})

test('edits a keyed element in place when another is inserted before it', () => {
  const before = {body: [{_key: 'a', text: 'one'}]}
  const after = {
    body: [
      {_key: 'b', text: 'new'},
      {_key: 'a', text: 'once'},
    ],
  }

  expect(encodePatch(before, after)).not.toContainEqual({_key: 'a', text: 'once'})
  expect(applyPatch(before, encodePatch(before, after))).toEqual(after)
})

test("leads from any document to any other, with both of mendoza's appliers", () => {
  const random = generator(1)
  for (let round = 0; round < 4000; round++) {
    const before = value(random, 3)
    const after = random() < 0.7 ? edited(random, before) : value(random, 3)
    const patch = encodePatch(before, after)
    const results = [applyPatch(before, patch), applyIncrementally(before, patch)]
    expect({before, patch, results}).toEqual({before, patch, results: [after, after]})
  }
})

/** As the Studio's history does. It cannot begin with null. */
function applyIncrementally(before: unknown, patch: unknown[]): unknown {
  if (before === null) return applyPatch(before, patch)
  return incremental.unwrap(incremental.applyPatch(incremental.wrap(structuredClone(before), 'before'), patch, 'after'))
}

/** Deterministic numbers in [0, 1): mulberry32. */
function generator(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

const texts = ['', 'tide', 'tides', '潮汐', 'a🌊b', '🌊', '🌋', 'a🌋b', '\u{1f30a}\u{2f30a}', 'tidé']

function value(random: () => number, depth: number): unknown {
  const pick = Math.floor(random() * (depth > 0 ? 8 : 5))
  if (pick === 0) return null
  if (pick === 1) return Math.floor(random() * 5)
  if (pick === 2) return random() < 0.5
  if (pick < 5) return texts[Math.floor(random() * texts.length)] + (random() < 0.5 ? 'é' : '')
  const size = Math.floor(random() * 4)
  if (pick < 6) return Array.from({length: size}, () => value(random, depth - 1))
  const fields = Array.from({length: size}, () => [field(random), value(random, depth - 1)])
  if (pick === 6) return Object.fromEntries(fields)
  return Array.from({length: size}, (_, index) => ({_key: `k${index}`, ...Object.fromEntries(fields)}))
}

function field(random: () => number): string {
  return ['a', 'B', 'é', '10', '9', '_type', 'z'][Math.floor(random() * 7)] ?? 'a'
}

function edited(random: () => number, before: unknown): unknown {
  if (typeof before === 'string') return before.slice(0, 1).replace(/[\ud800-\udbff]$/, '') + 'x' + before
  if (Array.isArray(before)) {
    const items = before.map((item) => (random() < 0.3 ? edited(random, item) : item)).filter(() => random() < 0.8)
    return random() < 0.3 ? items.toReversed() : random() < 0.5 ? [...items, value(random, 1)] : items
  }
  if (before === null || typeof before !== 'object') return value(random, 1)
  return Object.fromEntries([
    ...Object.entries(before).flatMap(([key, item]) =>
      random() < 0.2 ? [] : [[key, random() < 0.5 ? edited(random, item) : item]],
    ),
    ...(random() < 0.3 ? [[field(random), value(random, 1)]] : []),
  ])
}
