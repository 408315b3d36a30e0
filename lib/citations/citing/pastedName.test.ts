import {expect, test} from 'vitest'

import {pastedName} from './pastedName'

test.each([
  ['Smith, J. (2019). On salt. Verso.', 'Smith', '2019'],
  ['Smith, J., & Jones, K. (2019a). On salt.', 'Smith', '2019a'],
  ['World Bank. (n.d.). Debt.', 'World Bank', 'n.d.'],
  ['Oil painting. (2019, May 3). In Wikipedia.', 'Oil painting', '2019'],
  ['A map of Delft', '“A map of Delft”', ''],
  ['an old map in the town archive of Delft', '“an old map in the …”', ''],
  [`${'x'.repeat(80)} (2019)`, `“${'x'.repeat(80)} (2019)”`, '2019'],
  ['  ', '“Untitled”', ''],
])('names %j', (line, author, year) => {
  expect(pastedName(line)).toEqual({author, year})
})
