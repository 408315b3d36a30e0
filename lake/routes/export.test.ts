import {expect, test} from 'vitest'

import {createAssets} from '@/lake/assets/assets'
import {temporaryFolders} from '@/test-support/assetsLake'
import {testLake} from '@/test-support/lakeClient'

import {assetRoutes} from './assetRoutes'

test('exports drafts to who is signed in, and only then', async () => {
  const lake = testLake(
    {
      production: [
        {_id: 'tides', _type: 'article'},
        {_id: 'drafts.tides', _type: 'article', title: 'Secret'},
        {_id: 'versions.r1.tides', _type: 'article', title: 'Secret'},
        {_id: 'sea', _type: 'topic'},
      ],
    },
    {routes: assetRoutes(createAssets(temporaryFolders()))},
  )
  const ids = async (query: string, token?: string) => {
    const headers = token ? {authorization: `Bearer ${token}`} : undefined
    const response = await lake.fetch(new Request(`http://lake.test/v1/data/export/production${query}`, {headers}))
    const text = await response.text()
    return text.split('\n').flatMap((line) => (line ? [JSON.parse(line)._id] : []))
  }
  expect(await ids('')).toEqual(['tides', 'sea'])
  expect((await ids('', 'viewer')).toSorted()).toEqual(['drafts.tides', 'sea', 'tides', 'versions.r1.tides'])
  expect(await ids('?types=topic', 'viewer')).toEqual(['sea'])
})
