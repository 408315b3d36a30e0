import {expect, onTestFinished, test, vi} from 'vitest'

import {createPasteStore} from './keptPaste'

test('brings back a paste with what was done to it', () => {
  const {store} = setUp()

  store.write({text: 'a line', edits: {'0:a line': {choice: 'skip'}}})

  expect(store.read()).toEqual({text: 'a line', edits: {'0:a line': {choice: 'skip'}}})
})

test('brings back the article that gets the references, even when the edits are too many', () => {
  const {store} = setUp()
  const edits = {x: {lookUp: {problems: ['x'.repeat(2_000_000)]}}}

  store.write({text: 'a line', edits, article: {id: 'tides', isNew: true}})

  expect(store.read()).toEqual({text: 'a line', edits: {}, article: {id: 'tides', isNew: true}})
})

test('forgets a paste that was cleared', () => {
  const {store, kept} = setUp()
  store.write({text: 'a line', edits: {}})

  store.write({text: '', edits: {}})

  expect([...kept]).toEqual([])
})

test('keeps pastes of different articles apart', () => {
  const {storage} = setUp()
  createPasteStore(() => [storage], 'production.tides').write({text: 'a line', edits: {}})

  expect(createPasteStore(() => [storage], 'production.').read()).toEqual({text: '', edits: {}})
})

test('keeps the text when the edits are too many', () => {
  const {store} = setUp()

  store.write({text: 'a line', edits: {x: {lookUp: {problems: ['x'.repeat(2_000_000)]}}}})

  expect(store.read()).toEqual({text: 'a line', edits: {}})
})

test('says of a text that is too long that it is not kept', () => {
  const {store, kept} = setUp()
  const paste = {text: 'x'.repeat(1_000_000), edits: {}}

  store.write(paste)

  expect([store.fits(paste), store.fits({text: 'a line', edits: {}}), kept.size]).toEqual([false, true, 0])
})

test.each(['not json', '{"text": 1}', 'null', '[]'])('begins anew with %s', (stored) => {
  const {store, kept} = setUp()
  vi.spyOn(console, 'info').mockReturnValue()
  onTestFinished(() => void vi.restoreAllMocks())
  kept.set('octavo.bibliography.production.', stored)

  expect(store.read()).toEqual({text: '', edits: {}})
})

test('works in a browser that keeps nothing', () => {
  vi.spyOn(console, 'info').mockReturnValue()
  onTestFinished(() => void vi.restoreAllMocks())
  const store = createPasteStore(() => {
    throw new Error('The operation is insecure.')
  }, 'production.')

  store.write({text: 'a line', edits: {}})

  expect(store.read()).toEqual({text: '', edits: {}})
})

test('keeps what two tabs have apart, and gives a third what was pasted last', () => {
  const [first, second, third, all] = [memory(), memory(), memory(), memory()]
  const tab = (own: ReturnType<typeof memory>) => createPasteStore(() => [own.storage, all.storage], 'production.')

  tab(first).write({text: 'one', edits: {}})
  tab(second).write({text: 'two', edits: {}})

  expect([first, second, third].map((own) => tab(own).read().text)).toEqual(['one', 'two', 'two'])
  tab(second).write({text: '', edits: {}})
  expect([first, second, third].map((own) => tab(own).read().text)).toEqual(['one', '', ''])
})

test('does not bring back an earlier text in the place of one that is too long', () => {
  const {store} = setUp()
  store.write({text: 'a line', edits: {}})

  store.write({text: 'x'.repeat(1_000_000), edits: {}})

  expect(store.read().text).toBe('')
})

function setUp() {
  const {kept, storage} = memory()
  return {kept, storage, store: createPasteStore(() => [storage], 'production.')}
}

function memory() {
  const kept = new Map<string, string>()
  const storage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  }
  return {kept, storage}
}
