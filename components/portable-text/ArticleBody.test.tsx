import {renderToStaticMarkup} from 'react-dom/server'
import {expect, test} from 'vitest'

import {citeWorks} from '@/lib/citations/citing/citeWorks'
import type {ReferenceRecord} from '@/lib/citations/reference'
import {collectFootnotes} from '@/lib/portable-text/footnotes'
import {collectHeadings} from '@/lib/portable-text/headings'
import type {Block, Body, Citation, Footnote, Span} from '@/sanity/queries/body'

import {ArticleBody} from './ArticleBody'

test('numbers every citation as a link of its own and letters every note', () => {
  const body = [
    block([span('Tea'), citation('c1', ['r2', 'r1']), span(' and coffee'), footnote('n1', 'Coffea arabica.')]),
    block([span('Again'), citation('c2', ['r1'])]),
  ]

  expect(render(body, ['r1', 'r2'])).toBe(
    '<p>Tea<sup class="callouts">' +
      '<a id="cite-1-a" href="#ref-1" role="doc-biblioref" aria-label="1: reference">1</a>, ' +
      '<a id="cite-2-a" href="#ref-2" role="doc-biblioref" aria-label="2: reference">2</a></sup>' +
      ' and coffee<sup class="callouts">' +
      '<a id="noteref-1" href="#note-1" role="doc-noteref" aria-label="a: note">a</a></sup></p>' +
      '<p>Again<sup class="callouts">' +
      '<a id="cite-2-b" href="#ref-2" role="doc-biblioref" aria-label="2: reference">2</a></sup></p>',
  )
})

test('prints locators, and then separates with semicolons', () => {
  const {items, ...cited} = citation('c', ['r1', 'r2'])
  const located = {...cited, items: items.map((item, index) => (index === 0 ? {...item, locator: '44–47'} : item))}

  expect(render([block([located])], ['r1', 'r2'])).toBe(
    '<p><sup class="callouts">' +
      '<a id="cite-1-a" href="#ref-1" role="doc-biblioref" aria-label="1, pages 44–47: reference">1</a><span aria-hidden="true">, pp. 44–47</span>; ' +
      '<a id="cite-2-a" href="#ref-2" role="doc-biblioref" aria-label="2: reference">2</a></sup></p>',
  )
})

test('names the works of a citation that is part of the sentence', () => {
  const cited: Citation = {...citation('c', ['Sen', 'Scott']), mode: 'narrative'}

  expect(render([block([span('As '), cited, span(', agree')])], ['Sen', 'Scott'])).toBe(
    '<p>As Sen (1944)<sup class="callouts">' +
      '<a id="cite-1-a" href="#ref-1" role="doc-biblioref" aria-label="1: reference">1</a></sup>' +
      ' and Scott (1944)<sup class="callouts">' +
      '<a id="cite-2-a" href="#ref-2" role="doc-biblioref" aria-label="2: reference">2</a></sup>, agree</p>',
  )
})

test('prints the number alone where the sentence has named the author', () => {
  const cited = citation('c', ['Sen'])
  const items = cited.items.map((item) => ({...item, suppressAuthor: true}))

  expect(render([block([span('As Amartya Sen'), {...cited, mode: 'narrative', items}])], ['Sen'])).toBe(
    '<p>As Amartya Sen<sup class="callouts">' +
      '<a id="cite-1-a" href="#ref-1" role="doc-biblioref" aria-label="1: reference">1</a></sup></p>',
  )
})

test('raises a citation behind the full stop', () => {
  expect(render([block([span('So few '), citation('c', ['r']), span('. Then')])], ['r'])).toBe(
    '<p>So few.<sup class="callouts">' +
      '<a id="cite-1-a" href="#ref-1" role="doc-biblioref" aria-label="1: reference">1</a></sup> Then</p>',
  )
})

test('prints authors and years in the line, before the full stop, and numbers the notes', () => {
  const body = [block([span('So few.'), citation('c', ['Sen', 'Scott']), span(' Then'), footnote('n', 'Aside.')])]

  expect(render(body, ['Sen', 'Scott'], 'apa-author-date')).toBe(
    '<p>So few (<a id="cite-2-a" class="cite" href="#ref-2" role="doc-biblioref" aria-label="Scott, 1944: reference">Scott, 1944</a>; ' +
      '<a id="cite-1-a" class="cite" href="#ref-1" role="doc-biblioref" aria-label="Sen, 1944: reference">Sen, 1944</a>). Then' +
      '<sup class="callouts"><a id="noteref-1" href="#note-1" role="doc-noteref" aria-label="1: note">1</a></sup></p>',
  )
})

test('prints nothing for a citation whose reference is not published', () => {
  expect(render([block([span('Tea'), citation('c', ['gone'])])], [])).toBe('<p>Tea</p>')
})

test('leaves out empty paragraphs and headings', () => {
  expect(render([block([span(' ')]), block([span('')], {style: 'h2'}), block([span('Tea')])])).toBe('<p>Tea</p>')
})

test('marks links to other sites as external and keeps the words of a link that leads nowhere', () => {
  const markDefs: Block['markDefs'] = [
    {_key: 'out', _type: 'link', href: 'https://example.org/'},
    {_key: 'mail', _type: 'link', href: 'mailto:a@example.org'},
    {_key: 'unsafe', _type: 'link', href: null},
    {_key: 'in', _type: 'internalLink', href: '/articles/tea'},
    {_key: 'gone', _type: 'internalLink', href: null},
  ]
  const children = markDefs.map(({_key}) => ({...span(_key), marks: [_key]}))

  expect(render([block(children, {markDefs})])).toBe(
    '<p><a href="https://example.org/" rel="external">out</a><a href="mailto:a@example.org">mail</a>unsafe' +
      '<a href="/articles/tea">in</a>gone</p>',
  )
})

test('nests lists and sets every style and decorator', () => {
  const decorated = ['em', 'strong', 'code', 'sub', 'sup'].map((mark) => ({...span(mark), marks: [mark]}))
  expect(
    render([
      block([span('A')], {style: 'h2'}),
      block([span('B')], {style: 'h3'}),
      block([span('C')], {style: 'h4'}),
      block([span('D')], {style: 'blockquote'}),
      block([span('E')], {listItem: 'bullet'}),
      block([span('F')], {listItem: 'number', level: 2}),
      block(decorated),
    ]),
  ).toBe(
    '<h2 id="a">A</h2><h3 id="b">B</h3><h4 id="c">C</h4><blockquote><p>D</p></blockquote><ul><li>E<ol><li>F</li></ol></li></ul>' +
      '<p><em>em</em><strong>strong</strong><code>code</code><sub>sub</sub><sup>sup</sup></p>',
  )
})

test('shows the words of unknown marks and styles and passes over unknown nodes', () => {
  const body: Body = JSON.parse(
    JSON.stringify([
      {...block([{...span('Tea'), marks: ['blink']}]), style: 'h7'},
      {_key: 'x', _type: 'carousel'},
    ]),
  )
  expect(render(body)).toBe('<p>Tea</p>')
})

function render(body: Body, readable: readonly string[] = [], style = 'apa-numbered'): string {
  const works = citeWorks({body}, readable.map(reference), {style})
  const {noteOf} = collectFootnotes(body)
  const {headingOf} = collectHeadings(body)
  return renderToStaticMarkup(<ArticleBody value={body} apparatus={{...works, noteOf, headingOf}} />)
}

function reference(_id: string): ReferenceRecord {
  const author = [{_type: 'organisation', literal: _id}]
  return {_id, type: 'book', title: 'Salt', author, issued: {status: 'dated', year: 1944}}
}

let keys = 0

function key(): string {
  keys += 1
  return `k${keys}`
}

function block(children: Block['children'], overrides: Partial<Block> = {}): Block {
  return {_key: key(), _type: 'block', style: 'normal', listItem: null, level: 1, markDefs: [], children, ...overrides}
}

function span(text: string): Span {
  return {_key: key(), _type: 'span', text, marks: []}
}

function citation(_key: string, references: readonly string[]): Citation {
  const rest = {locator: null, label: 'page', prefix: null, suffix: null, suppressAuthor: false} as const
  const items = references.map((_ref) => ({_key: _ref, reference: {_ref}, ...rest}))
  return {_key, _type: 'citation', mode: 'parenthetical', items}
}

function footnote(_key: string, text: string): Footnote {
  const {listItem, level} = block([])
  const paragraph = {_key: key(), _type: 'block', style: 'normal', listItem, level, markDefs: []} as const
  return {_key, _type: 'footnote', text: [{...paragraph, markDefs: [], children: [span(text)]}]}
}
