import {expect, test} from 'vitest'

import {libraryVersionQuery} from './queries/library'
import {createSearchedLibrary} from './searchedLibrary'

test('finds every work when one of them has an author of the wrong shape', async () => {
  const read = createSearchedLibrary({ask: storeOf([work('a', [null, 3, {}]), work('b', [])]), now: () => 0})
  expect((await read()).map(({id}) => id)).toEqual(['a', 'b'])
})

test('asks for the works again only when the store has changed, and not at all within two seconds', async () => {
  const asked: string[] = []
  let version = 'first'
  let time = 0
  const read = createSearchedLibrary({
    ask: async (query) => {
      asked.push(query === libraryVersionQuery ? 'version' : 'works')
      return storeOf([work(version, [])], version)(query)
    },
    now: () => time,
  })
  await Promise.all([read(), read()])
  time = 1_999
  await read()
  expect(asked).toEqual(['version', 'works'])

  time = 2_000
  await read()
  expect(asked).toEqual(['version', 'works', 'version'])

  version = 'second'
  time = 4_000
  expect((await read()).map(({id}) => id)).toEqual(['second'])
})

test('cannot be read when the store has never answered', async () => {
  const read = createSearchedLibrary({ask: () => Promise.reject(new Error('down')), now: () => 0})
  await expect(read()).rejects.toThrow('The library could not be read for a search')
})

function storeOf(references: object[], newest = '2026-03-01T09:00:00Z') {
  return async (query: string): Promise<unknown> =>
    query === libraryVersionQuery ? {newest, count: 3} : {citing: [{cites: ['a', 'b', 'first', 'second']}], references}
}

function work(id: string, author: unknown[]) {
  return {
    id,
    type: 'book',
    title: `Tides ${id}`,
    containerTitle: null,
    publisher: null,
    author,
    editor: null,
    issued: null,
    doi: null,
    verbatim: null,
  }
}
