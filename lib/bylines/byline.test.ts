import {expect, test} from 'vitest'

import {bylineLines, bylineText, listText} from './byline'

test.each([
  [[], ''],
  [['A'], 'A'],
  [['A', 'B'], 'A and B'],
  [['A', 'B', 'C'], 'A, B and C'],
  [['A', 'B', 'C', 'D'], 'A, B, C and D'],
])('lists %j', (names, text) => {
  expect(listText(names)).toBe(text)
})

test('keeps byline order within a role, and authors first', () => {
  const contributions = [
    by('Dora', 'translator'),
    by('Ada'),
    by('Ben', 'author'),
    by('Cleo'),
    by('Eli', 'photographer'),
    by('Fay', 'illustrator'),
  ]
  expect(bylineText(contributions)).toBe(
    'By Ada, Ben and Cleo. Translated by Dora. Photographs by Eli. Illustrations by Fay',
  )
})

test('hands over each contribution with its name', () => {
  const [ada, ben] = [by('Ada', null), by('Ben', 'ghost')]
  expect(bylineLines([ada, ben])).toEqual([
    {
      role: 'author',
      parts: [
        {text: 'By ', contribution: null},
        {text: 'Ada', contribution: ada},
        {text: ' and ', contribution: null},
        {text: 'Ben', contribution: ben},
      ],
    },
  ])
})

test('leaves out contributors that cannot be read', () => {
  expect(bylineText([{author: null}, by('Ada'), {author: {name: ' '}, role: 'translator'}])).toBe('By Ada')
  expect(bylineLines([{author: null}])).toEqual([])
})

function by(name: string, role?: string | null) {
  return {author: {name}, role}
}
