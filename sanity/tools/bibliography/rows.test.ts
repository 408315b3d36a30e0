import {expect, test} from 'vitest'

import {parseBibliography} from '@/lib/bibliography/parseBibliography'
import type {LibraryWork} from '@/sanity/works/library'
import {createWorkFinder} from '@/sanity/works/workFinder'

import {keyEntries, withEdit, type EntryEdit} from './paste'
import {planOf, whatIsMissing} from './plan'
import {rowsOf} from './rows'
import {summaryOf, summaryWords} from './summary'

const POLANYI = 'Polanyi, K. (1944). The great transformation: The origins of our time. Farrar & Rinehart.'
const OSTROM =
  'Ostrom, E. (1990). Governing the commons. Cambridge University Press. https://doi.org/10.1017/CBO9780511807763'
const UNKNOWN = 'Ask Maria about that pamphlet from the harbour museum'

const ostrom: LibraryWork = {
  id: 'ostrom',
  isPublished: true,
  record: {type: 'book', title: 'Governing the Commons', doi: '10.1017/cbo9780511807763'},
}

test('offers to create what is new and to use what the library has', () => {
  const rows = rowsFor([POLANYI, OSTROM].join('\n\n'), {library: [ostrom]})

  expect(rows.map(({choice, same}) => [choice, same])).toEqual([
    ['create', null],
    ['existing', {kind: 'library', work: ostrom}],
  ])
})

test('keeps what was not understood as it was pasted, and leaves headings out', () => {
  const rows = rowsFor(['References', POLANYI, UNKNOWN].join('\n\n'))

  expect(rows.map(({choice}) => choice)).toEqual(['skip', 'create', 'verbatim'])
  expect(rows[2]?.stored).toEqual({type: 'document', verbatim: UNKNOWN})
})

test('recognises a work that stands twice in the paste', () => {
  const rows = rowsFor([OSTROM, POLANYI, 'https://doi.org/10.1017/CBO9780511807763'].join('\n\n'))

  expect(rows[2]).toMatchObject({choice: 'existing', same: {kind: 'row', number: 1, key: rows[0]?.key}})
})

test('creates the later of two when the earlier is left out', () => {
  const text = [OSTROM, 'https://doi.org/10.1017/CBO9780511807763'].join('\n\n')

  const rows = rowsFor(text, {edits: {[`0:${OSTROM}`]: {choice: 'skip'}}})

  expect(rows.map(({choice}) => choice)).toEqual(['skip', 'create'])
})

test('keeps what was done to a line while the lines around it change', () => {
  const edits = {[`0:${POLANYI}`]: {choice: 'verbatim'} satisfies EntryEdit}

  expect(rowsFor([OSTROM, POLANYI].join('\n\n'), {edits})[1]).toMatchObject({choice: 'verbatim', number: 2})
  expect(rowsFor(POLANYI, {edits})[0]).toMatchObject({choice: 'verbatim', number: 1})
})

test('tells two equal lines apart', () => {
  const rows = rowsFor([POLANYI, OSTROM, POLANYI].join('\n\n'))

  expect(new Set(rows.map(({key}) => key)).size).toBe(3)
})

test('takes an entry that was stored but not acknowledged for its own', () => {
  const edits = {[`0:${OSTROM}`]: {id: 'ostrom'}}

  expect(rowsFor(OSTROM, {library: [ostrom], edits})[0]).toMatchObject({choice: 'create', same: null})
})

test('creates instead of using what is no longer there', () => {
  const edits = {[`0:${OSTROM}`]: {choice: 'existing'} satisfies EntryEdit}

  expect(rowsFor(OSTROM, {edits})[0]).toMatchObject({choice: 'create'})
})

test('says how confident each field is, and which an editor wrote', () => {
  const edit: EntryEdit = {reference: {type: 'book', title: 'Mine'}, confidence: {title: 'edited'}}

  const [row] = rowsFor(POLANYI, {edits: {[`0:${POLANYI}`]: edit}})

  expect(row?.fields).toMatchObject({title: 'edited', issued: 'sure'})
  expect(row?.stored).toEqual({type: 'book', title: 'Mine'})
})

test('plans what is not done yet, with what repeats an earlier row under its id', () => {
  const text = [OSTROM, POLANYI, OSTROM, UNKNOWN].join('\n\n')
  const rows = rowsFor(text, {edits: {[`0:${POLANYI}`]: {result: {referenceId: 'polanyi', kind: 'published'}}}})

  const plan = planOf(rows, {publish: true, idOf: ({number}) => `id-${number}`})

  expect(plan).toEqual([
    {key: rows[0]?.key, id: 'id-1', kind: 'published', reference: rows[0]?.stored},
    {key: rows[2]?.key, id: 'id-1', kind: 'existing', isPublished: true},
    {key: rows[3]?.key, id: 'id-4', kind: 'published', reference: {type: 'document', verbatim: UNKNOWN}},
  ])
  expect(planOf(rows, {publish: false, idOf: ({number}) => `id-${number}`})[0]?.kind).toBe('draft')
})

test('lists what is repeated after it was created in an earlier attempt', () => {
  const rows = rowsFor([OSTROM, OSTROM].join('\n\n'), {
    edits: {[`0:${OSTROM}`]: {result: {referenceId: 'first', kind: 'published'}}},
  })

  expect(planOf(rows, {publish: true, idOf: () => 'new'})).toEqual([
    {key: rows[1]?.key, id: 'first', kind: 'existing', isPublished: true},
  ])
})

test.each([
  [{title: 'Tides', issued: {status: 'nd'}}, /^null$/],
  [{title: 'Tides', issued: {status: 'dated', year: 2025}}, /^null$/],
  [{verbatim: 'a line'}, /^null$/],
  [{title: 'Tides'}, /date is missing/],
  [{title: 'Tides', issued: {status: 'dated'}}, /year is missing/],
  [{title: ' '}, /title is missing/],
  [{verbatim: 'a line', doi: 'not a doi'}, /DOI is not one/],
  [{verbatim: 'a line', url: 'javascript:alert(1)'}, /address is not one/],
])('says what keeps %j from being published', (reference, missing) => {
  expect(String(whatIsMissing(reference))).toMatch(missing)
})

test('says in words what becomes of the paste', () => {
  const rows = rowsFor(['References', OSTROM, POLANYI, UNKNOWN].join('\n\n'), {library: [ostrom]})

  expect(summaryWords(summaryOf(rows))).toBe('4 entries: 1 new, 1 already there, 1 kept as pasted, 1 left out')
})

test('takes an address alone to have been read today', () => {
  const [row] = rowsFor('https://tides.example/tables')

  expect(row?.stored).toMatchObject({type: 'webpage', url: 'https://tides.example/tables', accessed: '2026-11-23'})
  expect(row?.fields).toMatchObject({accessed: 'sure'})
})

test('changes one edit and leaves the others', () => {
  const paste = withEdit({text: 'x', edits: {a: {id: '1'}, b: {id: '2'}}}, 'a', {choice: 'skip'})

  expect(paste).toEqual({text: 'x', edits: {a: {id: '1', choice: 'skip'}, b: {id: '2'}}})
})

test('stays quick with two hundred lines and a large library', () => {
  const text = Array.from(
    {length: 200},
    (_, index) => `Author${index}, A. (${1800 + index}). Work number ${index}. Press.`,
  )
  const library = Array.from({length: 5_000}, (_, index) => ({
    id: `work-${index}`,
    isPublished: true,
    record: {title: `Work number ${index * 2}`, issued: {status: 'dated', year: 1800 + index * 2}},
  }))

  const rows = rowsFor(text.join('\n'), {library})

  expect(rows).toHaveLength(200)
  expect(rows.filter(({choice}) => choice === 'existing')).toHaveLength(100)
})

function rowsFor(
  text: string,
  {library = [], edits = {}}: {library?: LibraryWork[]; edits?: Record<string, EntryEdit>} = {},
) {
  return rowsOf(keyEntries(parseBibliography(text), '2026-11-23'), edits, createWorkFinder(library))
}
