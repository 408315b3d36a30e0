import {expect, test} from 'vitest'

import {filesToTake} from './filesToTake'

test('names each file that is too large to be read', () => {
  const small = {name: 'tides.bib', size: 1024 * 1024}
  const large = {name: 'everything.bib', size: 1024 * 1024 + 1}
  expect(filesToTake([small])).toEqual({taken: [small], refusal: null})
  expect(filesToTake([large, small])).toEqual({
    taken: [small],
    refusal: 'Not read, because a file may have 1 MB at most: everything.bib. Save parts of it as files of their own.',
  })
})
