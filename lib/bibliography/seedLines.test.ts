import {readFileSync} from 'node:fs'

import {expect, test} from 'vitest'

import {formatEntry} from '@/lib/citations/entries/formatEntry'
import type {ReferenceRecord} from '@/lib/citations/reference'

import {misses} from './cases/carried'

const references = readFileSync(new URL('../../seed/publication.ndjson', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .flatMap((line): ReferenceRecord[] => {
    const document = JSON.parse(line)
    return document._type === 'bibliographicReference' ? [document] : []
  })

/** What a line does not say, or says as other works do. This list may only become shorter. */
const KNOWN = [
  'reference-farr-1852: type: report ≠ book',
  'reference-nightingale-1858: type: report ≠ book',
  'reference-sb328-2019: title: undefined ≠ An Act to Add Section 46148 to the Education Code, Relating to Pupil Attendance',
  'reference-alexanyan-1991: type: article-magazine ≠ article-journal',
  'reference-itpgrfa-2001: genre: treaty ≠ undefined',
  'reference-salaheldeen-2012: type: paper-conference ≠ chapter',
]

test.each([
  ['with italics', (html: string) => html.replace(/<(?!\/?(?:i|sub|sup)>)[^<>]*>/g, '').replace(/&amp;/g, '&')],
  ['as plain text', (html: string) => html.replace(/<[^<>]*>/g, '').replace(/&amp;/g, '&')],
])('reads the entries of the sample publication %s', (_, written) => {
  const missed = references.flatMap((reference) => {
    const fields = misses(written(formatEntry(reference).html), reference)
    return fields.length > 0 ? [`${reference._id}: ${fields.join(' | ')}`] : []
  })
  expect(references.length).toBeGreaterThan(140)
  expect(missed).toEqual(KNOWN)
})
