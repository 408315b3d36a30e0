import {expect, test} from 'vitest'

import {comparedFields, fieldsToTakeOver} from './comparedFields'

const kept = {
  type: 'book',
  title: 'On tides',
  author: [{_type: 'person', family: 'Berg', particles: 'van der', given: 'Jan'}],
  issued: {status: 'dated', year: 1944},
}

test('puts the differing fields beside each other as words', () => {
  const dropped = {
    ...kept,
    type: 'report',
    author: [{_type: 'organisation', literal: 'WHO'}],
    issued: {status: 'dated', year: 1944, month: 3, circa: true, endYear: 1945},
    archive: {url: 'https://web.archive.org/a', capturedAt: '2026-01-10'},
  }
  expect(comparedFields(kept, dropped)).toEqual([
    {name: 'type', title: 'Type', kept: 'Book', dropped: 'Report'},
    {name: 'author', title: 'Authors', kept: 'van der Berg, Jan', dropped: 'WHO'},
    {name: 'issued', title: 'Date of the work', kept: '1944', dropped: 'about 1944-3 to 1945'},
    {name: 'archive', title: 'Archived copy', kept: '', dropped: 'https://web.archive.org/a, 2026-01-10'},
  ])
  expect(fieldsToTakeOver(kept, dropped)).toEqual(['archive'])
})

test('sees no difference between absent and empty fields', () => {
  expect(comparedFields(kept, {...kept, doi: ' ', editor: [], archive: {_type: 'archivedCopy'}, note: null})).toEqual(
    [],
  )
})
