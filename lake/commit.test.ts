import {expect, test} from 'vitest'

import {clientOf, testLake} from '@/test-support/lakeClient'

test('gives up on a mutation whose query takes too long, and changes nothing', {timeout: 30_000}, async () => {
  const documents = Array.from({length: 600}, (_, index) => ({_id: `d${index}`, _type: 'article'}))
  const lake = testLake({production: documents})
  const query = '*[count(*[count(*[_id != ^.^._id]) > 0]) > 0]'

  await expect(clientOf(lake, {token: 'editor'}).mutate([{delete: {query}}])).rejects.toMatchObject({
    statusCode: 400,
    message: expect.stringContaining('took longer than 500 ms'),
  })

  expect(lake.store.documents('production')?.size).toBe(600)
  await lake.close()
})
