import {readdirSync, readFileSync} from 'node:fs'
import {expect, test} from 'vitest'

import {citationStyles} from '@/lib/citations/styles/citationStyles'
import type {ReferenceRecord} from '@/lib/citations/reference'

import {formatEntry} from './formatEntry'
import {titlePlace} from './titlePlace'

test.each(citationStyles.map(({value}) => value))('finds the title of every case file’s entries in %s', (style) => {
  for (const reference of cases()) {
    const title = reference.title ?? ''
    const place = titlePlace(reference, {style})
    expect([title, letters(formatEntry(reference, {style}).html, place)]).toEqual([title, letters(title)])
  }
})

test.each([
  ['a title that is also the author', {author: [organisation('Salt')], title: 'Salt'}, 'Salt. (n.d.). <i>[Salt]</i>.'],
  [
    'a title that is also the journal',
    {type: 'article-journal', title: 'Nature', containerTitle: 'Nature'},
    '[Nature]',
  ],
  ['markup at its end', {title: 'On <i>Beowulf</i>'}, '<i>[On <i>Beowulf</i>]</i>. (n.d.).'],
  ['all in italics', {title: '<i>Beowulf</i>'}, '<i>[<i>Beowulf</i>]</i>. (n.d.).'],
  ['its question mark', {title: 'Who?'}, '<i>[Who?]</i> (n.d.).'],
  ['letters of another script', {title: '乡土中国'}, '<i>[乡土中国]</i>. (n.d.).'],
])('keeps within the title: %s', (_, fields, expected) => {
  const reference: ReferenceRecord = {_id: 'a', type: 'book', ...fields}
  const {html} = formatEntry(reference)
  const {start = 0, end = 0} = titlePlace(reference, {}) ?? {}
  expect(`${html.slice(0, start)}[${html.slice(start, end)}]${html.slice(end)}`).toContain(expected)
})

test('finds no title where there is none', () => {
  expect(titlePlace({_id: 'a', verbatim: 'Salt. 2001.'}, {})).toBeNull()
  expect(titlePlace({_id: 'a', type: 'webpage', url: 'https://example.org'}, {})).toBeNull()
})

function organisation(literal: string) {
  return {_type: 'organisation', literal}
}

function letters(html: string, place: {start: number; end: number} | null = {start: 0, end: html.length}): string {
  const text = place ? html.slice(place.start, place.end).replace(/<[^>]*>|&\w+;/g, '') : ''
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
}

function cases(): ReferenceRecord[] {
  const folder = new URL('../cases/', import.meta.url)
  return readdirSync(folder)
    .filter((file) => file.endsWith('.ndjson'))
    .flatMap((file) => readFileSync(new URL(file, folder), 'utf8').trim().split('\n'))
    .map((line): {input: Omit<ReferenceRecord, '_id'>} => JSON.parse(line))
    .map(({input}) => ({_id: 'reference', ...input}))
}
