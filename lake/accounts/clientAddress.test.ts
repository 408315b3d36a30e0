import {expect, test} from 'vitest'

import {clientAddress} from './clientAddress'

test.each([
  [undefined, 'local'],
  ['192.0.2.7', '192.0.2.7'],
  ['9.9.9.9, 192.0.2.7', '192.0.2.7'],
  ['192.0.2.7, 127.0.0.1, ::1', '192.0.2.7'],
  ['127.0.0.1', 'local'],
  ['::ffff:192.0.2.7', '192.0.2.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
  ['2001:DB8:1:2::9', '2001:db8:1:2'],
  ['2001:db8::9', '2001:db8:0:0'],
  ['2001:db8:0:0:ffff::1', '2001:db8:0:0'],
  ['unknown', 'unknown'],
])('takes %s for %s', (forwarded, address) => {
  const headers = new Headers(forwarded === undefined ? {} : {'x-forwarded-for': forwarded})

  expect(clientAddress(headers)).toBe(address)
})
