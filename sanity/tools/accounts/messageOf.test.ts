import {expect, test} from 'vitest'

import {messageOf} from './messageOf'

test.each([
  [{details: {description: 'At least 10 characters.'}, message: 'POST …'}, 'At least 10 characters.'],
  [new Error('Failed to fetch'), 'Failed to fetch'],
  ['gone', 'gone'],
])('says %j as %j', (error, message) => {
  expect(messageOf(error)).toBe(message)
})
