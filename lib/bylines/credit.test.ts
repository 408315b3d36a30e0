import {expect, test} from 'vitest'

import {creditParts, creditText} from './credit'

const url = 'https://example.org/photo'

test('names creator and outlet, and links the outlet to the source', () => {
  expect(creditParts({creator: 'Ana Ruiz', outlet: 'Reuters', url})).toEqual([
    {text: 'Photo: ', href: null},
    {text: 'Ana Ruiz', href: null},
    {text: '; ', href: null},
    {text: 'Reuters', href: url},
  ])
})

test('links the creator where no outlet is named, and a public licence last', () => {
  expect(creditParts({creator: 'Ana Ruiz', url, licence: 'CC-BY-SA-4.0'})).toEqual([
    {text: 'Photo: ', href: null},
    {text: 'Ana Ruiz', href: url},
    {text: '; ', href: null},
    {text: 'CC BY-SA 4.0', href: 'https://creativecommons.org/licenses/by-sa/4.0/'},
  ])
})

test.each([
  [null, ''],
  [{}, ''],
  [{creator: ' ', outlet: null, url, licence: 'CC-BY-4.0'}, ''],
  [{outlet: 'Reuters'}, 'Photo: Reuters'],
  [{creator: 'Ana Ruiz', licence: 'all-rights-reserved'}, 'Photo: Ana Ruiz'],
])('writes %j as %j', (credit, text) => {
  expect(creditText(credit)).toBe(text)
})

test('takes another label', () => {
  expect(creditText({creator: 'Ana Ruiz'}, 'Chart')).toBe('Chart: Ana Ruiz')
})

test.each(['javascript:alert(1)', 'data:text/html,x', '//evil.example', '/local'])('never links %j', (hostile) => {
  expect(creditParts({creator: 'Ana Ruiz', url: hostile}).map(({href}) => href)).toEqual([null, null])
})
