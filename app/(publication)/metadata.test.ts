import {expect, test} from 'vitest'

import {pageMetadata} from './metadata'

test('names the publication on every page that is shared', () => {
  expect(pageMetadata({title: 'Authors', path: '/authors'}, {name: 'Common Measure'})).toEqual({
    title: 'Authors',
    alternates: {
      canonical: '/authors',
      types: {'application/atom+xml': [{url: '/feed.xml', title: 'Common Measure'}]},
    },
    openGraph: {
      siteName: 'Common Measure',
      title: 'Authors',
      description: undefined,
      url: '/authors',
      images: undefined,
      type: 'website',
    },
  })
})

test('leaves the title of the front page to the layout', () => {
  expect(pageMetadata({path: '/'}, {name: 'Common Measure'})).not.toHaveProperty('title')
})
