import {expect, test} from 'vitest'

import {testLake} from '@/test-support/lakeClient'

test('remembers the newest 300 commits of all datasets', () => {
  const lake = testLake({production: [], other: []})
  const write = (dataset: string, transactionId: string) =>
    lake.commit({dataset, transactionId, author: 'ada', mutations: [{createOrReplace: {_id: 'a', _type: 'article'}}]})
  write('production', 'old')
  write('other', 'elsewhere')
  for (let count = 0; count < 298; count++) write('production', `t${count}`)

  expect(lake.recent.since('production', 'old#a')?.length).toBe(299)
  expect(lake.recent.since('other', 'elsewhere#a')?.length).toBe(1)
  expect(lake.recent.since('production', 'elsewhere#a')).toBeNull()
  write('production', 'one-more')

  expect(lake.recent.since('production', 'old#a')).toBeNull()
  expect(lake.recent.since('production', 't0#a')?.length).toBe(299)
})
