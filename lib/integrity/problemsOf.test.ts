import {expect, test} from 'vitest'

import type {EditedReference} from '@/lib/citations/referenceRecord'

import {acceptanceOf, toAccepted, unanswered, type Acceptance} from './acceptance'
import type {CitedReference} from './problem'
import {problemsOf} from './problemsOf'
import {referencesIn} from './usesOf'

const polanyi: EditedReference = {
  _id: 'polanyi',
  type: 'book',
  title: 'The great transformation',
  author: [{_type: 'person', family: 'Polanyi'}],
  issued: {status: 'dated', year: 1944},
}
const page: EditedReference = {
  _id: 'page',
  type: 'webpage',
  title: 'Tide tables',
  author: [{_type: 'organisation', literal: 'Harbour Office'}],
  issued: {status: 'nd'},
  url: 'https://example.org/tides',
}

test('finds uses in lead caption, text, notes, captions and further reading, in reading order', () => {
  expect(
    referencesIn({
      leadImage: {_type: 'figure', caption: [block('lead', citation('c0', 'a'))]},
      body: [
        block('b1', citation('c1', 'b'), {_type: 'footnote', _key: 'n', text: [block('n1', citation('c2', 'c'))]}),
        {_type: 'figure', _key: 'f', caption: [block('f1', citation('c3', 'd', 'b'))]},
      ],
      furtherReading: [pointer('e'), {...pointer('f'), _ref: 'drafts.f'}],
    }),
  ).toEqual(['a', 'b', 'c', 'd', 'e', 'f'])
})

test('finds nothing to say about works that are published and whole', () => {
  expect(problemsOf({document: citing('polanyi'), references: known(polanyi)})).toEqual([])
})

test('leads to the item of a citation whose reference is gone, in a note too', () => {
  const body = [block('b', {_type: 'footnote', _key: 'n', text: [block('t', citation('c', 'polanyi', 'gone'))]})]
  expect(problemsOf({document: {body}, references: known(polanyi)})).toEqual([
    {
      level: 'error',
      code: 'missing',
      message: 'This source was deleted. Choose another one, or take the citation out.',
      path: [
        'body',
        {_key: 'b'},
        'children',
        {_key: 'n'},
        'text',
        {_key: 't'},
        'children',
        {_key: 'c'},
        'items',
        {_key: 'c-1'},
        'reference',
      ],
      referenceId: 'gone',
    },
  ])
})

test('names a citation without items, and one whose item names nothing', () => {
  const body = [
    block('b', {_type: 'citation', _key: 'none'}, {_type: 'citation', _key: 'hollow', items: [{_key: 'i'}]}),
  ]
  expect(problemsOf({document: {body}, references: new Map()}).map(({code, path}) => [code, path.at(-1)])).toEqual([
    ['empty-citation', {_key: 'none'}],
    ['empty-citation', 'reference'],
  ])
})

test('says why a new reference cannot be published along, and nothing when it can', () => {
  const draft = {...polanyi}
  const document = citing('polanyi')
  expect(codes({document, references: state('polanyi', {published: null, draft, draftErrors: []})})).toEqual([])
  expect(
    problemsOf({document, references: state('polanyi', {published: null, draft, draftErrors: ['Required']})}),
  ).toMatchObject([
    {
      code: 'invalid-draft',
      message: 'Polanyi (1944) is not finished and cannot be published: Required',
      referenceId: 'polanyi',
    },
  ])
})

test('finds one work under two references, but not two editions with DOIs of their own', () => {
  const copy = {...polanyi, _id: 'copy', title: 'The Great Transformation'}
  expect(codes({document: citing('polanyi', 'copy'), references: known(polanyi, copy)})).toEqual(['same-work'])
  const [a, b] = [
    {...polanyi, doi: '10.5555/a'},
    {...copy, doi: '10.5555/b'},
  ]
  expect(codes({document: citing('polanyi', 'copy'), references: known(a, b)})).toEqual([])
})

test('refuses the same entry twice in the further reading', () => {
  const document = {furtherReading: [pointer('polanyi'), {...pointer('polanyi'), _key: 'again'}]}
  expect(problemsOf({document, references: known(polanyi)})).toMatchObject([
    {code: 'listed-twice', path: ['furtherReading', {_key: 'again'}]},
  ])
})

test.each([
  ['malformed-doi', {doi: 'https://doi.org/10.5555/a'}, 'Write 10.5555/a alone.'],
  ['malformed-doi', {doi: 'ten'}, 'It begins with 10. and has a slash.'],
  ['malformed-url', {url: 'javascript:alert(1)'}, 'Write it whole, with https://.'],
  ['malformed-url', {url: 'example.org'}, 'Write it whole, with https://.'],
])('%s: %j', (code, fields, advice) => {
  const [problem] = problemsOf({document: citing('polanyi'), references: known({...polanyi, ...fields})})
  expect(problem?.code).toBe(code)
  expect(problem?.message).toContain(advice)
})

test('judges a reference as readers will have it: with its changes only when they are published too', () => {
  const references = state('polanyi', {published: {...polanyi, doi: 'ten'}, draft: polanyi})
  const document = citing('polanyi')
  expect(codes({document, references})).toEqual(['malformed-doi'])
  expect(codes({document, references, publishing: new Set(['polanyi'])})).toEqual([])
})

test.each<[string, Partial<EditedReference>, string[]]>([
  ['an undated page without an access date', {}, ['no-access-date']],
  ['an undated page that says when it was read', {accessed: '2026-01-20'}, []],
  ['an undated page with an archived copy', {archive: {url: 'https://a.org/', capturedAt: '2026-01-20'}}, []],
  ['a dated page', {issued: {status: 'dated', year: 2020}}, []],
  [
    'a pasted line',
    {title: null, verbatim: 'Tides. 2020.', issued: {status: 'dated', year: 2020}},
    ['not-taken-apart'],
  ],
])('warns of %s', (_, fields, expected) => {
  expect(codes({document: citing('page'), references: known({...page, ...fields})})).toEqual(expected)
})

test('warns of a dead link without an archived copy', () => {
  const record = {...page, accessed: '2026-01-20'}
  const dead = (archive?: EditedReference['archive']) =>
    state('page', {published: {...record, archive}, draft: null, deadSince: '2026-02-01T00:00:00Z'})
  expect(codes({document: citing('page'), references: dead()})).toEqual(['dead-link'])
  expect(codes({document: citing('page'), references: dead({url: 'https://a.org/'})})).toEqual([])
})

test('warns of further reading that is cited as well, at its place in the list', () => {
  const document = {...citing('polanyi'), furtherReading: [pointer('polanyi')]}
  expect(problemsOf({document, references: known(polanyi)})).toMatchObject([
    {code: 'cited-and-listed', path: ['furtherReading', {_key: 'polanyi'}]},
  ])
})

test('warns of a work that readers had in the list, and that is in it no longer', () => {
  const published = citing('polanyi', 'page')
  const references = known(polanyi, {...page, accessed: '2026-01-20'})
  expect(problemsOf({document: citing('polanyi'), published, references})).toMatchObject([
    {code: 'no-longer-cited', referenceId: 'page', path: ['furtherReading']},
  ])
  const moved = {...citing('polanyi'), furtherReading: [pointer('page')]}
  expect(codes({document: moved, published, references})).toEqual([])
})

test('a reason holds for the same warning until what it is about changes', () => {
  const warnings = (record: EditedReference) => problemsOf({document: citing('page'), references: known(record)})
  const before = unanswered(warnings(page), [])
  const acceptance: Acceptance = {
    reason: 'The office answers no letters.',
    at: '2026-01-01T00:00:00Z',
    by: 'Ada',
    warnings: before.map(toAccepted),
  }
  expect(before.map((warning) => acceptanceOf(warning, [acceptance])?.reason)).toEqual([
    'The office answers no letters.',
  ])
  expect(unanswered(warnings(page), [acceptance])).toEqual([])
  expect(unanswered(warnings({...page, url: 'https://example.org/moved'}), [acceptance])).toHaveLength(1)
})

function codes(facts: Parameters<typeof problemsOf>[0]): string[] {
  return problemsOf(facts).map(({code}) => code)
}

function citing(...ids: string[]) {
  return {body: [block('b', ...ids.map((id) => citation(`c-${id}`, id)))]}
}

function block(_key: string, ...children: object[]) {
  return {_type: 'block', _key, children}
}

function citation(_key: string, ...ids: string[]) {
  return {_type: 'citation', _key, items: ids.map((id, index) => ({_key: `${_key}-${index}`, reference: pointer(id)}))}
}

function pointer(id: string) {
  return {_type: 'reference', _key: id, _ref: id}
}

function known(...records: EditedReference[]) {
  return new Map(records.map((record) => [record._id, {published: record, draft: null}]))
}

function state(id: string, reference: CitedReference) {
  return new Map([[id, reference]])
}
