import {expect, test} from 'vitest'

import type {ReferenceRecord} from '@/lib/citations/reference'

import {narrativeText} from './narrativeText'

test.each([
  ['one author', {author: [person('Polanyi')]}, 'Polanyi (1944)'],
  ['a particle', {author: [person('Berg', 'van der')]}, 'van der Berg (1944)'],
  ['two authors', {author: [person('Gall'), person('Peters')]}, 'Gall and Peters (1944)'],
  ['more', {author: [person('Šavrič'), person('Patterson'), person('Jenny')]}, 'Šavrič et al. (1944)'],
  ['an organisation', {author: [{_type: 'organisation', literal: 'World Bank'}]}, 'World Bank (1944)'],
  ['editors in place of authors', {author: [], editor: [person('Porter')]}, 'Porter (1944)'],
  ['the title in place of people', {title: 'Mercator projection'}, '“Mercator projection” (1944)'],
  [
    'the title of a chapter, whose editors are those of the book',
    {type: 'chapter', title: 'Salt', editor: [person('Porter')]},
    '“Salt” (1944)',
  ],
  ['a title without its markup', {title: 'On <i>Hamlet</i>'}, '“On Hamlet” (1944)'],
  ['nothing known', {}, '“Untitled” (1944)'],
  ['how a pasted line begins', {verbatim: 'Smith, J. (2019). On salt.'}, 'Smith (2019)'],
  ['the first words of another', {verbatim: 'An old map'}, '“An old map”'],
])('names a work by %s', (_, fields, text) => {
  expect(narrativeText(reference(fields))).toBe(text)
})

test.each([
  [{status: 'nd', year: 1944}, 'Sen (n.d.)'],
  [{status: 'inPress'}, 'Sen (in press)'],
  [{status: 'dated', year: -44, circa: true}, 'Sen (ca. 44 B.C.E.)'],
  [{status: 'dated', year: 116}, 'Sen (116 C.E.)'],
  [{status: 'dated', year: 1979, endYear: 1984}, 'Sen (1979–1984)'],
  [{status: 'dated', year: -431, endYear: -404}, 'Sen (431–404 B.C.E.)'],
  [{status: 'dated', year: -27, endYear: 14}, 'Sen (27 B.C.E.–14 C.E.)'],
  [null, 'Sen (n.d.)'],
])('dates %j', (issued, text) => {
  expect(narrativeText(reference({author: [person('Sen')], issued}))).toBe(text)
})

function person(family: string, particles: string | null = null) {
  return {_type: 'person', family, given: 'A.', particles}
}

function reference(fields: Partial<ReferenceRecord>): ReferenceRecord {
  return {_id: 'r', issued: {status: 'dated', year: 1944}, ...fields}
}
