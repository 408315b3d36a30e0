import {renderToStaticMarkup} from 'react-dom/server'
import {expect, test} from 'vitest'

import {Wordmark} from './Wordmark'

test.each([
  ['a short name', 'Common Measure', 'wordmark'],
  ['a long name', 'The Meridian Review of Books', 'wordmark wordmark-long'],
  [
    'a short name that carries a preview’s hidden marks',
    `Common Measure${'\u200b\u200c\u200d\ufeff'.repeat(40)}`,
    'wordmark',
  ],
])('sets %s by the letters that are seen', (_, name, className) => {
  expect(renderToStaticMarkup(<Wordmark settings={{name, logo: null}} />)).toBe(
    `<a class="${className}" href="/" rel="home">${name}</a>`,
  )
})
