import {expect, test} from 'vitest'

import {refusalOf} from './refusalOf'

test.each([
  [new TypeError('Failed to fetch'), 'The content store did not answer. Check the connection and try again.'],
  [
    new TypeError('NetworkError when attempting to fetch resource.'),
    'The content store did not answer. Check the connection and try again.',
  ],
  [
    new Error('Internal Server Error - An unexpected error occurred'),
    'The content store did not answer. Check the connection and try again.',
  ],
  [new Error('The document is too large'), 'The document is too large.'],
  [
    new Error('2 works came into the library meanwhile. Press again.'),
    '2 works came into the library meanwhile. Press again.',
  ],
  [
    Object.assign(new Error('Insufficient permissions'), {statusCode: 403}),
    'Your account may not change these documents. Choose others, or ask an editor.',
  ],
  [Object.assign(new Error('Unauthorized'), {statusCode: 401}), 'You are signed out. Sign in again in another tab.'],
])('says %s in a sentence', (error, sentence) => {
  expect(refusalOf(error)).toBe(sentence)
})
