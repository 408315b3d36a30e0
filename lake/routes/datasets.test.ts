import {expect, test} from 'vitest'

import {openAccounts} from '@/lake/accounts/accounts'
import {clientOf, testLake} from '@/test-support/lakeClient'

import {accountRoutes} from './accountRoutes'

const lake = () => testLake({production: []}, {routes: accountRoutes(openAccounts({path: ':memory:'}))})

test('lists datasets', async () => {
  const client = clientOf(lake(), {token: 'viewer'})

  await expect(client.datasets.list()).resolves.toEqual([
    expect.objectContaining({name: 'production', aclMode: 'public', datasetProfile: 'content'}),
  ])
})

test('creates a dataset that can be written to at once', async () => {
  const shared = lake()
  const client = clientOf(shared, {token: 'administrator'})

  await expect(client.datasets.create('staging', {aclMode: 'public'})).resolves.toMatchObject({datasetName: 'staging'})
  await client.withConfig({dataset: 'staging'}).create({_id: 'tides', _type: 'article'})

  await expect(client.getDocument('tides')).resolves.toBeUndefined()
  await expect(client.datasets.list().then((all) => all.map(({name}) => name))).resolves.toEqual([
    'production',
    'staging',
  ])
})

test('lets only administrators create one', async () => {
  await expect(clientOf(lake(), {token: 'editor'}).datasets.create('staging')).rejects.toMatchObject({statusCode: 403})
})

test('creates no dataset twice, and none that is private', async () => {
  const client = clientOf(lake(), {token: 'administrator'})

  await expect(client.datasets.create('production')).rejects.toMatchObject({
    statusCode: 409,
    message: 'Dataset "production" already exists',
  })
  await expect(client.datasets.create('secret', {aclMode: 'private'})).rejects.toMatchObject({statusCode: 400})
  await expect(client.datasets.list()).resolves.toHaveLength(1)
})

test('edits a dataset, and makes none private that would stay public', async () => {
  const {datasets} = clientOf(lake(), {token: 'administrator'})

  await expect(datasets.edit('production', {aclMode: 'public'})).resolves.toEqual({
    datasetName: 'production',
    aclMode: 'public',
    description: null,
  })
  await expect(datasets.edit('production', {aclMode: 'private'})).rejects.toThrow('Every dataset is public here')
  await expect(datasets.edit('elsewhere', {aclMode: 'public'})).rejects.toMatchObject({statusCode: 404})
})

test('has no embeddings', async () => {
  const client = clientOf(lake(), {token: 'viewer'})

  await expect(client.datasets.getEmbeddingsSettings('production')).resolves.toEqual({
    enabled: false,
    status: 'disabled',
  })
  await expect(client.datasets.getEmbeddingsSettings('other')).rejects.toMatchObject({statusCode: 404})
})
