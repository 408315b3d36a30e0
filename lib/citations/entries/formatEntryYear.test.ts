import {expect, test} from 'vitest'

import {formatEntry} from './formatEntry'

const book = {_id: 'a', type: 'book', title: 'Salt', author: [{_type: 'person', family: 'Ross', given: 'Tim'}]}

test.each([
  ['apa-author-date', {status: 'dated', year: 2010}, 'Ross, T. (2010b). Salt.'],
  ['apa-author-date', {status: 'nd'}, 'Ross, T. (n.d.-b). Salt.'],
  ['apa-author-date', {status: 'inPress'}, 'Ross, T. (in press-b). Salt.'],
  ['harvard', {status: 'dated', year: 2010}, 'Ross, T. (2010b) Salt.'],
])('gives the year a letter in %s', (style, issued, text) => {
  expect(formatEntry({...book, issued}, {style, yearLetter: 1}).text).toBe(text)
  expect(formatEntry({...book, issued}, {style}).text).not.toContain('b')
})
