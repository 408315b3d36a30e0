import {expect, test} from 'vitest'

import {openAccounts} from '@/lake/accounts/accounts'
import {identifyRequest} from '@/lake/accounts/identifyRequest'
import {clientOf, testLake} from '@/test-support/lakeClient'

import {accountRoutes} from './accountRoutes'

test('tells an API token who it is', async () => {
  const {client} = await withAccounts()

  await expect(client.users.getById('me')).resolves.toMatchObject({
    id: expect.stringMatching(/^token-/),
    name: expect.any(String),
    role: 'editor',
  })
})

test('tells the name of a colleague, and that of a token', async () => {
  const {client, ada} = await withAccounts()
  const me = await client.users.getById('me')

  await expect(client.users.getById(ada.id)).resolves.toMatchObject({id: ada.id, displayName: 'Ada'})
  await expect(client.users.getById(me.id)).resolves.toMatchObject({id: me.id})
  await expect(client.users.getById('nobody')).rejects.toMatchObject({statusCode: 404})
})

async function withAccounts() {
  const accounts = openAccounts({path: ':memory:'})
  const ada = await accounts.add({email: 'ada@example.org', name: 'Ada', role: 'editor', password: 'analytical engine'})
  const {key} = accounts.addToken({label: 'Importer', role: 'editor'})
  const lake = testLake(
    {production: []},
    {identify: identifyRequest(accounts, 'http://localhost:3000/lake'), routes: accountRoutes(accounts)},
  )
  return {client: clientOf(lake).withConfig({token: key}), ada}
}
