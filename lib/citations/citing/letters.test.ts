import {expect, test} from 'vitest'

import {letter} from './letters'

test.each([
  [0, 'a'],
  [25, 'z'],
  [26, 'aa'],
  [51, 'az'],
  [52, 'ba'],
  [701, 'zz'],
  [702, 'aaa'],
])('writes %i as %s', (index, letters) => {
  expect(letter(index)).toBe(letters)
})
