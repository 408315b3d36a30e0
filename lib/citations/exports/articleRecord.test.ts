import {expect, test} from 'vitest'

import {articleRecord} from './articleRecord'
import {citeTexts} from './citeTexts'

const publication = {
  name: 'The Meridian Review',
  publicationKind: 'magazine',
  timeZone: 'Europe/Vienna',
  language: 'en',
  siteUrl: 'https://example.org',
} as const

test.each([
  ['journal', 'article-journal'],
  ['magazine', 'article-magazine'],
  ['newspaper', 'article-newspaper'],
  ['blog', 'post-weblog'],
] as const)('an article of a %s is a %s, dated where the publication is', (publicationKind, type) => {
  expect(articleRecord(article(['Ada Lovelace']), {...publication, publicationKind})).toEqual({
    _id: 'tides',
    type,
    title: 'On tides',
    containerTitle: 'The Meridian Review',
    author: [{_type: 'person', family: 'Lovelace', given: 'Ada'}],
    translator: null,
    issued: {status: 'dated', year: 2026, month: 1, day: 1},
    url: 'https://example.org/articles/on-tides',
    language: 'en',
  })
})

test.each([
  [1, 'A, N. “On tides.”', 'A, N. “On tides.”'],
  [2, 'A, N., and N. B. “On tides.”', 'A, N., and N. B. “On tides.”'],
  [3, 'A, N., et al. “On tides.”', 'A, N., N. B, and N. C. “On tides.”'],
  [7, 'A, N., et al. “On tides.”', 'A, N., N. B, N. C, et al. “On tides.”'],
])('names %i authors as MLA and Chicago do', (count, mla, chicago) => {
  const names = ['N. A', 'N. B', 'N. C', 'N. D', 'N. E', 'N. F', 'N. G'].slice(0, count)
  const texts = citeTexts(articleRecord(article(names), publication), 'en')
  expect(texts.slice(1).map(({text}) => text.slice(0, text.indexOf('”') + 1))).toEqual([mla, chicago])
})

test.each([
  ['Who keeps the tides?', '“Who keeps the tides?”'],
  ['The myth of “progress”', '“The myth of ‘progress.’”'],
  ['They asked, “why now?”', '“They asked, ‘why now?’”'],
])('closes the title %j', (title, printed) => {
  const [, mla] = citeTexts(articleRecord({...article([]), title}, publication), 'en')
  expect(mla?.text).toBe(`${printed} The Meridian Review, 1 Jan. 2026, https://example.org/articles/on-tides.`)
})

test('says that there is no date', () => {
  const record = articleRecord({...article(['Ada Lovelace']), publishedAt: null}, publication)
  expect(citeTexts(record, 'en').map(({text}) => text)).toEqual([
    'Lovelace, A. (n.d.). On tides. The Meridian Review. https://example.org/articles/on-tides',
    'Lovelace, Ada. “On tides.” The Meridian Review, https://example.org/articles/on-tides.',
    'Lovelace, Ada. “On tides.” The Meridian Review, n.d. https://example.org/articles/on-tides.',
  ])
})

function article(names: readonly string[]) {
  const authors = names.map((name) => ({role: 'author', author: {name}}))
  return {_id: 'tides', title: 'On tides', slug: 'on-tides', publishedAt: '2025-12-31T23:30:00Z', authors}
}
