import {expect, test} from 'vitest'

import {documentsRead} from './documentsRead'

test('finds every document in a result once, missing targets included, and no asset', () => {
  const result = {
    _id: 'tides',
    authors: [
      {reference: {_ref: 'ada'}, author: {_id: 'ada', portrait: {asset: {_id: 'image-abc-10x10-png'}}}},
      {reference: {_ref: 'unpublished'}, author: null},
    ],
    body: [{markDefs: [{target: {_id: 'moons'}}], children: [{items: [{reference: {_ref: 'polanyi'}}]}]}],
  }

  expect(documentsRead(result)).toEqual(['ada', 'moons', 'polanyi', 'tides', 'unpublished'])
})

test.each([null, undefined, 'ada', 7, []])('finds none in %j', (result) => {
  expect(documentsRead(result)).toEqual([])
})
