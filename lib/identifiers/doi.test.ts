import {expect, test} from 'vitest'

import {doiUrl, isDoi, toBareDoi} from './doi'

test.each(['10.5555/12345678', '10.1000.10/123', '10.1002/(SICI)1097-0258(19980815)17:15<1661::AID-SIM968>3.0.CO;2-2'])(
  'accepts %j',
  (doi) => {
    expect(isDoi(doi)).toBe(true)
  },
)

test.each([
  '',
  '10.5555',
  '10.5/1',
  '11.5555/1',
  'doi:10.5555/1',
  'https://doi.org/10.5555/1',
  '10.5555/a b',
  '10.5555/1.',
])('refuses %j', (doi) => {
  expect(isDoi(doi)).toBe(false)
})

test.each([
  ['https://doi.org/10.5555/Ab', '10.5555/Ab'],
  ['http://dx.doi.org/10.5555/Ab', '10.5555/Ab'],
  ['doi: 10.5555/Ab', '10.5555/Ab'],
  [' 10.5555/Ab ', '10.5555/Ab'],
  ['https://doi.org/10.5555/Ab.', '10.5555/Ab'],
  ['10.5555/Ab.1,', '10.5555/Ab.1'],
  ['https://example.org/10.5555/Ab', null],
])('reads %j', (text, doi) => {
  expect(toBareDoi(text)).toBe(doi)
})

test('escapes what would end the address or its attribute', () => {
  expect(doiUrl('10.1002/17:15<1661::AID>3.0.CO;2-2')).toBe('https://doi.org/10.1002/17:15%3C1661::AID%3E3.0.CO;2-2')
  expect(doiUrl('10.5555/a#b?c"d/e')).toBe('https://doi.org/10.5555/a%23b%3Fc%22d/e')
})
