import {readFileSync} from 'node:fs'
import {expect, test} from 'vitest'

import type {ReferenceRecord} from '@/lib/citations/reference'

import {citeWorks} from './citeWorks'

interface CaseItem {
  ref: string
  [field: string]: unknown
}

type CaseCitation = (string | CaseItem)[] | {mode: string; items: (string | CaseItem)[]}

interface AuthorDateCase {
  name: string
  /** `apa-author-date` unless told. */
  style?: string
  language?: string
  references: Record<string, Omit<ReferenceRecord, '_id'>>
  text: CaseCitation[]
  furtherReading?: string[]
  /** What each citation prints. */
  citations: string[]
  /** The list, with its further reading marked; links are written as bare addresses. */
  list: string[]
}

const CASES = readFileSync(new URL('../cases/author-date.ndjson', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line): AuthorDateCase => JSON.parse(line))

test.each(CASES)('$name', (given) => {
  expect(set(given)).toEqual({citations: given.citations, list: given.list})
})

test('prints the same whatever text was set before', () => {
  const printed = CASES.toReversed().map((given) => set(neverSet(given)))
  expect(printed.toReversed()).toEqual(CASES.map(({citations, list}) => ({citations, list})))
})

test('forgets the works of the text before, also under the same ids', () => {
  const kim = {type: 'book', title: 'Salt', author: [{_type: 'person', family: 'Kim', given: 'Bo'}]}
  const other = {type: 'book', title: 'Sand', author: [{_type: 'person', family: 'Kim', given: 'Al'}]}
  const alone = {name: '', references: {a: kim}, text: [['a']], citations: [], list: []}

  set({...alone, references: {a: kim, b: other}, text: [['a'], ['b']]})
  expect(set(alone).citations).toEqual(['(Kim, n.d.)'])
  expect(set({...alone, references: {a: other}}).list).toEqual(['Kim, A. (n.d.). <i>Sand</i>.'])
})

test.each(['constructor', '__proto__', 'toString'])('cites an author named %s like any other', (name) => {
  const author = [{_type: 'organisation', literal: name}]
  const references = {a: {type: 'book', title: 'Salt', author}, b: {type: 'book', title: 'Sand', author}}
  expect(set({name: '', references, text: [['a', 'b']], citations: [], list: []}).citations).toEqual([
    `(${name}, n.d.-a, n.d.-b)`,
  ])
})

test.each([
  ['markup', '<img src=x onerror=alert(1)>', '(&lt;img src=x onerror=alert(1)&gt;, n.d.)'],
  ['a quotation mark', '"><script>', '(&quot;&gt;&lt;script&gt;, n.d.)'],
])('shows %s in a name and around a citation as text', (_, hostile, expected) => {
  const references = {a: {type: 'book', title: 'Salt', author: [{_type: 'organisation', literal: hostile}]}}
  const [plain, worded] = set({
    name: '',
    references,
    text: [['a'], [{ref: 'a', prefix: '<b>', suffix: '<i>', locator: '<u>'}]],
    citations: [],
    list: [],
  }).citations
  expect(plain).toBe(expected)
  expect(worded?.replace(/&(?:lt|gt|quot|amp);/g, '')).not.toMatch(/[<>&"]/)
})

/** The same works with a field that no style prints, so that nothing is answered from what is kept. */
function neverSet(given: AuthorDateCase): AuthorDateCase {
  const references = Object.entries(given.references).map(([id, fields]) => [
    id,
    {...fields, isbn: '978-0-8070-5643-1'},
  ])
  return {...given, references: Object.fromEntries(references)}
}

function set({references, text, furtherReading, style = 'apa-author-date', language = 'en'}: AuthorDateCase) {
  const records = Object.entries(references).map(([_id, fields]) => ({_id, ...fields}))
  const citations = text.map((citation) => {
    const {mode, items} = Array.isArray(citation) ? {mode: 'parenthetical', items: citation} : citation
    return {_type: 'citation', mode, items: items.map(toItem)}
  })
  const body = [{_type: 'block', children: citations}]
  const {segmentsOf, entries} = citeWorks({body, furtherReading}, records, {style, language})
  return {
    citations: citations.map((citation) =>
      segmentsOf(citation)
        .map(({html}) => html)
        .join(''),
    ),
    list: entries.map(({cited, html}) => (cited ? '' : 'further: ') + html.replace(/<\/?a\b[^>]*>/g, '')),
  }
}

function toItem(item: string | CaseItem) {
  const {ref, ...fields} = typeof item === 'string' ? {ref: item} : item
  return {reference: {_ref: ref}, ...fields}
}
