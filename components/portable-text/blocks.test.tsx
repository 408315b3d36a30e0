import {renderToStaticMarkup} from 'react-dom/server'
import {expect, test} from 'vitest'

import type {Table as TableValue} from '@/sanity/queries/body'

import {NO_APPARATUS} from './apparatus'
import {Callout} from './Callout'
import {CodeBlock} from './CodeBlock'
import {EmbedCard} from './EmbedCard'
import {FigureCaption} from './FigureCaption'
import {PullQuote} from './PullQuote'
import {Table} from './Table'

test('a table names itself, heads its columns and fills short rows', () => {
  const rows = [
    {_key: 'a', cells: ['', 'Year', 'Tonnes']},
    {_key: 'b', cells: ['State', '1918']},
  ]
  expect(renderToStaticMarkup(<Table value={table({caption: 'Reserves', headerRow: true, rows})} />)).toBe(
    '<div class="table"><section class="table-scroll" tabindex="0" aria-label="Reserves"><table>' +
      '<caption><span>Reserves</span></caption>' +
      '<thead><tr><td></td><th scope="col">Year</th><th scope="col">Tonnes</th></tr></thead>' +
      '<tbody><tr><td>State</td><td>1918</td><td></td></tr></tbody></table></section></div>',
  )
})

test('a table without cells prints nothing', () => {
  expect(renderToStaticMarkup(<Table value={table({rows: [{_key: 'a', cells: []}]})} />)).toBe('')
})

test.each([
  [
    'names creator and outlet and links the outlet',
    {creator: 'Alma Reyes', outlet: 'Reuters', url: 'https://example.org/', licence: null},
    'Photo: Alma Reyes; <a href="https://example.org/" rel="external">Reuters</a>',
  ],
  [
    'keeps a label that the editor wrote',
    {creator: 'Chart: Alma Reyes', outlet: null, url: null, licence: null},
    'Chart: Alma Reyes',
  ],
])('a credit %s', (_, credit, markup) => {
  expect(renderToStaticMarkup(<FigureCaption caption={[]} credit={credit} apparatus={NO_APPARATUS} />)).toBe(
    `<figcaption><span class="credit">${markup}</span></figcaption>`,
  )
})

test('a figure without caption and credit has no caption element', () => {
  expect(renderToStaticMarkup(<FigureCaption caption={[]} credit={null} apparatus={NO_APPARATUS} />)).toBe('')
})

test('a callout is labelled by what it is', () => {
  const value = {_key: 'c', _type: 'callout', tone: 'definition', title: 'Carry-over', text: []} as const
  expect(renderToStaticMarkup(<Callout value={{...value, text: []}} />)).toBe(
    '<aside class="callout callout-definition" aria-labelledby="callout-c">' +
      '<p class="callout-label" id="callout-c">Definition: Carry-over</p></aside>',
  )
})

test('code is printed literally', () => {
  const value = {_key: 'c', _type: 'code', language: 'html', filename: null, code: '<b>\n'} as const
  expect(renderToStaticMarkup(<CodeBlock value={value} />)).toBe(
    '<figure class="code"><figcaption>HTML</figcaption><pre tabindex="0"><code>&lt;b&gt;\n</code></pre></figure>',
  )
})

test('an embed is a link card, and nothing without an allowed address', () => {
  const value = {_key: 'e', _type: 'embed', title: 'A film', caption: null} as const
  expect(renderToStaticMarkup(<EmbedCard value={{...value, url: 'https://vimeo.com/1', provider: 'Vimeo'}} />)).toBe(
    '<figure class="embed"><a href="https://vimeo.com/1" rel="external">A film</a>' +
      '<figcaption><span class="credit">Opens at Vimeo</span></figcaption></figure>',
  )
  expect(renderToStaticMarkup(<EmbedCard value={{...value, url: null, provider: null}} />)).toBe('')
})

test('an empty pull quote prints nothing', () => {
  expect(renderToStaticMarkup(<PullQuote value={{_key: 'p', _type: 'pullQuote', text: '', attribution: 'A'}} />)).toBe(
    '',
  )
})

function table(overrides: Partial<TableValue>): TableValue {
  return {_key: 't', _type: 'table', caption: null, headerRow: false, rows: [], ...overrides}
}
