import {expect, test} from 'vitest'

import {parseBibliography} from './parseBibliography'

const formats = (text: string) => parseBibliography(text).map(({format, pasted}) => [format, pasted])

test('a mix is cut into its entries, in order', () => {
  expect(
    formats(`References

1. Polanyi, K. (1944). The great transformation. Farrar & Rinehart.
2. World Health Organization. (2014). Comprehensive implementation plan.
@book{polanyi, title = {The great
  transformation}}

TY  - BOOK
TI  - Salt
ER  -
[{"id": "a", "title": "Salt"}]
10.5555/12345678
https://example.org/a, https://example.org/b`),
  ).toEqual([
    ['aside', 'References'],
    ['line', '1. Polanyi, K. (1944). The great transformation. Farrar & Rinehart.'],
    ['line', '2. World Health Organization. (2014). Comprehensive implementation plan.'],
    ['bibtex', '@book{polanyi, title = {The great\n  transformation}}'],
    ['ris', 'TY  - BOOK\nTI  - Salt\nER  -'],
    ['csl-json', '[{"id": "a", "title": "Salt"}]'],
    ['doi', '10.5555/12345678'],
    ['url', 'https://example.org/a,'],
    ['url', 'https://example.org/b'],
  ])
})
