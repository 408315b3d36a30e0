import {expect, test} from 'vitest'

import {lineDiff} from './lineDiff'

test('names what only one of them has, in reading order', () => {
  expect(
    lineDiff(
      '3. Ross, T. (2010) Salt. Matter, 2, 5. Available at http://www.example.org/salt/',
      'Ross, T. (2010). Salt. Matter, 2, 5. https://example.org/salt',
    ),
  ).toEqual([
    {kind: 'same', text: 'Ross, T. (2010)'},
    {kind: 'formatted', text: '.'},
    {kind: 'same', text: ' Salt. Matter, 2, 5.'},
    {kind: 'pasted', text: ' Available at'},
    {kind: 'same', text: ' https://example.org/salt'},
  ])
})

test.each([
  ['“Salt” – a history', '"Salt" - a history'],
  ["Why we can't wait", 'Why we can’t wait'],
  ['*Salt*.  Matter', 'Salt. Matter'],
  ['<i>Salt</i>. Matter', 'Salt. Matter'],
  ['doi:10.5555/AB', 'https://doi.org/10.5555/ab'],
  [
    'Gaza_peace_plan https://en.wikipedia.org/wiki/Gaza_peace_plan',
    'Gaza_peace_plan https://en.wikipedia.org/wiki/Gaza_peace_plan',
  ],
])('%j is the same as %j', (pasted, formatted) => {
  expect(lineDiff(pasted, formatted)).toEqual([{kind: 'same', text: formatted}])
})

test('shows both whole when they are very long', () => {
  const long = 'a '.repeat(5000)
  expect(lineDiff(long, 'b')).toEqual([
    {kind: 'pasted', text: long},
    {kind: 'formatted', text: 'b'},
  ])
})
