import {beforeEach, expect, onTestFinished, test, vi} from 'vitest'
import {z} from 'zod'

import {StoreUnavailableError} from './errors'
import {freshOrKept, type ContentQuery, type PageEntry} from './freshOrKept'
import type {LastGood} from './lastGood'

const article: ContentQuery<z.ZodType> = {
  name: 'articleQuery',
  query: '*[slug.current == $slug][0]',
  schema: z
    .object({_id: z.string(), title: z.string(), body: z.array(z.object({text: z.string()})).nullable()})
    .nullable(),
  tags: ({slug}) => [`slug:article:${slug}`],
}

const tides = {_id: 'tides', title: 'On tides', body: null}
const outage = () => Promise.reject(new StoreUnavailableError('articleQuery', new Error('connect ECONNREFUSED')))

beforeEach(() => {
  const logs = [vi.spyOn(console, 'error'), vi.spyOn(console, 'warn')].map((log) => log.mockImplementation(() => {}))
  onTestFinished(() => logs.forEach((log) => log.mockRestore()))
})

test('answers with fresh content, keeps it, and tags the page with what it shows and when it was read', async () => {
  const page = surroundings({ask: async () => tides})

  await expect(page.read()).resolves.toEqual(tides)
  expect(page.kept).toEqual([tides])
  expect(page.entries).toEqual([
    {
      key: 'articleQuery {"slug":"on-tides"}',
      tags: ['read:999', 'slug:article:on-tides', 'doc:tides'],
      revalidateAfter: false,
    },
  ])
})

test('tags the page of an address without content, so that it appears when published', async () => {
  const page = surroundings({ask: async () => null, kept: [tides]})

  await expect(page.read()).resolves.toBeNull()
  expect(page.kept).toEqual([null])
  expect(page.entries).toMatchObject([{tags: ['read:999', 'slug:article:on-tides'], revalidateAfter: false}])
})

test.each([
  ['does not answer', outage],
  ['answers what no page can be made of', async () => ({_id: 42})],
])('answers with what was kept when the store %s, and tries again in seconds', async (_, ask) => {
  const page = surroundings({ask, kept: [tides]})

  await expect(page.read()).resolves.toEqual(tides)
  expect(page.kept).toEqual([tides])
  expect(page.entries).toMatchObject([{tags: ['read:999', 'slug:article:on-tides', 'doc:tides'], revalidateAfter: 5}])
})

test.each([
  ['nothing was kept', []],
  ['what was kept is of another shape', [{_id: 42}]],
])('fails, and tries again in seconds, when %s', async (_, kept) => {
  const page = surroundings({ask: outage, kept})

  await expect(page.read()).rejects.toThrow('articleQuery was not answered by the content store: connect ECONNREFUSED')
  expect(page.entries).toMatchObject([{revalidateAfter: 5}])
})

test('says in one line what it left out of a page', async () => {
  const page = surroundings({ask: async () => ({...tides, body: [{text: 'a'}, {text: 7}]})})
  await page.read()

  expect(vi.mocked(console.warn).mock.calls).toEqual([
    ['articleQuery {"slug":"on-tides"}: left out body.1.text, body.1'],
  ])
})

test('answers although the content cannot be kept', async () => {
  const page = surroundings({ask: async () => tides, save: () => Promise.reject(new Error('ENOSPC'))})

  await expect(page.read()).resolves.toEqual(tides)
})

test('lets an error of our own through', async () => {
  const page = surroundings({ask: () => Promise.reject(new TypeError('ours')), kept: [tides]})

  await expect(page.read()).rejects.toThrow(TypeError)
})

interface Given {
  ask: () => Promise<unknown>
  /** What is kept under the one key that is read; the last one counts. */
  kept?: unknown[]
  save?: LastGood['save']
}

function surroundings({ask, kept = [], save}: Given) {
  const entries: PageEntry[] = []
  const lastGood: LastGood = {
    load: async () => kept.at(-1),
    save: save ?? (async (_, value) => void kept.splice(0, kept.length, value)),
  }
  const tagPage = async (entry: PageEntry) => void entries.push(entry)
  return {entries, kept, read: () => freshOrKept(article, {slug: 'on-tides'}, {ask, lastGood, tagPage, now: 1000})}
}
