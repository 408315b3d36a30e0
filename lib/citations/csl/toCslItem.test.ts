import {expect, test} from 'vitest'

import type {IssuedRecord, ReferenceRecord} from '@/lib/citations/reference'
import {toCslItem} from './toCslItem'

test('carries over what CSL has a variable for, and nothing else', () => {
  const record = {
    _id: 'salt',
    _rev: '1',
    type: 'chapter',
    title: '  Salt \n and sand. ',
    containerTitle: 'Matter',
    publisher: '',
    volume: null,
    page: '5-9',
    author: [
      {_type: 'person', family: 'Berg', given: 'Jan', particles: 'van der', suffix: 'Jr.'},
      {_type: 'person', family: ' ', given: ''},
      {_type: 'organisation', literal: 'Salt Board'},
    ],
    issued: {status: 'dated', year: 2010, month: 2, day: null},
    accessed: '2024-03-04',
    url: 'https://example.org/salt',
    doi: 'https://doi.org/10.1000/salt',
    language: 'en-GB',
    verbatim: 'Berg, Salt',
    note: 'ask Tim',
    archive: {url: 'https://web.archive.org/salt', service: 'Internet Archive'},
  }

  expect(toCslItem(record)).toEqual({
    id: 'salt',
    type: 'chapter',
    title: 'Salt and sand',
    'container-title': 'Matter',
    page: '5-9',
    language: 'en-GB',
    author: [
      {family: 'Berg', given: 'Jan', 'non-dropping-particle': 'van der', suffix: 'Jr.'},
      {literal: 'Salt Board'},
    ],
    issued: {'date-parts': [[2010, 2]]},
    accessed: {'date-parts': [[2024, 3, 4]]},
    URL: 'https://example.org/salt',
    DOI: '10.1000/salt',
  })
})

test.each<[IssuedRecord | null, ReturnType<typeof toCslItem>['issued'], string | undefined]>([
  [null, undefined, undefined],
  [{status: 'nd', year: 2010}, undefined, undefined],
  [{status: 'inPress', year: 2010}, undefined, 'in press'],
  [{status: 'dated', year: null}, undefined, undefined],
  [{status: 'dated', year: 2010, circa: true}, {'date-parts': [[2010]], circa: true}, undefined],
  [{status: 'dated', year: 2010, month: 13, day: 1}, {'date-parts': [[2010]]}, undefined],
  [{status: 'dated', year: 2010, month: 2, day: 40}, {'date-parts': [[2010, 2]]}, undefined],
  [{status: 'dated', year: 2010, endYear: 2012}, {'date-parts': [[2010], [2012]]}, undefined],
  [
    {status: 'dated', year: 2010, month: 2, endMonth: 3},
    {
      'date-parts': [
        [2010, 2],
        [2010, 3],
      ],
    },
    undefined,
  ],
  [
    {status: 'dated', year: 2010, month: 2, day: 3, endDay: 5},
    {
      'date-parts': [
        [2010, 2, 3],
        [2010, 2, 5],
      ],
    },
    undefined,
  ],
  [{status: 'dated', year: 2010, month: 2, day: 3, endYear: 2012}, {'date-parts': [[2010], [2012]]}, undefined],
  [{status: 'dated', year: 2010, endYear: 2009}, {'date-parts': [[2010]]}, undefined],
  [{status: 'dated', year: 2010, month: 2, endMonth: 2}, {'date-parts': [[2010, 2]]}, undefined],
])('reads the date %j', (issued, date, status) => {
  const item = toCslItem(reference({issued}))
  expect([item.issued, item.status]).toEqual([date, status])
})

test.each(['javascript:alert(1)', 'ftp://example.org', '/local', 'example.org', ''])(
  'leaves out the address %j',
  (url) => {
    expect(toCslItem(reference({url}))).toEqual({id: 'salt', type: 'book', title: 'Salt'})
  },
)

test.each(['constructor', '__proto__', 'English', 'en us', ''])('leaves out the language %j', (language) => {
  expect(toCslItem(reference({language}))).toEqual({id: 'salt', type: 'book', title: 'Salt'})
})

test.each([
  ['Salt.', 'Salt'],
  ['Made in the U.S.', 'Made in the U.S.'],
  ['Salt, Inc.', 'Salt, Inc.'],
  ['And then...', 'And then...'],
  ['Why?', 'Why?'],
])('reads the title %j as %j', (typed, title) => {
  expect(toCslItem(reference({title: typed})).title).toBe(title)
})

function reference(overrides: Partial<ReferenceRecord>): ReferenceRecord {
  return {_id: 'salt', type: 'book', title: 'Salt', ...overrides}
}
