import {expect, test} from 'vitest'

import {readEmphasis, withItalics} from './emphasis'

test.each([
  ['A *salt* b', 'A salt b', ['salt']],
  ['A _salt_ b', 'A salt b', ['salt']],
  ['A <em>salt</em> <b>b</b>', 'A salt b', ['salt']],
  ['**Salt**', 'Salt', ['Salt']],
  ['Gaza_peace_plan and snake_case', 'Gaza_peace_plan and snake_case', []],
  ['2 * 3 * 4', '2 * 3 * 4', []],
  ['*open', '*open', []],
  ['a < b > c', 'a < b > c', []],
])('reads %j', (source, text, italics) => {
  const read = readEmphasis(source)
  expect(read.text).toBe(text)
  expect(read.italics.map(([start, end]) => read.text.slice(start, end))).toEqual(italics)
})

test('keeps italics inside a title, not those around it', () => {
  const inside = readEmphasis('The *Salmo* family. *Nature*.')
  expect(withItalics('The Salmo family', inside)).toBe('The <i>Salmo</i> family')
  expect(withItalics('Nature', inside)).toBe('Nature')
  expect(withItalics('Salt [Sal]', readEmphasis('*Salt* [Sal]'))).toBe('Salt [Sal]')
})
