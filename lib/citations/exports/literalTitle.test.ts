import {expect, test} from 'vitest'

import {formatEntry} from '@/lib/citations/entries/formatEntry'
import {citationStyles} from '@/lib/citations/styles/citationStyles'

import {articleRecord} from './articleRecord'
import {toBibtex} from './bibtex'
import {citeTexts} from './citeTexts'
import {toCslJson} from './cslJson'
import {toRis} from './ris'

const TITLE = 'Why <b>bold</b> & <u>underlined</u> H<sub>2</sub>O <i>'

const record = articleRecord(
  {_id: 'tags', title: TITLE, slug: 'tags', publishedAt: null, authors: []},
  {name: 'Salt', publicationKind: 'magazine', timeZone: 'UTC', language: 'en', siteUrl: 'https://example.org'},
)

test.each(citationStyles.map(({value}) => value))(
  'prints the title of an article in %s as the page has it',
  (style) => {
    const {html, text} = formatEntry(record, {style})
    expect(text).toContain(TITLE)
    expect(html).toContain(
      '&lt;b&gt;bold&lt;/b&gt; &amp; &lt;u&gt;underlined&lt;/u&gt; H&lt;sub&gt;2&lt;/sub&gt;O &lt;i&gt;',
    )
  },
)

test('prints it alike in the styles that schools ask for', () => {
  expect(citeTexts(record, 'en').map(({text}) => text.includes(TITLE))).toEqual([true, true, true])
})

test('writes it into files letter by letter', () => {
  expect(toRis([record])).toContain(`TI  - ${TITLE}\r\n`)
  expect(JSON.parse(toCslJson([record]))[0].title).toBe(TITLE)
  expect(toBibtex([record])).toContain('<b>bold</b> \\& <u>underlined</u> {H<sub>2</sub>O} <i>')
})
