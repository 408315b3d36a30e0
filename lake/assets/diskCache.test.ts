import {mkdirSync, readdirSync, utimesSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from 'vitest'

import {temporaryFolders} from '@/test-support/assetsLake'

import {createDiskCache} from './diskCache'

const kilobyte = new Uint8Array(1000)

test('keeps what was used last, within its bound', async () => {
  const folder = temporaryFolders().cacheFolder
  const cache = createDiskCache({folder, maxBytes: 3500})
  for (const name of ['a/1', 'a/2', 'b/3']) {
    await cache.put(name, kilobyte)
    age(join(folder, name), 100)
  }
  age(join(folder, 'a/1'), 50)
  expect(await cache.find('a/2')).toBe(join(folder, 'a/2'))
  await cache.put('b/4', kilobyte)
  expect(names(folder)).toEqual(['a/1', 'a/2', 'b/4'])
})

test('counts what an earlier process left, and clears away what it left half written', async () => {
  const folder = temporaryFolders().cacheFolder
  mkdirSync(join(folder, 'a'), {recursive: true})
  for (const name of ['a/1', 'a/2', 'a/3', 'a/4.partial']) writeFileSync(join(folder, name), kilobyte)
  for (const name of ['a/1', 'a/2', 'a/3']) age(join(folder, name), 100)
  await createDiskCache({folder, maxBytes: 2500}).put('b/5', kilobyte)
  expect(names(folder)).toEqual([expect.stringMatching(/^a\/[123]$/), 'b/5'])
})

test('counts files that are put at the same time', async () => {
  const folder = temporaryFolders().cacheFolder
  const cache = createDiskCache({folder, maxBytes: 5000})
  await Promise.all(Array.from({length: 50}, (_, n) => cache.put(`a/${n}`, kilobyte)))
  await cache.put('a/last', kilobyte)
  expect(names(folder).length).toBeLessThanOrEqual(5)
})

test('does not keep what is larger than all of it', async () => {
  const folder = temporaryFolders().cacheFolder
  expect(await createDiskCache({folder, maxBytes: 900}).put('a/1', kilobyte)).toBeNull()
})

test('finds nothing that it was told to forget', async () => {
  const folder = temporaryFolders().cacheFolder
  const cache = createDiskCache({folder, maxBytes: 3500})
  await cache.put('a/1', kilobyte)
  await cache.put('b/1', kilobyte)
  cache.forget('a')
  expect([await cache.find('a/1'), names(folder)]).toEqual([null, ['b/1']])
})

function age(path: string, seconds: number): void {
  const then = new Date(Date.now() - seconds * 1000)
  utimesSync(path, then, then)
}

function names(folder: string): string[] {
  return readdirSync(folder, {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile())
    .map(({parentPath, name}) => `${parentPath.split('/').at(-1)}/${name}`)
    .toSorted()
}
