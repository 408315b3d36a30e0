import {expect, test} from 'vitest'

import {createUuid} from './createUuid'

test('makes a new UUID of version 4 on every call', () => {
  const ids = Array.from({length: 100}, createUuid)

  for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  expect(new Set(ids).size).toBe(100)
})
