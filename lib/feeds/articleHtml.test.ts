import {expect, test} from 'vitest'

import {citeWorks} from '@/lib/citations/citing/citeWorks'
import {block, citation, figure, footnote, heading} from '@/lib/portable-text/portableText.fixture'

import {articleHtml, type FeedText} from './articleHtml'

const PAGE = 'https://example.org/articles/on-tides'

test('has the numbers, notes and list of the page, and leads to its fragments', () => {
  const note = footnote('n', 'So says', citation('c2', {id: 'b', locator: '4'}))
  expect(html({body: [block('p', 'So few ', citation('c1', 'a'), '.', note)], furtherReading: ['c']})).toBe(
    `<p>So few.<sup><a href="${PAGE}#ref-1">1</a></sup><sup><a href="${PAGE}#note-1">a</a></sup></p>` +
      `<h2>Notes</h2><ol type="a"><li><p>So says<sup><a href="${PAGE}#ref-2">2</a>, p. 4</sup></p></li></ol>` +
      '<h2>References and further reading</h2><ol><li>A. (1998). <i>On a</i>.</li><li>B. (1998). <i>On b</i>.</li></ol>' +
      '<h2>Further reading</h2><ol start="3"><li>C. (1998). <i>On c</i>.</li></ol>',
  )
})

test('prints names in an author-date style', () => {
  const body = [block('p', 'So few ', citation('c1', 'b', 'a'), '.')]
  expect(html({body}, 'apa-author-date')).toBe(
    `<p>So few (<a href="${PAGE}#ref-2">A, 1998</a>; <a href="${PAGE}#ref-1">B, 1998</a>).</p>` +
      '<h2>References and further reading</h2><ul><li>A. (1998). <i>On a</i>.</li><li>B. (1998). <i>On b</i>.</li></ul>',
  )
})

test('draws every block without classes, with absolute addresses', () => {
  const image = {url: '/lake/images/a.png'}
  const body = [
    heading('h', 'h2', 'Tea'),
    {...block('q', 'Said'), style: 'blockquote'},
    {
      ...figure('f', 'Seen'),
      image,
      alt: 'A "pot"',
      credit: {creator: 'Ana', outlet: 'Press', url: 'https://press.example/'},
    },
    {_type: 'table', caption: 'Cups', headerRow: true, rows: [{cells: ['Tea', 'Coffee']}, {cells: ['1', '2']}]},
    {_type: 'callout', title: 'Mind', text: [block('k', 'the step')]},
    {_type: 'code', code: 'a < b'},
    {_type: 'embed', url: 'https://vimeo.com/1', title: 'Film'},
    {_type: 'pullQuote', text: 'Worth saying twice', attribution: 'Ana'},
    {_type: 'carousel'},
  ]
  expect(html({body})).toBe(
    '<h2>Tea</h2><blockquote><p>Said</p></blockquote>' +
      '<figure><img src="https://example.org/lake/images/a.png?w=1200" alt="A &quot;pot&quot;">' +
      '<figcaption>Seen Photo: Ana; <a href="https://press.example/">Press</a></figcaption></figure>' +
      '<table><caption>Cups</caption><tr><th>Tea</th><th>Coffee</th></tr><tr><td>1</td><td>2</td></tr></table>' +
      '<blockquote><p><strong>Mind</strong></p><p>the step</p></blockquote>' +
      '<pre><code>a &lt; b</code></pre><p><a href="https://vimeo.com/1">Film</a></p>' +
      '<blockquote><p>Worth saying twice</p><p>Ana</p></blockquote>',
  )
})

test('nests lists, and closes them', () => {
  const item = (text: string, listItem: string, level: number) => ({...block(text, text), listItem, level})
  const body = [
    item('a', 'bullet', 1),
    item('b', 'number', 2),
    item('c', 'number', 2),
    item('d', 'bullet', 1),
    item('e', 'number', 1),
    block('p', 'f'),
    item('g', 'bullet', 7),
  ]
  expect(html({body})).toBe(
    '<ul><li>a<ol><li>b</li><li>c</li></ol></li><li>d</li></ul><ol><li>e</li></ol><p>f</p><ul><li>g</li></ul>',
  )
})

test('says first that an article was retracted', () => {
  expect(html({corrections: [{kind: 'retraction', text: 'Not so.'}]})).toBe(
    '<p><strong>This article has been retracted.</strong></p><p><strong>Retraction.</strong> Not so.</p>',
  )
})

test('lets no markup, script or unsafe address through', () => {
  const hostile = '"><script>alert(1)</script>'
  const marks = [
    {_key: 'js', _type: 'link', href: 'javascript:alert(1)'},
    {_key: 'in', _type: 'internalLink', href: '/articles/tea'},
    {_key: 'out', _type: 'link', href: `https://example.org/${hostile}`},
  ]
  const children = marks.map(({_key}) => ({_type: 'span', _key, text: hostile, marks: [_key, 'em', 'blink']}))
  const body = [
    {...block('p'), markDefs: marks, children},
    {...figure('f', hostile), image: {url: `/x${hostile}`}, alt: hostile, credit: {creator: hostile, outlet: hostile}},
    {_type: 'table', caption: hostile, rows: [{cells: [hostile]}]},
    {_type: 'callout', title: hostile, text: [block('k', hostile)]},
    {_type: 'code', code: hostile},
    {_type: 'embed', url: 'javascript:alert(1)', title: hostile},
    block('c', citation('c1', {id: 'a', prefix: hostile, suffix: hostile, locator: hostile})),
  ]
  const made = html({body, disclosure: hostile, corrections: [{kind: hostile, text: hostile}]})
  expect(made).not.toMatch(/<script|javascript:|<[^>]*\bon\w+=/)
  expect(made).toContain('<a href="https://example.org/articles/tea"><em>&quot;&gt;')
})

function html(fields: Partial<FeedText> & {furtherReading?: string[]}, style = 'apa-numbered'): string {
  const article = {body: [], corrections: [], ...fields}
  const works = citeWorks(article, ['a', 'b', 'c'].map(reference), {style})
  return articleHtml(article, works, PAGE)
}

function reference(_id: string) {
  const author = [{_type: 'organisation', literal: _id.toUpperCase()}]
  return {_id, type: 'book', title: `On ${_id}`, author, issued: {status: 'dated', year: 1998}}
}
