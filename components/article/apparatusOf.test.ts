import {expect, test} from 'vitest'

import type {Article} from '@/sanity/queries/article'
import type {Citation, CitingText} from '@/sanity/queries/body'

import {apparatusOf, type CitingWork} from './apparatusOf'

const SETTINGS = {citationStyle: 'apa-numbered', language: 'en'} as const

test('lists what is cited by first use, then further reading, each set in the style', () => {
  const {entries} = apparatusOf(
    work({cited: ['scott', 'sen', 'scott'], furtherReading: ['porter'], references: ['sen', 'porter', 'scott']}),
    SETTINGS,
  )

  expect(entries.map(({number, cited, html, backlinks}) => [number, cited, html, backlinks.length])).toEqual([
    [1, true, 'Scott. (1998). <i>On scott</i>.', 2],
    [2, true, 'Sen. (1998). <i>On sen</i>.', 1],
    [3, false, 'Porter. (1998). <i>On porter</i>.', 0],
  ])
})

test('leaves no gap for a reference that is not published', () => {
  const {entries} = apparatusOf(work({cited: ['gone', 'sen'], references: ['sen']}), SETTINGS)
  expect(entries.map(({number, referenceId}) => [number, referenceId])).toEqual([[1, 'sen']])
})

test('gives every note its place and its text', () => {
  const {notes} = apparatusOf(work({cited: [], references: [], note: 'As the trade says.'}), SETTINGS)
  expect(notes.map(({id, markId, footnote}) => [id, markId, footnote.text[0]?.children])).toEqual([
    ['note-1', 'noteref-1', [{_key: 's', _type: 'span', text: 'As the trade says.', marks: []}]],
  ])
})

test('lists by author in an author-date style', () => {
  const cited = work({cited: ['scott', 'sen'], furtherReading: ['porter'], references: ['sen', 'porter', 'scott']})
  const {entries, isNumbered} = apparatusOf(
    {...cited, body: cited.body.toReversed()},
    {...SETTINGS, citationStyle: 'apa-author-date'},
  )

  expect(isNumbered).toBe(false)
  expect(entries.map(({number, cited, html}) => [number, cited, html])).toEqual([
    [null, true, 'Scott. (1998). <i>On scott</i>.'],
    [null, true, 'Sen. (1998). <i>On sen</i>.'],
    [null, false, 'Porter. (1998). <i>On porter</i>.'],
  ])
})

interface Sketch {
  cited: readonly string[]
  furtherReading?: string[]
  references: readonly string[]
  note?: string
}

function work({cited, furtherReading, references, note}: Sketch): CitingWork {
  const text: CitingText = [{...paragraph('n'), children: [{_key: 's', _type: 'span', text: note ?? '', marks: []}]}]
  const footnote = {_key: 'f', _type: 'footnote', text} as const
  const children = [...cited.map((id, index) => citation(`c${index}`, id)), ...(note ? [footnote] : [])]
  return {body: [{...paragraph('b'), children}], furtherReading, references: references.map(reference)}
}

function paragraph(_key: string) {
  const block = {_key, _type: 'block', style: 'normal', listItem: null, level: 1} as const
  return {...block, markDefs: []}
}

function citation(_key: string, _ref: string): Citation {
  const item = {locator: null, label: 'page', prefix: null, suffix: null, suppressAuthor: false} as const
  return {_key, _type: 'citation', mode: 'parenthetical', items: [{_key: 'i', reference: {_ref}, ...item}]}
}

function reference(_id: string): Article['references'][number] {
  const author = {_key: 'a', _type: 'organisation', literal: _id.charAt(0).toUpperCase() + _id.slice(1)} as const
  const undated = {month: null, day: null, circa: null, endYear: null, endMonth: null, endDay: null}
  return {
    _id,
    _rev: '1',
    type: 'book',
    title: `On ${_id}`,
    containerTitle: null,
    publisher: null,
    publisherPlace: null,
    genre: null,
    number: null,
    edition: null,
    volume: null,
    issue: null,
    page: null,
    url: null,
    doi: null,
    isbn: null,
    language: null,
    archive: null,
    deadLink: null,
    verbatim: null,
    accessed: null,
    editor: [],
    translator: [],
    author: [author],
    issued: {
      status: 'dated',
      year: 1998,
      ...undated,
    },
  }
}
