import {expect, test} from 'vitest'

import {isIsbn, toBareIsbn} from './isbn'

test.each(['978-0-8070-5643-1', '9780807056431', '0-8070-5643-X', '080705643x'])('accepts %j', (isbn) => {
  expect(isIsbn(isbn)).toBe(true)
})

test.each(['978-0-8070-5643-2', '0-8070-5643-1', '9770807056431', '978080705643', 'X807056431', ''])(
  'refuses %j',
  (isbn) => {
    expect(isIsbn(isbn)).toBe(false)
  },
)

test('drops separators', () => {
  expect(toBareIsbn(' 0-8070-5643-x ')).toBe('080705643X')
})
