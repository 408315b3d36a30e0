import {expect, test} from 'vitest'

import {isOrcid, orcidUrl} from './orcid'

test.each(['0000-0002-1825-0097', '0000-0002-1694-233X'])('accepts %j', (orcid) => {
  expect(isOrcid(orcid)).toBe(true)
})

test.each([
  '0000-0002-1825-0098',
  '0000-0002-1694-2330',
  '0000000218250097',
  'https://orcid.org/0000-0002-1825-0097',
  '0000-0002-1694-233x',
  '',
])('refuses %j', (orcid) => {
  expect(isOrcid(orcid)).toBe(false)
})

test('links to the register', () => {
  expect(orcidUrl('0000-0002-1825-0097')).toBe('https://orcid.org/0000-0002-1825-0097')
})
