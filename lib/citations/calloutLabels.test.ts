import {expect, test} from 'vitest'

import {citedLabel, spokenLabel} from './calloutLabels'

test.each([
  [{}, '2', 'Reference 2'],
  [{locator: '4', label: 'page'}, '2, p. 4', 'Reference 2, page 4'],
  [{locator: '4–7', label: 'page'}, '2, pp. 4–7', 'Reference 2, pages 4–7'],
  [{locator: '3', label: 'chapter'}, '2, ch. 3', 'Reference 2, chapter 3'],
  [{locator: ' 9 ', label: null}, '2, p. 9', 'Reference 2, page 9'],
  [{locator: '  ', label: 'page'}, '2', 'Reference 2'],
  [{prefix: 'see'}, 'see 2', 'see Reference 2'],
  [
    {prefix: 'see', locator: '4', suffix: ', emphasis added'},
    'see 2, p. 4, emphasis added',
    'see Reference 2, page 4, emphasis added',
  ],
  [{suffix: 'and passim'}, '2 and passim', 'Reference 2 and passim'],
])('labels %j', (item, label, spoken) => {
  expect([citedLabel(2, item), spokenLabel(2, item)]).toEqual([label, spoken])
})
