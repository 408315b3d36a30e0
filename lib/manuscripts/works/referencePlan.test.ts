import {expect, test} from 'vitest'

import {isTextBlock, type Member, type Reference, type TextBlock} from '@/lib/manuscripts/body'
import {countedKeys, read} from '@/lib/manuscripts/html/manuscript.fixture'
import {applyPlan, planReferences} from './referencePlan'

const WORKS = [
  'Polanyi, K. (1944). The great transformation. Farrar & Rinehart.',
  'Smith, J., & Jones, A. (2001). On tides. Journal of Tides, 3(2), 1–12. https://doi.org/10.5555/tides',
  'World Health Organization. (2020). Report on salt. https://www.who.int/salt',
  'Müller, E., Abt, B., & Carl, C. (n.d.). Moons. Moon Press.',
]
const LIST = `<h2>References</h2><ol>${WORKS.map((work) => `<li>${work}</li>`).join('')}</ol>`

test.each([
  ['[3]', 'word [3].', [[{entry: 2}]]],
  ['[3, p. 12]', 'word [3, p. 12].', [[{entry: 2, label: 'page', locator: '12'}]]],
  [
    '[3, pp. 12-14; 1, ch. 2]',
    'word [3, pp. 12-14; 1, ch. 2]',
    [
      [
        {entry: 2, label: 'page', locator: '12–14'},
        {entry: 0, label: 'chapter', locator: '2'},
      ],
    ],
  ],
  ['[3: 12]', 'word [3: 12]', [[{entry: 2, label: 'page', locator: '12'}]]],
  ['[1,2]', 'word[1,2]', [[{entry: 0}, {entry: 1}]]],
  ['[1–3]', 'word [1–3]', [[{entry: 0}, {entry: 1}, {entry: 2}]]],
  ['[1]–[3]', 'word [1]–[3] and [2]', [[{entry: 0}, {entry: 1}, {entry: 2}], [{entry: 1}]]],
  ['signs that are raised by themselves', 'word.¹ More²⁻³ on 5 m² of salt', [[{entry: 0}], [{entry: 1}, {entry: 2}]]],
  ['[see 2, 4]', 'word [see 2, 4]', [[{entry: 1, prefix: 'see'}, {entry: 3}]]],
  ['[1][2]', 'word [1][2]', [[{entry: 0}, {entry: 1}]]],
  ['raised 2', 'word<sup>2</sup>.', [[{entry: 1}]]],
  ['raised 1,3–4 after a full stop', 'word.<sup>1,3–4</sup> More', [[{entry: 0}, {entry: 2}, {entry: 3}]]],
  ['raised [2] in a link', 'word<sup><a href="#x">[2]</a></sup>', [[{entry: 1}]]],
  ['(1), (2)', 'one (1), two (2), three (1)', [[{entry: 0}], [{entry: 1}], [{entry: 0}]]],
  ['(Polanyi, 1944)', 'word (Polanyi, 1944)', [[{entry: 0}]]],
  [
    '(see Polanyi, 1944, p. 12; Smith & Jones, 2001)',
    'word (see Polanyi, 1944, p. 12; Smith & Jones, 2001)',
    [[{entry: 0, prefix: 'see', label: 'page', locator: '12'}, {entry: 1}]],
  ],
  ['(Smith and Jones 2001, 4)', 'word (Smith and Jones 2001, 4)', [[{entry: 1, label: 'page', locator: '4'}]]],
  ['(World Health Organization, 2020)', 'word (World Health Organization, 2020)', [[{entry: 2}]]],
  ['(Müller et al., n.d.)', 'word (Müller et al., n.d.)', [[{entry: 3}]]],
  ['Polanyi (1944, p. 3)', 'Yet Polanyi (1944, p. 3) says', [[{entry: 0, label: 'page', locator: '3'}]]],
  ['Polanyi’s (1944)', 'It is Karl Polanyi’s (1944) book', [[{entry: 0}]]],
  ['Smith and Jones (2001)', 'as Smith and Jones (2001) say', [[{entry: 1}]]],
])('takes %s for a citation', (_name, text, works) => {
  expect(plan(`<p>${text}</p>${LIST}`)?.marks.map((mark) => mark.works)).toEqual(works)
})

test.each([
  ['a number that no entry has', 'word [9]'],
  ['a square', 'an area of 3 m<sup>2</sup>'],
  ['a power', '10<sup>3</sup> words'],
  ['an ordinal', 'the 3<sup>rd</sup> word'],
  ['an enumeration', 'either (2) this or (4) that'],
  ['a year in brackets', 'in the year (1944)'],
  ['another author', 'word (Keynes, 1944)'],
  ['another year', 'Polanyi (1957)'],
  ['editors’ brackets', 'he [sic] said [1 of them]'],
])('does not take %s for one', (_name, text) => {
  expect(plan(`<p>${text}</p>${LIST}`)?.marks).toEqual([])
})

test('says which bracketed numbers point nowhere', () => {
  expect(plan(`<p>a [9], b [1, 12], c [2]</p>${LIST}`)?.unmatched).toEqual(['[9]', '[1, 12]'])
})

test.each([
  ['numbers as text', `<h3>Works cited</h3>${WORKS.map((work, index) => `<p>[${index + 1}] ${work}</p>`).join('')}`],
  ['a title in bold', `<p><b>References and further reading:</b></p>${WORKS.map((work) => `<p>${work}</p>`).join('')}`],
  ['a section about the author after it', `${LIST}<h2>About the author</h2><p>Ada lives by the sea.</p>`],
  [
    'two lists',
    `<h2>References</h2>${WORKS.slice(0, 2)
      .map((work) => `<p>${work}</p>`)
      .join('')}<h2>Further reading</h2>${WORKS.slice(2)
      .map((work) => `<p>${work}</p>`)
      .join('')}`,
  ],
  [
    'lists under headings of their own',
    `<h2>Bibliography</h2><h3>Books</h3><p>${WORKS[0]}</p><p>${WORKS[3]}</p><h3>Papers</h3><p>${WORKS[1]}</p><p>${WORKS[2]}</p>`,
  ],
])('finds %s', (_name, list) => {
  expect(
    plan(`<h2>Tea</h2><p>Tea.</p>${list}`)
      ?.section.entries.map(({line}) => line)
      .sort(),
  ).toEqual([...WORKS].sort())
})

test.each([
  ['no list', '<p>Tea.</p>'],
  ['a title without lines', '<p>Tea.</p><h2>References</h2>'],
  [
    'a section in the middle of the text',
    `<h2>Sources</h2><p>The river rises in the hills.</p><h2>Mouths</h2><p>It ends in the sea.</p>`,
  ],
])('finds none in %s', (_name, html) => {
  expect(plan(html)).toBeNull()
})

test('puts citations where marks stood, and takes the lines that have become references', () => {
  const {body} = read(
    `<p>Tea <b>is [1, p. 4]</b>, and<sup>2</sup> more (Polanyi, 1944)<a href="#fn1" id="fnref1"><sup>a</sup></a>.</p>${LIST}<div id="fn1"><p><a href="#fnref1">a</a> As [3] says.</p></div>`,
  )
  const found = planReferences(body)
  const references = new Map(
    [0, 1, 2].map((entry): [number, Reference] => [entry, {_type: 'reference', _ref: `work-${entry}`}]),
  )
  const applied = found && applyPlan(body, found, {references, marks: found.marks, createKey: countedKeys()})
  expect(applied?.body.map(shown)).toEqual([
    'Tea is{work-0 page 4}, and{work-1} more{work-0}{note As{work-2} says.}.',
    'References',
    WORKS[3],
  ])
  expect(applied?.uncited).toEqual([])
})

test('takes title and all when every line has become a reference, and names what nothing cites', () => {
  const {body} = read(`<p>Tea [2].</p>${LIST}<h2>About the author</h2><p>Ada.</p>`)
  const found = planReferences(body)
  const references = new Map(
    WORKS.map((_work, entry): [number, Reference] => [entry, {_type: 'reference', _ref: `work-${entry}`}]),
  )
  const applied = found && applyPlan(body, found, {references, marks: found.marks, createKey: countedKeys()})
  expect(applied?.body.map(shown)).toEqual(['Tea{work-1}.', 'About the author', 'Ada.'])
  expect(applied?.uncited.map(({_ref}) => _ref)).toEqual(['work-0', 'work-2', 'work-3'])
})

test('does not list a work that is cited under another number', () => {
  const {body} = read(`<p>Tea [2].</p>${LIST}`)
  const found = planReferences(body)
  const references = new Map([0, 1].map((entry): [number, Reference] => [entry, {_type: 'reference', _ref: 'same'}]))
  const applied = found && applyPlan(body, found, {references, marks: found.marks, createKey: countedKeys()})
  expect(applied?.uncited).toEqual([])
})

test('leaves a mark as it is when one of its works has become nothing', () => {
  const {body} = read(`<p>Tea [1, 2].</p>${LIST}`)
  const found = planReferences(body)
  const references = new Map([[0, {_type: 'reference' as const, _ref: 'work-0'}]])
  const applied = found && applyPlan(body, found, {references, marks: found.marks, createKey: countedKeys()})
  expect(applied?.body.map(shown)[0]).toBe('Tea [1, 2].')
  expect(applied?.uncited.map(({_ref}) => _ref)).toEqual(['work-0'])
})

function plan(html: string) {
  return planReferences(read(html).body)
}

function shown(member: Member): string {
  return isTextBlock(member) ? blockText(member) : member._type
}

function blockText(block: TextBlock): string {
  return block.children
    .map((child) => {
      if (child._type === 'span') return child.text
      if (child._type === 'footnote') return `{note ${child.text.map(blockText).join('/')}}`
      return `{${child.items.map(({reference, label, locator}) => [reference._ref, label, locator].filter(Boolean).join(' ')).join('; ')}}`
    })
    .join('')
}

test('takes words between lists of works for what stands over them', () => {
  const [first, second] = WORKS
  const section = plan(
    `<p>word [2]</p><h2>References</h2><p>Books</p><ol><li>${first}</li></ol><p>Articles</p><ol><li>${second}</li></ol>`,
  )?.section
  expect(section?.entries.map(({number, line}) => [number, line.slice(0, 5)])).toEqual([
    [1, 'Polan'],
    [2, 'Smith'],
  ])
  expect(section?.subtitles.map(({text}) => text)).toEqual(['Books', 'Articles'])
})
