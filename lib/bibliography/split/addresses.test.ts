import {expect, test} from 'vitest'

import {isAddressLine, toAddress} from './addresses'

test.each([
  ['https://en.wikipedia.org/wiki/Salt_(band)', {url: 'https://en.wikipedia.org/wiki/Salt_(band)'}],
  ['(https://en.wikipedia.org/wiki/Salt_(band)).', {url: 'https://en.wikipedia.org/wiki/Salt_(band)'}],
  ['<https://example.org/a>,', {url: 'https://example.org/a'}],
  ['www.example.org/a', {url: 'https://www.example.org/a'}],
  [
    '10.1002/(SICI)1097-0258(19980815)17:15<1661::AID-SIM968>3.0.CO;2-2.',
    {doi: '10.1002/(SICI)1097-0258(19980815)17:15<1661::AID-SIM968>3.0.CO;2-2'},
  ],
  ['https://doi.org/10.1002/17:15%3C1661::AID%3E3', {doi: '10.1002/17:15<1661::AID>3'}],
  ['https://www.doi.org/10.5555/1', {doi: '10.5555/1'}],
  ['DOI:10.5555/1;', {doi: '10.5555/1'}],
  ['javascript:alert(1)', null],
  ['https://user:secret@example.org/', null],
  ['Salt', null],
])('reads %j', (word, address) => {
  expect(toAddress(word)).toEqual(address)
})

test('a line of addresses has nothing else', () => {
  expect(isAddressLine('doi: 10.5555/1, https://example.org/')).toBe(true)
  expect(isAddressLine('See https://example.org/')).toBe(false)
  expect(isAddressLine('')).toBe(false)
})
