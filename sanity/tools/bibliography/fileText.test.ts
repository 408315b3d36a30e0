import {expect, test} from 'vitest'

import {fileText} from './fileText'

const LINE = 'Müller, “Zeit” — 1901'

test.each([
  ['UTF-8', Buffer.from(LINE)],
  ['UTF-8 with a mark', Buffer.from(`\ufeff${LINE}`)],
  ['UTF-16', Buffer.from(`\ufeff${LINE}`, 'utf16le')],
  ['UTF-16, the other way round', Buffer.from(`\ufeff${LINE}`, 'utf16le').swap16()],
  ['Windows-1252', Buffer.from('M\xfcller, \x93Zeit\x94 \x97 1901', 'latin1')],
])('reads %s', (_encoding, bytes) => {
  expect(fileText(bytes)).toBe(LINE)
})

test('takes a Word document for no text', () => {
  expect(fileText(Buffer.from('PK\u0003\u0004\u0014\u0000'))).toBeNull()
})
