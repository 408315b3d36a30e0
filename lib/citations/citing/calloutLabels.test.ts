import {expect, test} from 'vitest'

import {locatorBehind, numberLabel, prefixOf, suffixOf} from './calloutLabels'

test.each([
  [{}, '2', '2: reference'],
  [{locator: '4', label: 'page'}, '2, p. 4', '2, page 4: reference'],
  [{locator: '4–7', label: 'page'}, '2, pp. 4–7', '2, pages 4–7: reference'],
  [{locator: '3', label: 'chapter'}, '2, ch. 3', '2, chapter 3: reference'],
  [{locator: ' 9 ', label: null}, '2, p. 9', '2, page 9: reference'],
  [{locator: '  ', label: 'page'}, '2', '2: reference'],
  [{prefix: 'see'}, 'see 2', '2: reference'],
  [{prefix: ' see ', locator: '4', suffix: ', emphasis added'}, 'see 2, p. 4, emphasis added', '2, page 4: reference'],
  [{suffix: 'and passim'}, '2 and passim', '2: reference'],
])('prints %j as %j and says %j', (item, shown, said) => {
  expect(`${prefixOf(item)}2${locatorBehind(item)}${suffixOf(item)}`).toBe(shown)
  expect(numberLabel(2, item)).toBe(said)
})
