import {expect, test} from 'vitest'

import {plainLetters} from './plainLetters'

test.each([
  ['Łódź', 'lodz'],
  ['Größe', 'grosse'],
  ['ŒUVRE, Ærø', 'oeuvre, aero'],
  ['Θεωρία', 'θεωρια'],
  ['ﬁsh', 'fish'],
  ['İstanbul ılık', 'istanbul ilik'],
  ['हिन्दी', 'हिन्दी'],
  ['한국', '한국'],
])('folds %j', (text, folded) => {
  expect(plainLetters(text)).toBe(folded)
})
