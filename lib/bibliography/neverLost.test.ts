import {readFileSync} from 'node:fs'

import {expect, test} from 'vitest'

import {parseBibliography} from './parseBibliography'

const lines = readFileSync(new URL('../citations/cases/apa.ndjson', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line): string => JSON.parse(line).expected.replace(/<\/?i>/g, ''))

const PIECES = [
  ...lines,
  'References',
  '## Works cited',
  '@book{a, title = {Salt}, author = {Ross, Tim}, year = 2010}',
  '@string{mat = "Matter"}\n@article{b,\n  title = "Salt",\n  journal = mat # { B},\n}',
  '@article{broken, title = {Salt, year = 2010',
  '@comment{nothing}',
  'TY  - BOOK\r\nTI  - Salt\r\n  and pepper\r\nER  - \r\n',
  '\ufeffTY  - JOUR\nAU  - Ross, Tim\nTI  - No end',
  '[{"id": "a", "type": "book", "title": "Salt"}, {"title": "Pepper }"}]',
  '{\n  "title": "Salt",\n  "issued": {"date-parts": [[2010]]}\n}',
  '[{"title": "Broken, {"title": "Salt"}]',
  '10.1002/(SICI)1097-0258(19980815)17:15<1661::AID-SIM968>3.0.CO;2-2.',
  'https://en.wikipedia.org/wiki/Gaza_peace_plan, doi:10.5555/1; <https://example.org/a_(b)>',
  '1. Ross, T. (2010). Salt.\n2. Ross, T. (2011). Pepper.',
  '• Ross, T. (2010). Salt.\n    Matter.\n• And more',
  '}}}{{{',
  '"""\\\\',
  '((((((',
  '\u202eأحمد. (2010). ملح.',
  '💡 (2010)',
  '*_*_*',
  '&amp;&#99999999;&#0;',
  '\\"{\\\'{\\^{',
  'https://[::1/%%%',
]

const GLUES = ['\n', '\n\n', '\r\n', '  \n\t', ' ', '', '\u2028', ', ']
const CHARACTERS = '{}[]()<>"\'@,;:.-=#%\\/_*&~$^ \n\r\t0123456789abTYERXyzäß費“”–…\ufeff\u200b\ud83d'

test('every character that is not blank is in exactly one entry, in order', () => {
  const random = generator(7)
  for (let round = 0; round < 600; round++) {
    const text = mix(random, round % 3 === 0 ? garbage : piece)
    const entries = parseBibliography(text)
    expect(
      entries
        .map(({pasted}) => pasted)
        .join('')
        .replace(/\s/g, ''),
    ).toBe(text.replace(/\s/g, ''))
    for (const {pasted, reference} of entries) {
      expect(text).toContain(pasted)
      expect(reference.verbatim).toBeTruthy()
    }
  }
})

function mix(random: () => number, part: (random: () => number) => string): string {
  return Array.from({length: 1 + Math.floor(random() * 12)}, () => part(random) + pick(GLUES, random)).join('')
}

function piece(random: () => number): string {
  const whole = pick(PIECES, random)
  const isCut = random() < 0.2
  return isCut ? whole.slice(Math.floor(random() * whole.length), Math.floor(random() * whole.length) + 5) : whole
}

function garbage(random: () => number): string {
  return Array.from(
    {length: Math.floor(random() * 80)},
    () => CHARACTERS[Math.floor(random() * CHARACTERS.length)],
  ).join('')
}

function pick(list: readonly string[], random: () => number): string {
  return list[Math.floor(random() * list.length)] ?? ''
}

/** Numbers that look random and are the same in every run. */
function generator(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return state / 2_147_483_648
  }
}
