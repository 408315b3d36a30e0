import {expect, test} from 'vitest'

import {createDeliveries} from './deliveries'

test('remembers the newest and forgets the oldest', () => {
  const deliveries = createDeliveries({maxEntries: 2})
  for (const key of ['a', 'b', 'c']) deliveries.add(key)

  expect(['a', 'b', 'c'].map(deliveries.has)).toEqual([false, true, true])
})
