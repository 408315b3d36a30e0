import {expect, test} from 'vitest'

import {lakeClient} from '@/test-support/lakeClient'

import {changedFilter, unchangedFilter} from './draftFilters'

const documents = [
  {_id: 'drafts.new', _type: 'article', title: 'new'},
  {_id: 'changed', _type: 'article', title: 'changed'},
  {_id: 'drafts.changed', _type: 'article', title: 'changed'},
  {_id: 'clean', _type: 'article', title: 'clean'},
]

test('sorts articles into those with a draft and those without, as lists read them', async () => {
  const client = lakeClient({production: documents}, {token: 'editor', perspective: 'drafts'})
  const titles = (filter: string) => client.fetch(`*[_type == "article" && ${filter}] | order(title).title`)

  await expect(titles(changedFilter)).resolves.toEqual(['changed', 'new'])
  await expect(titles(unchangedFilter)).resolves.toEqual(['clean'])
})

test('matches drafts without a perspective, as lists listen', async () => {
  const client = lakeClient({production: documents}, {token: 'editor', perspective: 'raw'})
  const ids = (filter: string) => client.fetch(`*[_type == "article" && ${filter}] | order(_id)._id`)

  await expect(ids(changedFilter)).resolves.toEqual(['drafts.changed', 'drafts.new'])
  await expect(ids(unchangedFilter)).resolves.toEqual(['changed', 'clean', 'drafts.changed', 'drafts.new'])
})
