import {expect, test} from 'vitest'

import {MLA_STYLE} from '@/lib/citations/styles/exportStyles'

import {formatEntry} from './formatEntry'

const author = [
  {_type: 'person', family: 'hooks', given: 'bell'},
  {_type: 'person', family: 'cummings', given: 'e. e.'},
]

test.each([
  ['apa-numbered', 'hooks, B., & cummings, E. E. (1981). Salt.'],
  ['vancouver', 'hooks B, cummings EE. Salt. 1981.'],
  [MLA_STYLE, 'hooks, bell, and e. e. cummings. Salt. 1981.'],
])('sets names in small letters in %s', (style, text) => {
  const book = {_id: 'salt', type: 'book', title: 'Salt', author, issued: {status: 'dated', year: 1981}}
  expect(formatEntry(book, {style}).text).toBe(text)
})
