import {expect, test} from 'vitest'

import type {ReferenceRecord} from '@/lib/citations/reference'

import {toBibtex} from './bibtex'

test('writes authors in order, particles before and suffixes between, and organisations in braces', () => {
  const author = [
    {_type: 'person', family: 'Berg', given: 'Jan Pieter', particles: 'van der'},
    {_type: 'person', family: 'King', given: 'Martin Luther', suffix: 'Jr.'},
    {_type: 'organisation', literal: 'Merrell Dow Pharmaceuticals, Inc.'},
    {_type: 'person', family: 'Van de Sompel', given: 'Herbert'},
    {_type: 'person', family: 'Sand and Stone', given: 'A.'},
    {_type: 'person', family: 'Black Elk'},
    {_type: 'person', family: 'Zhuangzi'},
  ]
  expect(toBibtex([book({author, publisher: 'Rivington and Sons', publisherPlace: 'Delft'})])).toBe(
    `@book{berg2016dikes,
  author = {van der Berg, Jan Pieter and King, Jr., Martin Luther and {Merrell Dow Pharmaceuticals, Inc.} and {Van de Sompel}, Herbert and {Sand and Stone}, A. and {Black Elk} and Zhuangzi},
  title = {Dikes},
  year = {2016},
  publisher = {{Rivington and Sons}},
  address = {Delft},
}
`,
  )
})

test.each([
  ['a day', {status: 'dated', year: 2026, month: 1, day: 14}, ['year = {2026}', 'month = jan', 'day = {14}']],
  ['a month', {status: 'dated', year: 2026, month: 12}, ['year = {2026}', 'month = dec']],
  ['no date', {status: 'nd'}, ['year = {n.d.}']],
  ['a work in press', {status: 'inPress'}, ['year = {in press}', 'pubstate = {inpress}']],
  ['circa', {status: 'dated', year: 1755, circa: true}, ['year = {1755}', 'date = {1755~}']],
  ['a range of years', {status: 'dated', year: 2015, endYear: 2020}, ['year = {2015}', 'date = {2015/2020}']],
  [
    'a range of days',
    {status: 'dated', year: 2017, month: 7, day: 12, endDay: 15},
    ['year = {2017}', 'month = jul', 'day = {12}', 'date = {2017-07-12/2017-07-15}'],
  ],
  ['a year before the common era', {status: 'dated', year: -350, circa: true}, ['year = {-350}']],
])('dates %s', (_, issued, fields) => {
  const lines = toBibtex([book({issued})]).match(/^ {2}(?:year|month|day|date|pubstate) = .*(?=,$)/gm)
  expect(lines?.map((line) => line.trim())).toEqual(fields)
})

test.each([
  ['R&D at 5% & $3 #1 a_b', '{R\\&D} at 5\\% \\& \\$3 \\#1 a\\_b'],
  ['Über DNA und mtDNA', 'Über {DNA} und {mtDNA}'],
  ['Rivers: A history of the Rhine', 'Rivers: A history of the {Rhine}'],
  ['a^b ~ {c} \\d', 'a\\textasciicircum{}b \\textasciitilde{} \\textbraceleft{}c\\textbraceright{} \\textbackslash{}d'],
  [
    'On <i>Lumbricus terrestris</i> and CO<sub>2</sub>',
    'On \\textit{{Lumbricus} terrestris} and {CO}\\textsubscript{2}',
  ],
  ['<span class="nocase">iPod</span> <b>now</b> 10<sup>3</sup>', '{{iPod}} \\textbf{now} 10\\textsuperscript{3}'],
  ['x <i>unclosed', 'x <i>unclosed'],
  ['</i>x</b> <u>y</u>', '</i>x</b> <u>y</u>'],
])('sets the title %j', (title, expected) => {
  expect(toBibtex([book({title})])).toContain(`  title = {${expected}},\n`)
})

test.each([
  [
    'containerTitle',
    'Studies of <i>Hamlet</i> & CO<sub>2</sub>',
    'booktitle',
    'Studies of \\textit{Hamlet} \\& CO\\textsubscript{2}',
  ],
  ['publisher', '<i>Matter</i> and Sons', 'publisher', '{\\textit{Matter} and Sons}'],
  ['genre', 'Review of <i>Salt</i>', 'type', 'Review of \\textit{Salt}'],
  ['containerTitle', 'Salt <u>and</u> <i>sand', 'booktitle', 'Salt <u>and</u> <i>sand'],
] as const)('sets the markup in the %s %j as in a title, its capitals as they are', (name, text, field, expected) => {
  expect(toBibtex([book({type: 'chapter', [name]: text})])).toContain(`  ${field} = {${expected}},\n`)
})

test.each([
  ['article-journal', {containerTitle: 'Science', issue: '2'}, '@article', ['journal = {Science}', 'number = {2}']],
  ['article-journal', {page: 'e64146'}, '@article', ['eid = {e64146}']],
  ['article-newspaper', {containerTitle: 'El País'}, '@article', ['journal = {El País}', 'entrysubtype = {newspaper}']],
  [
    'webpage',
    {containerTitle: 'BBC News', publisher: 'BBC'},
    '@online',
    ['organization = {BBC News}', 'publisher = {BBC}'],
  ],
  ['entry-encyclopedia', {containerTitle: 'Wikipedia'}, '@inreference', ['booktitle = {Wikipedia}']],
  [
    'report',
    {publisher: 'WHO', number: '12', genre: 'White paper'},
    '@report',
    ['type = {White paper}', 'number = {12}', 'institution = {WHO}'],
  ],
  [
    'thesis',
    {publisher: 'MIT', genre: 'Doctoral dissertation'},
    '@phdthesis',
    ['type = {Doctoral dissertation}', 'school = {MIT}'],
  ],
  ['thesis', {genre: 'Master’s thesis'}, '@mastersthesis', ['type = {Master’s thesis}']],
  ['dataset', {edition: '2020'}, '@dataset', ['version = {2020}']],
  [
    'legal_case',
    {containerTitle: 'U.S.', volume: '347', page: '483', publisher: '9th Cir.', number: '18-2059'},
    '@jurisdiction',
    ['journal = {U.S.}', 'volume = {347}', 'number = {18-2059}', 'pages = {483}', 'institution = {9th Cir.}'],
  ],
  ['broadcast', {genre: 'Audio podcast'}, '@audio', ['type = {Audio podcast}']],
  ['broadcast', {genre: 'TV series episode'}, '@video', ['type = {TV series episode}']],
  ['hologram', {publisher: 'Matter'}, '@misc', ['publisher = {Matter}']],
])('writes a reference of the type %s with %j', (type, fields, entryType, expected) => {
  const [first, ...lines] = toBibtex([{_id: 'x', type, title: 'Dikes', ...fields}])
    .trimEnd()
    .split('\n')
  expect(first).toBe(`${entryType}{dikesnd,`)
  expect(lines.filter((line) => !/^ {2}(?:title|year) =|^\}$/.test(line))).toEqual(expected.map((line) => `  ${line},`))
})

test('keeps the braces of an address out of the field’s own', () => {
  const url = 'https://example.org/?q={a}b%20c_d&e'
  expect(toBibtex([book({url, accessed: '2020-01-09'})])).toContain(
    '  url = {https://example.org/?q=%7Ba%7Db%20c_d&e},\n  urldate = {2020-01-09},\n',
  )
})

test('writes a line that nobody has taken apart as a note', () => {
  expect(toBibtex([{_id: 'x', verbatim: 'Ross, “Salt”,\nin: Matter'}])).toBe(
    '@misc{worknd,\n  year = {n.d.},\n  note = {Ross, “Salt”, in: Matter},\n}\n',
  )
})

test('tells works of one author, year and first word apart, whatever their order', () => {
  const salts = [book({_id: 'a', title: 'The salt'}), book({_id: 'b', title: 'Salt roads'}), book({_id: 'c'})]
  const keys = (list: readonly ReferenceRecord[]) =>
    [...toBibtex(list).matchAll(/^@book\{(.*),$/gm)].map(([, key]) => key)
  expect(keys(salts)).toEqual(['ross2016salt-1r9wi7g', 'ross2016salt-1s3vbad', 'ross2016dikes'])
  expect(keys(salts.toReversed())).toEqual(keys(salts).toReversed())
})

test.each([
  [{author: [{_type: 'person', family: 'Łukasiewicz', given: 'Jan'}], title: 'Über Größe'}, 'lukasiewicz2016uber'],
  [{author: [{_type: 'person', family: '村上', given: '春樹'}], title: '海辺のカフカ'}, 'work2016'],
  [{author: [{_type: 'organisation', literal: 'The White House'}]}, 'thewhitehouse2016dikes'],
  [{author: [], title: '<i>Salt</i>-roads', issued: {status: 'dated', year: -350}}, 'saltbce350'],
])('makes an ASCII key of %j', (fields, key) => {
  expect(toBibtex([book(fields)])).toContain(`@book{${key},\n`)
})

function book(fields: Partial<ReferenceRecord>): ReferenceRecord {
  const author = [{_type: 'person', family: 'Ross', given: 'Tim'}]
  return {_id: 'reference', type: 'book', title: 'Dikes', author, issued: {status: 'dated', year: 2016}, ...fields}
}
