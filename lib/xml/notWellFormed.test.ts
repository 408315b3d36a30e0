import {expect, test} from 'vitest'

import {notWellFormed} from './notWellFormed'

test.each([
  '<a/>',
  '<?xml version="1.0"?>\n<a b="1" c=\'2\'>text &amp; &#38; &#x26;<!-- <b> & --><b:c/><![CDATA[<d>&]]></a>\n',
  '<a b=">"/>',
  '<a><a>text</a></a>',
])('takes %s', (xml) => {
  expect(notWellFormed(xml)).toBeNull()
})

test.each([
  ['', 'it does not hold one element'],
  ['text', 'it does not hold one element'],
  ['<a/><b/>', 'it does not hold one element'],
  ['<a>\n<b></a>', '<b> is not closed before </a> on line 2'],
  ['<a>\n</b></a>', '</b> closes what was not opened on line 2'],
  ['<a><b/>', '<a> is not closed'],
  ['</a>', '</a> closes what was not opened on line 1'],
  ['<a b=1/>', 'there is a stray “<” on line 1'],
  ['<a b="<"/>', 'there is a stray “<” on line 1'],
  ['<a>\n\nfish & chips</a>', 'there is a stray “&” on line 3'],
  ['<a>&nbsp;</a>', 'there is a stray “&” on line 1'],
  ['<!DOCTYPE a><a/>', 'there is a stray “<” on line 1'],
])('refuses %j', (xml, why) => {
  expect(notWellFormed(xml)).toBe(why)
})
