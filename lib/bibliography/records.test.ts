import {expect, test} from 'vitest'

import {parseBibliography} from './parseBibliography'
import type {ParsedEntry} from './parsedEntry'

test('BibTeX: macros, TeX, names of every form, and what is not kept', () => {
  const [macro, comment, book, article] = parseBibliography(String.raw`@string{cup = "Cambridge " # "UP"}
@comment{ignore me}
@book{ostrom,
  author = {Ostrom, Elinor}, % the first
  title = {{Governing the Commons}: The Evolution of {I}nstitutions},
  publisher = cup,
  year = 1990, month = jan,
  series = {Political Economy},
  keywords = {commons}
}
@article{mueller,
  author = {M{\"u}ller, J{\"o}rg and van der Berg, Jan P. and {World Health Organization} and Garc{\'\i}a M{\'a}rquez, Gabriel and Jos\'e de la Cruz and King, Jr., Martin and others},
  title = "On \emph{Salmo} and CO$_2$ \& {DNA} -- a review",
  journal = {Journal of X}, volume = 12, number = {3}, pages = {45--67}, eid = {e12},
  date = {2020-05/2020-06},
  doi = {https://doi.org/10.5555/a_b}, url = {https://doi.org/10.5555/a\_b}
}`)
  expect([macro, comment].map((entry) => entry?.format)).toEqual(['aside', 'aside'])
  expect(told(book)).toEqual({
    type: 'book',
    title: 'Governing the Commons: The Evolution of Institutions',
    author: [{_type: 'person', family: 'Ostrom', given: 'Elinor'}],
    issued: {status: 'dated', year: 1990, month: 1},
    publisher: 'Cambridge UP',
    problems: ['Not kept: series = “Political Economy”'],
  })
  expect(told(article)).toEqual({
    type: 'article-journal',
    title: 'On <i>Salmo</i> and CO<sub>2</sub> & DNA – a review',
    author: [
      {_type: 'person', family: 'Müller', given: 'Jörg'},
      {_type: 'person', family: 'Berg', given: 'Jan P.', particles: 'van der'},
      {_type: 'organisation', literal: 'World Health Organization'},
      {_type: 'person', family: 'García Márquez', given: 'Gabriel'},
      {_type: 'person', family: 'Cruz', given: 'José', particles: 'de la'},
      {_type: 'person', family: 'King', given: 'Martin', suffix: 'Jr.'},
    ],
    containerTitle: 'Journal of X',
    volume: '12',
    issue: '3',
    number: 'e12',
    page: '45–67',
    issued: {status: 'dated', year: 2020, month: 5, endMonth: 6},
    doi: '10.5555/a_b',
    problems: ['“and others” stands for further authors, who are not named.'],
  })
})

test.each([
  [
    '@misc{w, author = {{WHO}}, title = {Nutrition}, howpublished = {\\url{https://www.who.int/a_b}}, note = {Accessed: 2024-05-03}, year = {n.d.}}',
    {
      type: 'webpage',
      title: 'Nutrition',
      url: 'https://www.who.int/a_b',
      accessed: '2024-05-03',
      issued: {status: 'nd'},
    },
  ],
  [
    '@phdthesis{t, title = {A thesis}, school = {University of X}, year = 2012}',
    {type: 'thesis', title: 'A thesis', genre: 'Doctoral dissertation', publisher: 'University of X'},
  ],
  [
    '@techreport{r, title = {A report}, institution = {World Bank}, number = 12, type = {Working Paper}, year = 2012, month = {3~May}}',
    {
      type: 'report',
      genre: 'Working Paper',
      number: '12',
      publisher: 'World Bank',
      issued: {status: 'dated', year: 2012, month: 5, day: 3},
    },
  ],
  [
    '@inproceedings(p, title = {A paper}, booktitle = {Proceedings of X}, pages = "3-9", year = 2001)',
    {type: 'paper-conference', containerTitle: 'Proceedings of X', page: '3–9'},
  ],
  [
    '@dataset{d, title = {Data}, version = {2.1}, publisher = {Zenodo}, year = 2021}',
    {type: 'dataset', edition: '2.1'},
  ],
  ['@article{n, title = {No}, journal = {The Guardian}, year = 2020, month = may}', {type: 'article-newspaper'}],
  ['@unpublished{x, title = {Soon}, year = {forthcoming}}', {type: 'manuscript', issued: {status: 'inPress'}}],
])('BibTeX: %s', (pasted, fields) => {
  const [entry] = parseBibliography(pasted)
  expect(entry?.format).toBe('bibtex')
  expect(entry?.reference).toMatchObject(fields)
})

test('BibTeX: what an entry has from its crossref, and what a script, a pair of months and a copyright year say', () => {
  const [chapter, book, paper] = parseBibliography(`
@incollection{c, crossref = {Book}, author = {Doe, Jane}, title = {A chapter}, pages = {3-9}}
@book{book, editor = {Roe, Richard}, title = {The book}, booktitle = {The book}, publisher = {Verso}, address = {London}, year = {c2001}}
@inproceedings{p, title = {On $H_2O$ in \\LaTeX{}}, booktitle = {Proc.}, year = 2012, month = jul # "/" # aug}`)
  expect(told(chapter)).toEqual({
    type: 'chapter',
    title: 'A chapter',
    author: [{_type: 'person', family: 'Doe', given: 'Jane'}],
    editor: [{_type: 'person', family: 'Roe', given: 'Richard'}],
    containerTitle: 'The book',
    publisher: 'Verso',
    publisherPlace: 'London',
    page: '3–9',
    issued: {status: 'dated', year: 2001},
    problems: [],
  })
  expect(told(book)).not.toHaveProperty('containerTitle')
  expect(told(paper)).toMatchObject({
    title: 'On H<sub>2</sub>O in LaTeX',
    issued: {status: 'dated', year: 2012, month: 7, endMonth: 8},
    problems: [],
  })
})

test('BibTeX: says which year it could not read', () => {
  const [entry] = parseBibliography('@book{a, title = {Salt}, year = {some day}}')
  expect(entry?.problems).toEqual(['Not understood: year = “some day”', 'No date was found.'])
})

test('RIS: tags spaced by hand, and an address without its scheme', () => {
  const entries = parseBibliography(
    'TY  -  JOUR\nAU  -   Ross, Tim \nTI  -  Odd   spacing\nJF  -Matter\nPY  -2011\nER  -\n\tTY\u00a0 - ELEC\n\tTI\u00a0 - A page\n\tUR  - www.example.org/a\n\tER  -',
  )
  expect(entries.map(told)).toEqual([
    {
      type: 'article-journal',
      title: 'Odd spacing',
      author: [{_type: 'person', family: 'Ross', given: 'Tim'}],
      containerTitle: 'Matter',
      issued: {status: 'dated', year: 2011},
      problems: [],
    },
    {
      type: 'webpage',
      title: 'A page',
      url: 'https://www.example.org/a',
      issued: {status: 'nd'},
      problems: ['No date was found.'],
    },
  ])
})

test('broken BibTeX costs its own entry alone, and is read as far as it goes', () => {
  const entries = parseBibliography(
    '@book{a, title = {Salt, author = {Ross, Tim}, year = 2010\n\n@book{b, title = {Pepper}, year = 2011}\nRoss, T. (2012). Vinegar. Matter.',
  )
  expect(entries.map(({format, reference}) => [format, reference.title, reference.issued?.year])).toEqual([
    ['bibtex', 'Salt', 2010],
    ['bibtex', 'Pepper', 2011],
    ['line', 'Vinegar', 2012],
  ])
  expect(entries[0]?.problems).toEqual(['The braces of this entry do not match: check every field.'])
  expect(entries[0]?.confidence.title).toBe('guess')
})

test('RIS: byte order mark, line ends of Windows, lines that go on, and a record without an end', () => {
  const [journal, book, line] = parseBibliography(
    '\ufeffTY  - JOUR\r\nAU  - van der Berg, Jan P.\r\nA1  - World Health Organization\r\nTI  - A title that\r\n  goes on\r\nJO  - Journal of X\r\nVL  - 12\r\nIS  - 3\r\nSP  - 45\r\nEP  - 67\r\nPY  - 2010/03/04/\r\nDO  - https://doi.org/10.5555/1\r\nUR  - https://example.org/a\r\nY2  - 2020/01/09\r\nSN  - 1234-5678\r\nAB  - Not needed.\r\nN1  - a note\r\nER  - \r\n\r\nTY  - BOOK\r\nT1  - No end\r\nED  - Holm, Anna\r\nPB  - Press\r\n\r\nRoss, T. (2012). Vinegar. Matter.',
  )
  expect(told(journal)).toEqual({
    type: 'article-journal',
    title: 'A title that goes on',
    author: [
      {_type: 'person', family: 'Berg', given: 'Jan P.', particles: 'van der'},
      {_type: 'organisation', literal: 'World Health Organization'},
    ],
    containerTitle: 'Journal of X',
    volume: '12',
    issue: '3',
    page: '45–67',
    issued: {status: 'dated', year: 2010, month: 3, day: 4},
    doi: '10.5555/1',
    url: 'https://example.org/a',
    accessed: '2020-01-09',
    problems: ['Not kept: N1 = “a note”'],
  })
  expect(told(book)).toEqual({
    type: 'book',
    title: 'No end',
    editor: [{_type: 'person', family: 'Holm', given: 'Anna'}],
    publisher: 'Press',
    issued: {status: 'nd'},
    problems: ['The record has no end (ER): check that it is whole.', 'No date was found.'],
  })
  expect(line?.reference.title).toBe('Vinegar')
})

test('CSL-JSON: dates and names of every form, types that we do not have, and one record that is broken', () => {
  const entries = parseBibliography(`[
  {"type": "webpage", "title": "X", "URL": "https://a.example/b", "issued": {"raw": "2010-05-03"}, "accessed": {"date-parts": [["2020", "1", 2]]},
   "author": [{"literal": "WHO"}, {"family": "Berg", "given": "J.", "non-dropping-particle": "van der"}, {"family": "Gogh", "dropping-particle": "van"}]},
  {"type": "review-book", "title": ["Y"], "volume": 3, "issued": {"date-parts": [[1999], [2001]], "circa": true}, "DOI": "https://doi.org/10.5555/1"},
  {"type": "speech", "title": "Z", "event-title": "Conference", "event-place": "Graz", "issued": {"literal": "in press"}, "page": {"wrong": 1}},
  {"title": "unclosed, "type": "book"}
]`)
  expect(entries.map(({format}) => format)).toEqual(['csl-json', 'csl-json', 'csl-json', 'unparsed'])
  expect(told(entries[0])).toEqual({
    type: 'webpage',
    title: 'X',
    author: [
      {_type: 'organisation', literal: 'WHO'},
      {_type: 'person', family: 'Berg', given: 'J.', particles: 'van der'},
      {_type: 'person', family: 'Gogh', particles: 'van'},
    ],
    url: 'https://a.example/b',
    accessed: '2020-01-02',
    issued: {status: 'dated', year: 2010, month: 5, day: 3},
    problems: [],
  })
  expect(told(entries[1])).toEqual({
    type: 'article-journal',
    title: 'Y',
    volume: '3',
    doi: '10.5555/1',
    issued: {status: 'dated', year: 1999, circa: true, endYear: 2001},
    problems: [],
  })
  expect(told(entries[2])).toEqual({
    type: 'speech',
    title: 'Z',
    containerTitle: 'Conference',
    publisherPlace: 'Graz',
    issued: {status: 'inPress'},
    problems: [],
  })
})

test('BibTeX: abbreviations that double one another stay short', () => {
  const doubled = Array.from({length: 60}, (_, n) => `@string{s${n + 1} = s${n} # s${n}}`)
  const entries = parseBibliography(`@string{s0 = "tides "}\n${doubled.join('\n')}\n@book{k, title = s60, year = 1944}`)

  expect(entries.at(-1)).toMatchObject({format: 'bibtex', reference: {title: expect.stringMatching(/^.{1,10000}$/)}})
})

function told(entry: ParsedEntry | undefined) {
  const {verbatim: _, ...reference} = entry?.reference ?? {}
  return {...reference, problems: entry?.problems}
}
