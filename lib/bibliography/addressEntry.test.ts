import {expect, test} from 'vitest'

import {parseBibliography} from './parseBibliography'

test.each([
  [
    'https://en.wikipedia.org/w/index.php?title=List_of_oldest_companies&oldid=878158136',
    {type: 'entry-encyclopedia', title: 'List of oldest companies', containerTitle: 'Wikipedia'},
    ['The date of the version is not known: look it up in the page’s history.'],
  ],
  [
    'https://de.wikipedia.org/wiki/Gro%C3%9Fe_Transformation',
    {type: 'entry-encyclopedia', title: 'Große Transformation', containerTitle: 'Wikipedia', language: 'de'},
    ['The address leads to the newest version: use “Permanent link” on the page, and write its date.'],
  ],
  [
    'https://www.example.org/a_b/?x=1',
    {type: 'webpage', containerTitle: 'example.org'},
    ['Only the address is known: look it up, or fill in title, author and date.'],
  ],
])('makes an entry of %s', (url, reference, problems) => {
  expect(parseBibliography(`  ${url}.\n`)).toMatchObject([
    {
      pasted: `${url}.`,
      format: 'url',
      reference: {...reference, url, issued: {status: 'nd'}, verbatim: `${url}.`},
      problems,
    },
  ])
})

test('makes an entry of a DOI', () => {
  expect(parseBibliography('doi: 10.5555/Ab<c>;1.')).toEqual([
    {
      pasted: 'doi: 10.5555/Ab<c>;1.',
      format: 'doi',
      reference: {type: 'document', doi: '10.5555/Ab<c>;1', verbatim: 'doi: 10.5555/Ab<c>;1.'},
      confidence: {doi: 'sure', type: 'guess'},
      problems: ['Only the DOI is known: look it up, or fill in title, authors and date.'],
    },
  ])
})
