import {expect, test} from 'vitest'

import {readFrontMatter} from '@/lib/manuscripts/facts/frontMatter'

import {statedInFrontMatter} from './stated'

test.each([
  ['[Jane Roe, "Smith, John"]', ['Jane Roe', 'John Smith']],
  ['Smith, John Q.', ['John Q. Smith']],
  ['Ada Lovelace, Karl Polanyi', ['Ada Lovelace', 'Karl Polanyi']],
  ['Ada Lovelace and Karl Polanyi', ['Ada Lovelace', 'Karl Polanyi']],
  ['Plato', ['Plato']],
])('reads the authors %s', (written, authors) => {
  expect(statedInFrontMatter(readFrontMatter(`---\nauthors: ${written}\n---\n`))).toEqual({
    stated: {authors},
    remarks: [],
  })
})
