import {renderToStaticMarkup} from 'react-dom/server'
import {expect, test} from 'vitest'

import {SeriesNavigation} from './SeriesNavigation'
import {SeriesNote} from './SeriesNote'

test('shows the parts around this one with their own numbers', () => {
  expect(renderToStaticMarkup(<SeriesNavigation series={series(9, 6)} articleId="a6" />)).toBe(
    '<section class="matter series-navigation" aria-labelledby="series">' +
      '<h2 class="rail-label" id="series">The measured state</h2><div>' +
      '<ol class="series-parts" start="3">' +
      '<li><a href="/articles/a3">Part 3</a></li><li><a href="/articles/a4">Part 4</a></li>' +
      '<li><a href="/articles/a5">Part 5</a></li><li><span aria-current="page">Part 6</span></li>' +
      '<li><a href="/articles/a7">Part 7</a></li><li><a href="/articles/a8">Part 8</a></li>' +
      '<li><a href="/articles/a9">Part 9</a></li></ol>' +
      '<p class="links"><a href="/series/measured">All 9 parts</a></p></div></section>',
  )
})

test('prints nothing while the series has one part', () => {
  expect(renderToStaticMarkup(<SeriesNavigation series={series(1, 1)} articleId="a1" />)).toBe('')
})

test.each([
  [2, 'Part 2 of 3 in <a href="/series/measured">The measured state</a>'],
  [0, 'In <a href="/series/measured">The measured state</a>'],
])('a note for position %i', (position, markup) => {
  expect(renderToStaticMarkup(<SeriesNote series={series(3, position)} />)).toBe(
    `<p class="meta series-note">${markup}</p>`,
  )
})

function series(length: number, position: number) {
  const articles = Array.from({length}, (_, index) => ({
    _id: `a${index + 1}`,
    title: `Part ${index + 1}`,
    slug: `a${index + 1}`,
    publishedAt: null,
  }))
  return {_id: 's', title: 'The measured state', slug: 'measured', description: null, articles, position}
}
