import {renderToStaticMarkup} from 'react-dom/server'
import {expect, test} from 'vitest'

import {ArticleBody} from '@/components/portable-text/ArticleBody'
import {LeadFigure} from '@/components/portable-text/Figure'
import {StaticPage} from '@/components/site/StaticPage'
import {unescapeText} from '@/lib/citations/entries/entryFormat'
import {citeWorks} from '@/lib/citations/citing/citeWorks'
import {referencesFile} from '@/lib/citations/exports/articleFiles'
import {articleHtml} from '@/lib/feeds/articleHtml'
import type {Body, Citation, CitationItem, CitingText, Span} from '@/sanity/queries/body'
import type {Reference} from '@/sanity/queries/reference'
import type {Settings} from '@/sanity/queries/settings'

import {apparatusOf} from './apparatusOf'
import {Notes} from './Notes'
import {References} from './References'

const PAGE = 'https://example.org/articles/on-tides'

const LEAD = figure(caption(citation('lead', {}, 'a')))

const ARTICLE = {
  corrections: [],
  leadImage: LEAD,
  body: body(),
  furtherReading: ['r', 'a'],
  references: [
    reference('a', 'Ross', 2001),
    reference('h', 'Arendt', 1958),
    reference('m', 'Ross', 2001),
    reference('r', 'Weil', 1949),
    reference('z', 'Kim', 2003),
  ],
}

/** Print is the page's own document under another style sheet: it has no numbers of its own to differ. */
test.each([
  [
    'apa-numbered',
    ['1', '2', '3', '2', '4', '1'],
    ['1 Ross. (2001). A.', '2 Kim. (2003). Z.', '3 Ross. (2001). M.', '4 Arendt. (1958). H.', '5 Weil. (1949). R.'],
  ],
  ['vancouver', ['1', '2', '3', '2', '4', '1'], null],
  [
    'apa-author-date',
    ['Ross, 2001a', 'Kim, 2003', 'Ross, 2001b', 'Kim, 2003', 'Arendt (1958)', 'Ross, 2001a, p. 12'],
    ['Arendt. (1958). H.', 'Kim. (2003). Z.', 'Ross. (2001a). A.', 'Ross. (2001b). M.', 'Weil. (1949). R.'],
  ],
  ['harvard', null, null],
])('%s: page, feed and files have the same citations and the same list', (citationStyle, callouts, list) => {
  const apparatus = apparatusOf(ARTICLE, {citationStyle, language: 'en'})
  const page = renderToStaticMarkup(
    <>
      <LeadFigure figure={LEAD} apparatus={apparatus} />
      <ArticleBody value={ARTICLE.body} apparatus={apparatus} />
      <Notes apparatus={apparatus} />
      <References entries={apparatus.entries} />
    </>,
  )
  const works = citeWorks(ARTICLE, ARTICLE.references, {style: citationStyle, language: 'en'})
  const feed = articleHtml(ARTICLE, works, PAGE)
  const plain = referencesFile(works.entries, ARTICLE.references, 'txt').body
  const json: {title: string}[] = JSON.parse(referencesFile(works.entries, ARTICLE.references, 'json').body)

  const printed = calloutsOf(page, '')
  expect(calloutsOf(feed, PAGE)).toEqual(printed)
  expect(printed).toHaveLength(6)
  expect(printed.map(([text]) => text)).toEqual(callouts ?? printed.map(([text]) => text))

  const listed = listOf(page.slice(page.indexOf('doc-bibliography')))
  expect(listOf(feed.slice(feed.indexOf('<h2>References')))).toEqual(listed)
  expect(linesOf(plain)).toEqual(listed)
  expect(json.map(({title}) => title)).toEqual(listed.map((entry) => / ([AHMRZ])\b/.exec(entry)?.[1]))
  expect(listed).toEqual(list ?? listed)
})

test('a page that is no article cites in the same way', () => {
  const {body, references} = ARTICLE
  const page = {_id: 'about', title: 'About', dek: null, slug: 'about', body, references}
  const settings: Settings = {
    _id: 'settings',
    name: 'Common Measure',
    tagline: null,
    description: null,
    logo: null,
    navigation: [],
    citationStyle: 'apa-author-date',
    publicationKind: 'magazine',
    timeZone: 'UTC',
    language: 'en',
  }
  const html = renderToStaticMarkup(<StaticPage page={page} settings={settings} />)

  expect(calloutsOf(html, '').map(([text]) => text)).toEqual([
    'Kim, 2003',
    'Ross, 2001b',
    'Kim, 2003',
    'Arendt (1958)',
    'Ross, 2001a, p. 12',
  ])
  expect(listOf(html.slice(html.indexOf('doc-bibliography')))).toEqual([
    'Arendt. (1958). H.',
    'Kim. (2003). Z.',
    'Ross. (2001a). A.',
    'Ross. (2001b). M.',
  ])
})

/** The text of every citation's link with the fragment that it leads to. */
function calloutsOf(html: string, base: string): string[][] {
  return [...html.matchAll(/<a [^>]*?href="([^"]*)(#ref-\d+)"[^>]*>(.*?)<\/a>/g)]
    .filter(([, address]) => address === base)
    .map(([, , fragment = '', text = '']) => [textOf(text), fragment])
}

/** Every entry as it is read, with its number where the list has numbers. */
function listOf(html: string): string[] {
  return [...html.matchAll(/<(ol|ul)(?: class="entries[^"]*")?(?: start="(\d+)")?>(.*?)<\/\1>/g)].flatMap(
    ([, tag, start = '1', items = '']) =>
      [...items.matchAll(/<li[^>]*>(.*?)<\/li>/g)].map(([, entry = ''], index) =>
        textOf(`${tag === 'ol' ? `${Number(start) + index} ` : ''}${entry.replace(/<span class="backlinks">.*/, '')}`),
      ),
  )
}

function linesOf(plain: string): string[] {
  return plain
    .split('\n')
    .filter((line) => line !== '' && line !== 'Further reading')
    .map((line) => line.replace(/^(\d+)\. /, '$1 '))
}

function textOf(html: string): string {
  return unescapeText(html.replace(/<[^>]*>/g, '')).trim()
}

function body(): Body {
  return [
    {
      ...paragraph('p1'),
      listItem: null,
      level: 1,
      children: [
        span('Tea '),
        citation('c1', {}, 'z', 'm'),
        span('.'),
        {_key: 'n', _type: 'footnote', text: caption(citation('note', {locator: '12'}, 'a'))},
      ],
    },
    {_key: 'f', _type: 'figure', ...figure(caption(citation('caption', {}, 'z')))},
    {...paragraph('p2'), listItem: null, level: 1, children: [{...citation('c2', {}, 'h'), mode: 'narrative'}]},
  ]
}

function paragraph(_key: string) {
  const block = {_key, _type: 'block', style: 'normal'} as const
  return {...block, markDefs: []}
}

function span(text: string): Span {
  return {_key: text, _type: 'span', text, marks: []}
}

function caption(cited: Citation): CitingText {
  return [{...paragraph(`caption-${cited._key}`), children: [span('Seen '), cited]}]
}

function figure(text: CitingText) {
  const image = {assetId: 'image-a-8x8-png', url: '/a.png', width: 8, height: 8, lqip: null, crop: null, hotspot: null}
  return {image, alt: '', caption: text, credit: null}
}

function citation(_key: string, fields: Partial<CitationItem>, ...ids: string[]): Citation {
  const rest = {locator: null, label: 'page', prefix: null, suffix: null, suppressAuthor: false} as const
  const items = ids.map((_ref) => ({_key: _ref, reference: {_ref}, ...rest, ...fields}))
  return {_key, _type: 'citation', mode: 'parenthetical', items}
}

function reference(_id: string, name: string, year: number): Reference {
  const undated = {month: null, day: null, circa: null, endYear: null, endMonth: null, endDay: null}
  return {
    _id,
    _rev: '1',
    type: 'book',
    title: _id.toUpperCase(),
    containerTitle: null,
    publisher: null,
    publisherPlace: null,
    genre: null,
    number: null,
    edition: null,
    volume: null,
    issue: null,
    page: null,
    url: null,
    doi: null,
    isbn: null,
    language: null,
    archive: null,
    deadLink: null,
    verbatim: null,
    accessed: null,
    editor: [],
    translator: [],
    author: [{_key: 'a', _type: 'organisation', literal: name}],
    issued: {status: 'dated', year, ...undated},
  }
}
