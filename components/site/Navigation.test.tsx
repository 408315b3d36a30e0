import {renderToStaticMarkup} from 'react-dom/server'
import {expect, test} from 'vitest'

import {Navigation} from './Navigation'
import {currentness} from './navigationOf'

test('offers the sections of the site while the editors have made no navigation', () => {
  expect(renderToStaticMarkup(<Navigation settings={{navigation: []}} current="/topics/food" label="Main" />)).toBe(
    '<nav class="nav" aria-label="Main"><a href="/topics" aria-current="true">Topics</a>' +
      '<a href="/authors">Authors</a><a href="/archive">Archive</a><a href="/references">References</a></nav>',
  )
})

test.each([
  ['/archive', '/archive', 'page'],
  ['/archive', '/archive/2026', 'true'],
  ['/archive', '/archives', undefined],
  ['/', '/archive', undefined],
  ['/', '/', 'page'],
])('a link to %s on the page %s is %s', (href, path, expected) => {
  expect(currentness(href, path)).toBe(expected)
})
