import {readFileSync} from 'node:fs'

import {expect, test} from 'vitest'

import {parseBibliography} from './parseBibliography'
import {splitCitations} from './split/splitCitations'

const entries = readFileSync(new URL('../citations/cases/apa.ndjson', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line): string =>
    JSON.parse(line)
      .expected.replace(/<[^<>]*>/g, '')
      .replace(/\u00a0/g, ' '),
  )
  .filter((entry) => entry.length < 400)

const wrapped = (width: number, indent: string) => (entry: string) => wrap(entry, width, indent)

test.each([
  ['one a line', (entry: string) => entry, '\n'],
  ['one a line, with blank lines', (entry: string) => entry, '\n\n'],
  ['wrapped at 72 with blank lines', wrapped(72, ''), '\n\n'],
  ['wrapped at 100 with blank lines', wrapped(100, ''), '\n\n'],
  ['wrapped at 72 with hanging indents', wrapped(72, '    '), '\n'],
  ['wrapped at 72 with hanging tabs', wrapped(72, '\t'), '\n'],
  ['wrapped at 80, numbered', (entry: string, index: number) => wrap(`${index + 1}. ${entry}`, 80, ''), '\n'],
  [
    'wrapped at 80, numbered in brackets',
    (entry: string, index: number) => wrap(`[${index + 1}] ${entry}`, 80, '    '),
    '\n',
  ],
  ['wrapped at 64, bulleted', (entry: string) => wrap(`• ${entry}`, 64, '  '), '\n'],
  ['wrapped at 90, neither indented nor spaced', wrapped(90, ''), '\n'],
] as const)('finds the entries %s', (_, written, glue) => {
  const found = splitCitations(entries.map((entry, index) => written(entry, index)).join(glue)).map(({text}) => text)
  expect(found.filter((text) => !entries.includes(text))).toEqual([])
  expect(found).toEqual(entries)
})

function wrap(entry: string, width: number, indent: string): string {
  const lines: string[] = []
  for (const word of entry.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + 1 + word.length <= width) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(last === undefined ? word : `${indent}${word}`)
  }
  return lines.join('\n')
}

test('puts broken words and addresses together, and says so', () => {
  expect(
    splitCitations(
      '[1] Ross, T. (2010). Compre-\nhensive salt. https://example.org/a_long/\naddress?x=1\n[2] Hall, B. (2011). Pepper.',
    ),
  ).toEqual([
    {
      start: 0,
      end: 82,
      text: 'Ross, T. (2010). Comprehensive salt. https://example.org/a_long/address?x=1',
      problems: [
        'A word was broken at the end of a line: “Comprehensive”.',
        'The address was broken over two lines: https://example.org/a_long/address?x=1',
      ],
    },
    {start: 83, end: 111, text: 'Hall, B. (2011). Pepper.', problems: []},
  ])
})

test('does not take a page or a year at the start of a line for the number of the next entry', () => {
  const text =
    '1. Ross, T. (2010). Salt and its history in the towns of the north, Matter,\n12. Verso.\n2. Hall, B. (2011). Pepper.'
  expect(splitCitations(text).map((citation) => citation.text)).toEqual([
    'Ross, T. (2010). Salt and its history in the towns of the north, Matter, 12. Verso.',
    'Hall, B. (2011). Pepper.',
  ])
})

test('takes the width of lines from their own paragraph, and goes on inside brackets', () => {
  const wide = 'Ross, T. (2010). Salt and its history in the towns of the north and of the south, as told. Verso.'
  const narrow = [
    'Hall, B. (2011). Pepper and what',
    'it did to the trade of the world.',
    'Journal of Trade, 3(1), 1–9.',
  ]
  const open = [
    'Lamb, C. (2012). Vinegar (1st ed.',
    'With notes by the author and by the editors of the journal). Verso.',
  ]
  const text = [wide, narrow.join('\n'), open.join('\n')].join('\n\n')
  expect(splitCitations(text).map((citation) => citation.text)).toEqual([wide, narrow.join(' '), open.join(' ')])
})

test.each([
  ['a tab', '\t'],
  ['blanks', '    '],
])('an entry that begins with %s after one that does not is an entry of its own', (_, indent) => {
  const list = [
    'Smith, J. (2010). Salt and pepper: a history of the',
    `${indent}condiments of the north. Verso.`,
    `${indent}Jones, B., & Hall, C. (2011). Vinegar and oil. Penguin.`,
    `${indent}World Health Organization. (2012). Mustard. Norton.`,
    'Brown, C. (2013). Dill. Norton.',
    `${indent}York, D. (Ed.). (2014). Parsley. Norton.`,
  ]
  expect(splitCitations(list.join('\n')).map(({text}) => text)).toEqual([
    'Smith, J. (2010). Salt and pepper: a history of the condiments of the north. Verso.',
    'Jones, B., & Hall, C. (2011). Vinegar and oil. Penguin.',
    'World Health Organization. (2012). Mustard. Norton.',
    'Brown, C. (2013). Dill. Norton.',
    'York, D. (Ed.). (2014). Parsley. Norton.',
  ])
})

test.each([
  [
    'MLA',
    [
      'Smith, John. Salt. Oxford: Verso, 2010.',
      'Jones, Bob. Vinegar. London: Penguin, 2011.',
      'Brown, Carl. Dill. Bern: Norton, 2012.',
    ],
  ],
  [
    'Vancouver',
    [
      'Smith J, Roe B. Salt. J Salt. 2010;3:1-2.',
      'Brown C. Dill. J Salt. 2011;3:1-2.',
      'York D. Oil. J Salt. 2012;3:1-2.',
    ],
  ],
  [
    'dashes',
    [
      'Smith, J. (2010). Salt and oil. Verso.',
      '———. (2011). Pepper and dill. Verso.',
      'York, D. (2012). Vinegar. Norton.',
    ],
  ],
])('entries in %s of which only the first is not indented are entries of their own', (_, list) => {
  expect(splitCitations(list.join('\n\t')).map(({text}) => text)).toEqual(list)
})

test('keeps lines together that hang, though they begin with a name', () => {
  const text = [
    'Zed, A. (2012). Mustard. In C.',
    '    Brown, D. Gray, & E. Black (Eds.), The book of mustard',
    '    (pp. 3–10). Verso.',
    'York, B. (2010). Salt: a reply to the notes of',
    '    Smith, J. (1999) and others. Verso.',
  ]
  expect(splitCitations(text.join('\n')).map((citation) => citation.text)).toEqual([
    'Zed, A. (2012). Mustard. In C. Brown, D. Gray, & E. Black (Eds.), The book of mustard (pp. 3–10). Verso.',
    'York, B. (2010). Salt: a reply to the notes of Smith, J. (1999) and others. Verso.',
  ])
})

test('knows the numbers of a list that stand apart without a full stop', () => {
  expect(
    splitCitations(' 1   Smith, J. (2010). Salt. Verso.\n 2   Jones, B. (2011). Vinegar. Penguin.').map(
      ({text}) => text,
    ),
  ).toEqual(['Smith, J. (2010). Salt. Verso.', 'Jones, B. (2011). Vinegar. Penguin.'])
})

test('puts a DOI together that broke behind a full stop, and is not sure of it', () => {
  const [first, second] = parseBibliography(
    'Ross, T. (2010). Salt. Verso. https://doi.org/10.1000/abc.\n2010.123\nHall, B. (2011). Pepper. Verso.',
  )
  expect([first?.reference.doi, first?.confidence.doi, first?.problems]).toEqual([
    '10.1000/abc.2010.123',
    'likely',
    ['The address was broken over two lines: https://doi.org/10.1000/abc.2010.123'],
  ])
  expect(second?.reference.title).toBe('Pepper')
})
