import {readFileSync} from 'node:fs'
import {expect, test} from 'vitest'

import {block, citation} from '@/lib/portable-text/portableText.fixture'
import {citeWorks} from '@/lib/citations/citing/citeWorks'
import {operatorStyles} from '@/lib/citations/styles/operatorStyles'
import type {ReferenceRecord} from '@/lib/citations/reference'
import {CHICAGO_STYLE, MLA_STYLE} from '@/lib/citations/styles/exportStyles'
import {addStyles} from '@/lib/citations/styles/styles'
import {toCslItem} from '@/lib/citations/csl/toCslItem'

import {formatEntry} from './formatEntry'

// Where stock styles, or the engine as it comes, print something else than writers expect.

interface Deviation {
  /** What is printed without us, and what is wanted. */
  name: string
  expected: string
  input: Omit<ReferenceRecord, '_id'>
}

test.each(deviations())('APA: $name', ({input, expected}) => {
  expect(withoutLinks(formatEntry({_id: 'reference', ...input}).html)).toBe(expected)
})

test('APA: stock: The White House under T; wanted: under W', () => {
  const works = ['Zola Society', 'The White House', 'Virago'].map((literal) =>
    work({_id: literal.slice(-5), author: [{_type: 'organisation', literal}]}),
  )
  const {entries} = citeWorks({body: [], furtherReading: works.map(({_id}) => ({_ref: _id}))}, works, {
    style: 'apa-author-date',
  })
  expect(entries.map(({text}) => text.slice(0, 15))).toEqual(['Virago. (2010).', 'The White House', 'Zola Society. ('])
})

test.each(['apa-numbered', 'vancouver', 'harvard', MLA_STYLE, CHICAGO_STYLE])(
  '%s: prints no error of the engine for an empty work',
  (style) => {
    expect(formatEntry({_id: 'empty', type: 'book'}, {style}).text).not.toContain('CSL')
  },
)

test.each([
  ['vancouver', 'Hachette Book Group, Inc. v. Internet Archive. 115 F.4th 163 (2d Cir.). 2024.'],
  ['harvard', 'Hachette Book Group, Inc. v. Internet Archive (2024) 115 F.4th 163 (2d Cir.).'],
])('%s: names the volume and the page of a case', (style, expected) => {
  const hachette: ReferenceRecord = {
    _id: 'hachette',
    type: 'legal_case',
    title: 'Hachette Book Group, Inc. v. Internet Archive',
    volume: '115',
    containerTitle: 'F.4th',
    page: '163',
    publisher: '2d Cir.',
    issued: {status: 'dated', year: 2024},
  }
  expect(formatEntry(hachette, {style}).text).toBe(expected)
})

test.each(['en-US', 'en-GB', 'en-AU'])('APA: 2nd ed. in %s', (language) => {
  const reference = work({edition: '2', author: null, editor: [ross()]})
  expect(formatEntry(reference, {language}).text).toBe('Ross, T. (Ed.). (2010). Salt (2nd ed.).')
  expect(formatEntry(reference, {language, style: 'vancouver'}).text).toBe('Ross T, editor. Salt. 2nd ed. 2010.')
})

test('trap 1: a used engine prints the edited reference, authors and all, and not the one before', () => {
  expect(formatEntry(work({})).text).toBe('Ross, T. (2010). Salt.')
  expect(formatEntry(work({title: 'Pepper', author: null, publisher: 'Verso'})).text).toBe('Pepper. (2010). Verso.')
  expect(formatEntry(work({})).text).toBe('Ross, T. (2010). Salt.')
})

test('trap 1: two articles formatted at once never mix', async () => {
  const articles = ['en-US', 'de-DE'].map((language, index) => ({
    language,
    works: Array.from({length: 40}, (_, number) => work({_id: `work-${number}`, title: `Salt ${index}-${number}`})),
  }))
  const format = async ({language, works}: (typeof articles)[number]) => {
    const body = [block('p', ...works.map(({_id}) => citation(`c-${_id}`, _id)))]
    await Promise.resolve()
    const texts: string[] = []
    for (const reference of works) {
      texts.push(formatEntry(reference, {language}).text)
      await Promise.resolve()
    }
    return {texts, list: citeWorks({body}, works, {language}).entries.map(({text}) => text)}
  }
  const results = await Promise.all(articles.map(format))
  const alone = articles.map(({works}) => works.map(({title}) => `Ross, T. (2010). ${title}.`))
  expect(results).toEqual(alone.map((texts) => ({texts, list: texts})))
})

test.each([
  ['https://example.org/"onmouseover="alert(1)', 'https://example.org/%22onmouseover=%22alert(1)'],
  ['https://example.org/?q="><script>', 'https://example.org/?q=%22%3E%3Cscript%3E'],
])('trap 2: a quotation mark in the address %s stays in the attribute', (url, href) => {
  expect(hrefs(formatEntry(work({url})).html)).toEqual([href])
})

test.each(['javascript:alert(1)', 'data:text/html,x', 'JaVaScRiPt:x', 'vbscript:x', ' javascript:x'])(
  'trap 2: %s is not made an address of doi.org, nor any other',
  (address) => {
    expect(hrefs(formatEntry(work({url: address, doi: address})).html)).toEqual([])
  },
)

test('trap 3: a DOI with <, > and # is escaped in its address and printed as it is', () => {
  expect(formatEntry(work({doi: '10.1002/1097<1::AID#2>3'})).html).toContain(
    '<a href="https://doi.org/10.1002/1097%3C1::AID%232%3E3">https://doi.org/10.1002/1097&lt;1::AID#2&gt;3</a>',
  )
})

test('trap 4: italics within italics, and small capitals, bring no style attribute', () => {
  const title = 'On <i>Lumbricus</i> and <span style="font-variant:small-caps;">mould</span>'
  const {html} = formatEntry(work({title}))
  expect(html).toBe('Ross, T. (2010). <i>On <i>Lumbricus</i> and mould</i>.')
})

test('trap 5: a title has five tags, and prints every other as it was typed', () => {
  const title =
    '<i>a</i> <b>b</b> <sup>c</sup> <sub>d</sub> <span class="nocase">e</span> <em>f</em> <br> <a href="x">g</a>'
  expect(formatEntry({...work({title, containerTitle: 'X'}), type: 'article-journal'}).html).toBe(
    'Ross, T. (2010). <i>a</i> <b>b</b> <sup>c</sup> <sub>d</sub> e &lt;em&gt;f&lt;/em&gt; &lt;br&gt; &lt;a href=&quot;x&quot;&gt;g&lt;/a&gt;. <i>X</i>.',
  )
})

test('trap 6: numbers are set by us, and what is before a number stays before it', () => {
  const works = ['a', 'b'].map((_id) => work({_id}))
  const cited = [citation('1', 'a'), citation('2', {id: 'b', prefix: 'see'}, 'a')]
  const {segmentsOf} = citeWorks({body: [block('p', ...cited)]}, works, {style: 'vancouver'})
  expect(
    cited.map((node) =>
      segmentsOf(node)
        .map(({html}) => html)
        .join(''),
    ),
  ).toEqual(['1', 'see 2; 1'])
})

test('trap 7: nothing of the archived copy or of the editors’ notes reaches the engine', () => {
  const archive = {url: 'https://web.archive.org/web/2020/https://example.org', service: 'Internet Archive'}
  const reference = {...work({url: 'https://example.org'}), archive, note: 'ask Tim'}
  expect(toCslItem(reference)).toEqual(toCslItem(work({url: 'https://example.org'})))
})

test('trap 8: no dash stands for an author who was named in the entry before', () => {
  const list = '<layout><names variable="author"/><text variable="title" prefix=". "/></layout>'
  const text = `<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0"><info><title>x</title></info><citation><layout><text variable="title"/></layout></citation><bibliography subsequent-author-substitute="———">${list}</bibliography></style>`
  addStyles(operatorStyles([{name: 'dashed.csl', text}]).styles)
  const works = ['a', 'b'].map((_id) => work({_id, title: _id}))
  for (const style of ['dashed', 'harvard', 'apa-author-date']) {
    const {entries} = citeWorks({body: [], furtherReading: works.map(({_id}) => ({_ref: _id}))}, works, {style})
    expect(entries.map((entry) => /Ross/.test(entry.text))).toEqual([true, true])
  }
})

test.each([
  ['en-US', 'The myth of “progress.” (2010).'],
  ['en-GB', 'The myth of ‘progress’. (2010).'],
])('trap 9: in %s the full stop and a closing quotation mark stand as the country has it', (language, text) => {
  expect(formatEntry(work({title: 'The myth of "progress"', author: null}), {language}).text).toBe(text)
})

function deviations(): Deviation[] {
  const lines = readFileSync(new URL('../cases/deviations.ndjson', import.meta.url), 'utf8')
  return lines
    .trim()
    .split('\n')
    .map((line): Deviation => JSON.parse(line))
}

function ross() {
  return {_type: 'person', family: 'Ross', given: 'Tim'}
}

function work(fields: Partial<ReferenceRecord>): ReferenceRecord {
  return {_id: 'work', type: 'book', title: 'Salt', author: [ross()], issued: {status: 'dated', year: 2010}, ...fields}
}

function hrefs(html: string): string[] {
  return [...html.matchAll(/href="([^"]*)"/g)].map(([, href = '']) => href)
}

function withoutLinks(html: string): string {
  return html.replace(/<\/?a\b[^>]*>/g, '')
}
