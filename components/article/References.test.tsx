import {renderToStaticMarkup} from 'react-dom/server'
import {expect, test} from 'vitest'

import type {CitedEntry} from '@/lib/citations/citing/citedEntry'

import {References} from './References'

test('links a reference back to each of its citations, and numbers further reading on', () => {
  const entries = [
    entry({number: 1, uses: ['a', 'b'], html: 'Sen, A. <i>Poverty</i>.'}),
    entry({number: 2, uses: ['a'], html: 'Scott, J.'}),
    entry({number: 3, uses: [], html: 'Akerlof, G.'}),
  ]

  expect(renderToStaticMarkup(<References entries={entries} />)).toBe(
    '<section class="matter" role="doc-bibliography" aria-labelledby="references">' +
      '<h2 class="rail-label" id="references">References and further reading</h2><div>' +
      '<ol class="entries"><li id="ref-1" tabindex="-1" dir="auto"><span>Sen, A. <i>Poverty</i>.</span> ' +
      '<span class="backlinks">' +
      '<a href="#cite-1-a" role="doc-backlink" aria-label="Back to a">a</a>' +
      '<a href="#cite-1-b" role="doc-backlink" aria-label="Back to b">b</a></span></li>' +
      '<li id="ref-2" tabindex="-1" dir="auto"><span>Scott, J.</span> ' +
      '<span class="backlinks"><a href="#cite-2-a" role="doc-backlink" aria-label="Back to a">↑</a></span></li></ol>' +
      '<h3 class="further">Further reading</h3>' +
      '<ol class="entries" start="3"><li id="ref-3" tabindex="-1" dir="auto"><span>Akerlof, G.</span> </li></ol>' +
      '</div></section>',
  )
})

test('sorts by name without numbers', () => {
  const entries = [
    entry({number: null, uses: ['a'], html: 'Sen, A.'}),
    entry({number: null, uses: [], html: 'Akerlof, G.'}),
  ]

  expect(renderToStaticMarkup(<References entries={entries} />)).toBe(
    '<section class="matter" role="doc-bibliography" aria-labelledby="references">' +
      '<h2 class="rail-label" id="references">References and further reading</h2><div>' +
      '<ul class="entries entries-by-name"><li id="ref-1" tabindex="-1" dir="auto"><span>Sen, A.</span> ' +
      '<span class="backlinks"><a href="#cite-1-a" role="doc-backlink" aria-label="Back to a">↑</a></span></li></ul>' +
      '<h3 class="further">Further reading</h3>' +
      '<ul class="entries entries-by-name"><li id="ref-1" tabindex="-1" dir="auto"><span>Akerlof, G.</span> </li></ul>' +
      '</div></section>',
  )
})

test('prints no empty list', () => {
  expect(renderToStaticMarkup(<References entries={[]} />)).toBe('')
})

function entry({number, uses, html}: {number: number | null; uses: readonly string[]; html: string}): CitedEntry {
  const anchor = number ?? 1
  return {
    referenceId: `r${anchor}`,
    number,
    id: `ref-${anchor}`,
    cited: uses.length > 0,
    backlinks: uses.map((letter) => ({href: `#cite-${anchor}-${letter}`, letter, label: `Back to ${letter}`})),
    html,
    text: '',
  }
}
