import {createClient} from '@sanity/client'
import {createGrantsStore} from 'sanity'
import {expect, test} from 'vitest'

import {grantsOf} from '@/lake/documents/grants'
import type {Role} from '@/lake/identity'
import {clientOf, testLake} from '@/test-support/lakeClient'

import {articlesToEdit} from './articlesToEdit'

const OTHERS = ['drafts of others', 'published with a draft of others']
const OWN = ['drafts of one’s own', 'published', 'published with a draft of one’s own']

test.each([
  ['editor', [...OTHERS, ...OWN]],
  ['contributor', OWN],
  ['viewer', []],
] as const)('offers an account of the role %s what it may edit', async (role, offered) => {
  const lake = testLake({
    production: [
      article('drafts.theirs', 'drafts of others', 'editor'),
      article('drafts.mine', 'drafts of one’s own', 'contributor'),
      article('out', 'published'),
      article('both', 'published with a draft of others'),
      article('drafts.both', 'published with a draft of others', 'editor'),
      article('again', 'published with a draft of one’s own'),
      article('drafts.again', 'published with a draft of one’s own', 'contributor'),
    ],
  })
  const client = clientOf(lake, {token: role})
  const found = await articlesToEdit(client, grantsStore(role))

  expect(found.map(({title}) => title).sort()).toEqual([...offered].sort())
  expect(found.every(({_id}) => !_id.startsWith('drafts.'))).toBe(true)
})

function grantsStore(role: Role) {
  const config = {projectId: 'octavo', dataset: 'production', apiVersion: '2026-01-01', useCdn: false}
  const client = createClient({...config, resolveFetch: () => () => Promise.resolve(Response.json(grantsOf(role)))})
  return createGrantsStore({client, userId: role})
}

function article(_id: string, title: string, createdBy?: string) {
  return {_id, _type: 'article', title, ...(createdBy ? {_system: {createdBy}} : {})}
}
