import {expect, test} from 'vitest'

import {parseBibliography} from '@/lib/bibliography/parseBibliography'
import type {LibraryWork} from '@/sanity/works/library'
import {createWorkFinder} from '@/sanity/works/workFinder'

import {formatEntries, formatKey} from './formatEntries'
import {canLookUp, lookUpRows, needsLookUp} from './lookUp'
import {keyEntries, type EntryEdit} from './paste'
import {rowsOf} from './rows'

const DOI = '10.5555/tides'
const URL_ALONE = 'https://tides.example/tables'
const LINE = 'Polanyi, K. (1944). The great transformation. Farrar & Rinehart.'

test('formats each reference once, in batches', async () => {
  const references = Array.from({length: 60}, (_, index) => ({title: `Work ${index % 30}`}))
  const asked: unknown[] = []
  const formatted = new Map<string, {html: string; text: string}>()

  await formatEntries(references, {
    signal: new AbortController().signal,
    ask: async (_path, body) => {
      asked.push(body)
      const {references: batch} = batchOf(body)
      return {entries: batch.map(({title}) => ({html: `<i>${title}</i>`, text: title}))}
    },
    onBatch: (batch) => batch.forEach((entry, key) => formatted.set(key, entry)),
  })

  expect(asked.map((body) => batchOf(body).references.length)).toEqual([25, 5])
  expect(formatted.size).toBe(30)
  expect(formatted.get(formatKey({title: 'Work 7'}))).toEqual({html: '<i>Work 7</i>', text: 'Work 7'})
})

test('offers to look up what has a DOI or an address, and does so at once for those that have nothing else', () => {
  const rows = rowsFor([DOI, URL_ALONE, LINE])

  expect(rows.map(canLookUp)).toEqual([true, true, false])
  expect(rows.map(needsLookUp)).toEqual([true, true, false])
  expect(rowsFor([DOI], {[`0:${DOI}`]: {choice: 'skip'}}).map(canLookUp)).toEqual([false])
})

test('puts what was found around what the editor wrote and the line that was pasted', async () => {
  const edit: EntryEdit = {
    reference: {type: 'document', doi: DOI, title: 'My title', verbatim: DOI},
    confidence: {title: 'edited'},
    choice: 'verbatim',
  }
  const found = {
    reference: {type: 'book', title: 'Their title', publisher: 'Press', doi: DOI},
    confidence: {title: 'sure', publisher: 'sure'},
    problems: [],
  }

  const edits = await lookedUp(rowsFor([DOI], {[`0:${DOI}`]: edit}), async () => found)

  expect(edits).toEqual({
    [`0:${DOI}`]: {
      reference: {type: 'book', doi: DOI, title: 'My title', publisher: 'Press', verbatim: DOI},
      confidence: {title: 'edited', publisher: 'sure'},
      lookUp: {problems: []},
      choice: 'create',
    },
  })
})

test('asks for the DOI where there is one', async () => {
  const bodies: unknown[] = []
  await lookedUp(rowsFor([DOI, URL_ALONE]), async (_path, body) => {
    bodies.push(body)
    return {reference: {}, confidence: {}, problems: ['Nothing more is known.']}
  })

  expect(bodies).toEqual([{doi: DOI}, {url: URL_ALONE}])
})

test('keeps what was found when a later look-up is refused', async () => {
  const found: string[] = []
  const rows = rowsFor([DOI, URL_ALONE])
  let asked = 0

  const looking = lookUpRows(rows, {
    ask: async () => {
      asked += 1
      if (asked === 2) throw new Error('Many look-ups are going on.')
      return {reference: {title: 'Found'}, confidence: {}, problems: []}
    },
    onFound: (key) => found.push(key),
  })

  await expect(looking).rejects.toThrow('Many look-ups are going on.')
  expect(found).toEqual([`0:${DOI}`])
})

test('asks no more once it was refused, and waits for what is under way', async () => {
  const asked: unknown[] = []
  const found: string[] = []
  const rows = rowsFor(Array.from({length: 9}, (_, index) => `10.5555/tide.${index}`))

  const looking = lookUpRows(rows, {
    ask: async (_path, body) => {
      asked.push(body)
      if (asked.length === 1) throw new Error('The site did not answer.')
      await Promise.resolve()
      return {reference: {title: 'Found'}, confidence: {}, problems: []}
    },
    onFound: (key) => found.push(key),
  })

  await expect(looking).rejects.toThrow('The site did not answer.')
  expect([asked.length, found.length]).toEqual([3, 2])
})

test('does not ask for what is no address, which the server would refuse with all that follow', () => {
  const edits: Record<string, EntryEdit> = {
    [`0:${DOI}`]: {reference: {doi: '10.5/x', url: 'tides.example'}},
    [`0:${URL_ALONE}`]: {reference: {url: `https://tides.example/${'x'.repeat(2_000)}`}},
  }

  expect(rowsFor([DOI, URL_ALONE], edits).map(canLookUp)).toEqual([false, false])
})

async function lookedUp(rows: ReturnType<typeof rowsFor>, ask: Parameters<typeof lookUpRows>[1]['ask']) {
  const edits: Record<string, Partial<EntryEdit>> = {}
  await lookUpRows(rows, {ask, onFound: (key, edit) => (edits[key] = edit)})
  return edits
}

function rowsFor(lines: string[], edits: Record<string, EntryEdit> = {}) {
  return rowsOf(
    keyEntries(parseBibliography(lines.join('\n\n')), '2026-11-23'),
    edits,
    createWorkFinder<LibraryWork>([]),
  )
}

function batchOf(body: unknown): {references: {title: string}[]} {
  return JSON.parse(JSON.stringify(body))
}
