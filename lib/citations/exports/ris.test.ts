import {expect, test} from 'vitest'

import type {ReferenceRecord} from '@/lib/citations/reference'

import {toCslJson} from './cslJson'
import {toPlainList} from './plainList'
import {toRis} from './ris'

test('writes a journal article, names with particles and suffixes, dates to the day, pages by first and last', () => {
  const reference: ReferenceRecord = {
    _id: 'x',
    type: 'article-journal',
    author: [
      {_type: 'person', family: 'Berg', given: 'Jan P.', particles: 'van der'},
      {_type: 'person', family: 'King', given: 'M. L.', suffix: 'Jr.'},
      {_type: 'organisation', literal: 'Merrell Dow, Inc.'},
    ],
    title: 'On <i>Lumbricus</i> & CO<sub>2</sub>',
    containerTitle: '<i>Science</i>',
    volume: '3',
    issue: '2',
    page: '263–291',
    doi: '10.1000/x',
    url: 'https://example.org/?a=1&b=2',
    accessed: '2026-02-03',
    language: 'en',
    issued: {status: 'dated', year: 2026, month: 1, day: 14},
  }
  expect(toRis([reference]).split('\r\n')).toEqual([
    'TY  - JOUR',
    'AU  - van der Berg, Jan P.',
    'AU  - King, M. L., Jr.',
    'AU  - Merrell Dow Inc.',
    'TI  - On Lumbricus & CO2',
    'T2  - Science',
    'PY  - 2026',
    'DA  - 2026/01/14',
    'VL  - 3',
    'IS  - 2',
    'SP  - 263',
    'EP  - 291',
    'DO  - 10.1000/x',
    'UR  - https://example.org/?a=1&b=2',
    'Y2  - 2026/02/03',
    'LA  - en',
    'ER  - ',
    '',
  ])
})

test.each([
  [{status: 'nd'}, []],
  [{status: 'inPress'}, ['PY  - in press']],
  [{status: 'dated', year: 2026, month: 5}, ['PY  - 2026', 'DA  - 2026/05']],
  [{status: 'dated', year: 1755, circa: true}, ['PY  - 1755', 'DA  - 1755///circa']],
  [{status: 'dated', year: 2015, endYear: 2020}, ['PY  - 2015', 'DA  - 2015///to 2020']],
  [{status: 'dated', year: 2017, month: 7, day: 12, endDay: 15}, ['PY  - 2017', 'DA  - 2017/07/12/to 2017-07-15']],
  [{status: 'dated', year: -350}, ['PY  - -350']],
])('dates %j', (issued, lines) => {
  const ris = toRis([{_id: 'x', type: 'book', title: 'Dikes', issued}])
  expect(ris.split('\r\n').filter((line) => /^(?:PY|DA)/.test(line))).toEqual(lines)
})

test.each(['7', '7, 9–12', 'A1', '§ 12101 et seq.'])('leaves the pages %j whole', (page) => {
  const ris = toRis([{_id: 'x', type: 'chapter', title: 'Dikes', page}])
  expect(ris).toContain(`SP  - ${page}\r\n`)
  expect(ris).not.toContain('EP  - ')
})

test('a line of the pasted text cannot begin a field of its own', () => {
  const ris = toRis([{_id: 'x', verbatim: 'Ross\r\nER  - \r\nTY  - BOOK\r\nTI  - Salt'}])
  expect(ris).toBe('TY  - GEN\r\nN1  - Ross ER - TY - BOOK TI - Salt\r\nER  - \r\n')
})

test('CSL-JSON has the variables that the specification names', () => {
  const court = {
    _id: 'a',
    type: 'legal_case',
    title: 'Doe v. Roe',
    publisher: '9th Cir.',
    containerTitle: 'F.2d',
    number: '18-2059',
  }
  const talk = {
    _id: 'b',
    type: 'speech',
    title: 'Salt',
    containerTitle: 'Salt Days',
    publisherPlace: 'Delft',
    publisher: 'TU',
  }
  const code = {
    _id: 'c',
    type: 'software',
    title: 'Salt',
    edition: '2',
    author: [{_type: 'person', family: 'Berg', particles: 'van der'}],
  }
  expect(JSON.parse(toCslJson([court, talk, code]))).toEqual([
    {
      id: 'doend',
      type: 'legal_case',
      title: 'Doe v. Roe',
      authority: '9th Cir.',
      'container-title': 'F.2d',
      number: '18-2059',
    },
    {
      id: 'saltnd',
      type: 'speech',
      title: 'Salt',
      'event-title': 'Salt Days',
      'event-place': 'Delft',
      publisher: 'TU',
    },
    {
      id: 'bergndsalt',
      type: 'software',
      title: 'Salt',
      version: '2',
      author: [{family: 'Berg', 'non-dropping-particle': 'van der'}],
    },
  ])
})

test('a plain list has numbers where the style has them', () => {
  expect(
    toPlainList([
      {number: 1, text: 'Ross, T.'},
      {number: null, text: 'King, M.'},
    ]),
  ).toBe('1. Ross, T.\nKing, M.\n')
})
