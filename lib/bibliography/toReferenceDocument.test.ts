import {readFileSync} from 'node:fs'

import {createMockAuthStore, createWorkspaceFromConfig, validateDocument} from 'sanity'
import {expect, test} from 'vitest'

import {schemaTypes} from '@/sanity/schema'
import {lakeClient} from '@/test-support/lakeClient'

import {parseBibliography} from './parseBibliography'
import type {ParsedReference} from './parsedEntry'
import {toReferenceDocument, type ReferenceDocument} from './toReferenceDocument'

test('adds keys and types, and leaves out what is blank', () => {
  const reference: ParsedReference = {
    type: 'book',
    title: ' Salt ',
    publisher: '',
    url: null,
    author: [
      {_type: 'person', family: 'Berg', given: 'Jan', particles: 'van der', suffix: ''},
      {_type: 'organisation', literal: 'Oxfam'},
      {_type: 'person', family: '', given: 'Plato'},
      {_type: 'organisation', literal: ' '},
    ],
    editor: [],
    issued: {status: 'dated', year: 2010, month: null, circa: true},
    archive: {url: 'https://web.archive.org/web/2020/https://example.org', capturedAt: null},
    verbatim: 'Berg, Salt',
  }
  expect(toDocument(reference)).toEqual({
    _id: 'drafts.a',
    _type: 'bibliographicReference',
    type: 'book',
    title: 'Salt',
    author: [
      {_key: 'k1', _type: 'person', family: 'Berg', given: 'Jan', particles: 'van der'},
      {_key: 'k2', _type: 'organisation', literal: 'Oxfam'},
      {_key: 'k3', _type: 'person', family: 'Plato'},
    ],
    issued: {_type: 'issuedDate', status: 'dated', year: 2010, circa: true},
    archive: {_type: 'archivedCopy', url: 'https://web.archive.org/web/2020/https://example.org'},
    verbatim: 'Berg, Salt',
  })
})

test('completes the end of a date that is within its year', () => {
  const issued = {status: 'dated', year: 2017, month: 7, day: 12, endDay: 15}
  expect(toDocument({issued}).issued).toEqual({_type: 'issuedDate', ...issued, endYear: 2017, endMonth: 7})
})

test('makes documents that the schema lets through, whatever was pasted', async () => {
  const pasted = ['cases/lines.ndjson', '../citations/cases/apa.ndjson'].flatMap((file) =>
    readFileSync(new URL(file, import.meta.url), 'utf8')
      .trim()
      .split('\n')
      .map((line): string => JSON.parse(line).pasted ?? JSON.parse(line).expected),
  )
  const others = [
    '@book{a, title = {Salt}}',
    'TY  - BOOK\nTI  - Salt\nER  - ',
    '[{"title": "Salt", "ISBN": "978-0-8070-5643-1", "language": "en_GB"}]',
    'https://en.wikipedia.org/wiki/Salt',
    '10.1002/(SICI)1097-0258(19980815)17:15<1661::AID-SIM968>3.0.CO;2-2',
    'https://example.org/',
  ]
  const documents = parseBibliography([...pasted, ...others].join('\n\n')).map(({reference}) => toDocument(reference))
  expect(documents.length).toBeGreaterThan(160)
  expect(await errors(documents)).toEqual([])
})

function toDocument(reference: ParsedReference): ReferenceDocument {
  let keys = 0
  return toReferenceDocument(reference, {id: 'drafts.a', createKey: () => `k${++keys}`})
}

/** What keeps documents from being published, and fields that the schema does not know. */
async function errors(documents: readonly ReferenceDocument[]): Promise<string[]> {
  const client = lakeClient({production: []}, {token: 'editor'})
  const workspace = await createWorkspaceFromConfig({
    name: 'test',
    basePath: '/',
    projectId: 'octavo',
    dataset: 'production',
    auth: createMockAuthStore({client, currentUser: null}),
    schema: {types: schemaTypes},
  })
  const known = ['_id', '_type', ...fieldNames(workspace.schema.get('bibliographicReference'))]
  const found: string[] = []
  for (const document of documents) {
    const at = '2026-01-10T09:00:00.000Z'
    const markers = await validateDocument({
      document: {_rev: '1', _createdAt: at, _updatedAt: at, ...document},
      workspace,
      getClient: () => client,
      getDocumentExists: () => Promise.resolve(true),
      environment: 'studio',
    })
    const said = markers.flatMap(({level, path, message}) =>
      level === 'error' ? [`${path.join('.')}: ${message}`] : [],
    )
    const unknown = Object.keys(document).filter((name) => !known.includes(name))
    found.push(...[...said, ...unknown].map((problem) => `${String(document.verbatim).slice(0, 60)} → ${problem}`))
  }
  return found
}

function fieldNames(type: unknown): string[] {
  const fields: unknown = typeof type === 'object' && type !== null ? Reflect.get(type, 'fields') : []
  return Array.isArray(fields) ? fields.map((field: {name: string}) => field.name) : []
}
