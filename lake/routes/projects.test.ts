import {expect, test} from 'vitest'

import {openAccounts} from '@/lake/accounts/accounts'
import {clientOf, testLake} from '@/test-support/lakeClient'

import {accountRoutes} from './accountRoutes'

test('lists the one project, with and without who works on it', async () => {
  const {editor} = await withAccounts()
  const members = [
    expect.objectContaining({
      id: expect.any(String),
      role: 'editor',
      roles: [expect.objectContaining({name: 'editor'})],
    }),
  ]

  await expect(editor.projects.list()).resolves.toEqual([expect.objectContaining({id: 'octavo', members})])
  const [brief] = await editor.projects.list({includeMembers: false})
  expect(brief).toHaveProperty('displayName', 'octavo')
  expect(brief).not.toHaveProperty('members')
})

test('describes the project, and knows no other', async () => {
  const {editor} = await withAccounts()

  await expect(editor.projects.getById('octavo')).resolves.toMatchObject({id: 'octavo', displayName: 'octavo'})
  await expect(editor.projects.getById('other')).rejects.toMatchObject({statusCode: 404})
})

test('tells strangers neither the list nor who works on the project', async () => {
  const {anonymous} = await withAccounts()

  await expect(anonymous.projects.list()).rejects.toMatchObject({statusCode: 401})
  await expect(anonymous.projects.getById('octavo')).resolves.toMatchObject({id: 'octavo', members: []})
})

test('has the Studio offer no feature for sale, for which it would forget what was typed', async () => {
  const {editor} = await withAccounts()

  await expect(editor.request({url: '/features'})).resolves.toEqual(['studioComments'])
})

async function withAccounts() {
  const accounts = openAccounts({path: ':memory:'})
  await accounts.add({email: 'ada@example.org', name: 'Ada', role: 'editor', password: 'analytical engine'})
  const lake = testLake({production: []}, {routes: accountRoutes(accounts)})
  return {editor: clientOf(lake, {token: 'editor'}), anonymous: clientOf(lake)}
}
