import {expect, test} from 'vitest'

import {block, citation} from '@/lib/portable-text/portableText.fixture'

import {articleFilePath, contentDisposition, schoolFile} from './articleFiles'
import {schoolList} from './schoolList'

const works = [
  book('zebra', {given: 'Tim', family: 'Ross', title: 'Zebras', year: 2010}),
  book('apple', {given: 'Tim', family: 'Ross', title: 'Apples', year: 2012}),
  book('later', {given: 'Tim', family: 'Ross', title: 'The moth', year: 2012}),
  book('first', {given: 'Ada', family: 'Lovelace', title: 'Engines', year: 1843}),
  {
    ...book('reading', {given: 'Ann', family: 'Abel', title: 'Reading', year: 1999}),
    archive: {url: 'https://a.example'},
  },
]

const article = {
  body: [block('p', ...['zebra', 'later', 'apple', 'first'].map((id) => citation(`c-${id}`, id)))],
  furtherReading: [{_ref: 'reading'}],
}

test.each([
  [
    'apa',
    [
      'Lovelace, A. (1843). Engines.',
      'Ross, T. (2010). Zebras.',
      'Ross, T. (2012a). Apples.',
      'Ross, T. (2012b). The moth.',
      '',
      'Further reading',
      '',
      'Abel, A. (1999). Reading.',
      '',
    ],
  ],
  [
    'mla',
    [
      'Lovelace, Ada. Engines. 1843.',
      'Ross, Tim. Apples. 2012.',
      'Ross, Tim. The moth. 2012.',
      'Ross, Tim. Zebras. 2010.',
      '',
      'Further reading',
      '',
      'Abel, Ann. Reading. 1999.',
      '',
    ],
  ],
  [
    'chicago',
    [
      'Lovelace, Ada. Engines. 1843.',
      'Ross, Tim. Apples. 2012.',
      'Ross, Tim. The moth. 2012.',
      'Ross, Tim. Zebras. 2010.',
      '',
      'Further reading',
      '',
      'Abel, Ann. Reading. 1999.',
      '',
    ],
  ],
] as const)('%s lists works without numbers, as it sorts them, and says nothing of copies', (school, lines) => {
  const {body, mediaType} = schoolFile(schoolList(article, works, {school, language: 'en'}))
  expect(body.split('\n')).toEqual(lines)
  expect(mediaType).toBe('text/plain; charset=utf-8')
})

test('MLA sorts what has no author by its title, whatever the publisher', () => {
  const report = {_id: 'report', type: 'report', title: 'Moons', publisher: 'Zebra Society', author: [society()]}
  const entries = schoolList({furtherReading: [...works, report].map(({_id}) => ({_ref: _id}))}, [...works, report], {
    school: 'mla',
    language: 'en',
  })
  expect(entries.map(({text}) => text)).toEqual([
    'Abel, Ann. Reading. 1999.',
    'Lovelace, Ada. Engines. 1843.',
    'Moons. Zebra Society.',
    'Ross, Tim. Apples. 2012.',
    'Ross, Tim. The moth. 2012.',
    'Ross, Tim. Zebras. 2010.',
  ])
})

test('a list has an address and a name of its own, and is shown, not kept', () => {
  expect(articleFilePath('on-tides', 'references', 'mla.txt')).toBe('/articles/on-tides/references.mla.txt')
  expect(contentDisposition('on-tides', 'references', 'mla.txt')).toBe('inline; filename="on-tides-references.mla.txt"')
})

interface Fields {
  given: string
  family: string
  title: string
  year: number
}

function book(_id: string, {given, family, title, year}: Fields) {
  return {_id, type: 'book', title, author: [{_type: 'person', family, given}], issued: {status: 'dated', year}}
}

function society() {
  return {_type: 'organisation', literal: 'Zebra Society'}
}
