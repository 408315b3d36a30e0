import {parseHTML} from 'linkedom'
import {renderToStaticMarkup} from 'react-dom/server'
import {expect, test, vi} from 'vitest'

import {apparatusOf} from '@/components/article/apparatusOf'
import {Notes} from '@/components/article/Notes'
import {References} from '@/components/article/References'
import {LibraryPage} from '@/components/library/LibraryPage'
import {WorkPage} from '@/components/library/WorkPage'
import {ArticleBody} from '@/components/portable-text/ArticleBody'
import {filled, PAYLOADS} from '@/lib/citations/exports/hostile.fixture'
import {citationStyles} from '@/lib/citations/styles/citationStyles'
import {atomFeed} from '@/lib/feeds/atom'
import {feedOf} from '@/lib/feeds/feedOf'
import {toWork} from '@/lib/library/work'
import {notWellFormed} from '@/lib/xml/notWellFormed'
import {body as bodyResult} from '@/sanity/queries/body'
import {reference} from '@/sanity/queries/reference'
import {settingsResult} from '@/sanity/queries/settings'

const STYLES = citationStyles.map(({value}) => value)
const SITE = 'https://example.org'

/** Besides what there is of a harmless work: a title's own tags, the lines of a text, and links to addresses that are some. */
const ALLOWED = ['i', 'b', 'sup', 'sub', 'br', 'a href', 'a href rel']

test.each(PAYLOADS.map((payload) => ({name: JSON.stringify(payload).slice(0, 50), payload})))(
  'a work and a citation of $name bring nothing of their own into pages and the feed',
  ({payload}) => {
    const logged = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    for (const style of payload.length > 500 ? STYLES.slice(0, 1) : STYLES) {
      const harmless = outputs('Tides', style)
      const hostile = outputs(payload, style)
      for (const [page, html] of Object.entries(hostile.pages)) {
        const known = new Set([...ALLOWED, ...shapesOf(harmless.pages[page] ?? '')])
        expect([style, page, shapesOf(html).filter((shape) => !known.has(shape))]).toEqual([style, page, []])
        expect([style, page, addressesOf(html).filter((address) => !/^(?:https?:\/\/|\/|#)/.test(address))]).toEqual([
          style,
          page,
          [],
        ])
      }
      expect(notWellFormed(hostile.feed)).toBe(null)
    }
    logged.mockRestore()
  },
)

/** Everything that readers get of one text that cites one work, with the payload in every field. */
function outputs(payload: string, citationStyle: string) {
  const settings = {...settingsResult.parse(null), citationStyle}
  const work = published(payload)
  const body = bodyResult.parse(bodyCiting(payload))
  const article = {body, references: [work], furtherReading: []}
  const apparatus = apparatusOf(article, settings)
  const feed = feedOf([{...feedArticle(payload), ...article}], settings, SITE)
  const citedIn = [
    {_id: 'a', _type: 'article' as const, title: payload, slug: 'on-tides', publishedAt: null, authors: []},
  ]
  const pages: Record<string, string> = {
    text: renderToStaticMarkup(<ArticleBody value={body} apparatus={apparatus} />),
    notes: renderToStaticMarkup(<Notes apparatus={apparatus} />),
    list: renderToStaticMarkup(<References entries={apparatus.entries} />),
    library: renderToStaticMarkup(<LibraryPage page={1} works={[toWork(work, 1)]} />),
    work: renderToStaticMarkup(<WorkPage settings={settings} work={{...work, citedIn}} />),
    entry: feed.entries.map(({content}) => content).join(''),
  }
  return {pages, feed: atomFeed(feed)}
}

function published(payload: string) {
  const record = filled('webpage', payload)
  const named = (names: typeof record.author) => names?.map((name, index) => ({_key: String(index), ...name})) ?? []
  return reference.parse({
    ...record,
    _id: 'work',
    _rev: '1',
    author: named(record.author),
    editor: named(record.editor),
    translator: named(record.translator),
    issued: {...record.issued, circa: null, endMonth: null, endDay: null},
    archive: {url: payload, capturedAt: payload, service: payload},
    deadLink: {url: payload},
  })
}

function bodyCiting(payload: string) {
  const blank = {listItem: null, level: 1, style: 'normal', markDefs: []}
  return [
    {
      ...blank,
      _key: 'b',
      _type: 'block',
      children: [
        {_key: 's', _type: 'span', text: payload, marks: []},
        citation('plain', {}),
        citation('narrative', {mode: 'narrative'}),
        citation('worded', {}, {locator: payload, prefix: payload, suffix: payload}),
        {_key: 'n', _type: 'footnote', text: [{...blank, _key: 't', _type: 'block', children: [citation('note', {})]}]},
      ],
    },
  ]
}

function citation(_key: string, fields: object, item: object = {}) {
  const rest = {locator: null, label: 'page', prefix: null, suffix: null, suppressAuthor: false, ...item}
  const items = [{_key: 'i', reference: {_ref: 'work'}, ...rest}]
  return {_key, _type: 'citation', mode: 'parenthetical', items, ...fields}
}

function feedArticle(payload: string) {
  return {
    _id: 'a',
    title: payload,
    dek: payload,
    slug: 'on-tides',
    publishedAt: '2026-01-02T00:00:00Z',
    updatedAt: null,
    authors: [{author: {name: payload}}],
    topics: [{title: payload}],
    disclosure: payload,
    corrections: [{kind: 'correction', text: payload}],
  }
}

/** Each kind of element, with the names of its attributes. */
function shapesOf(html: string): string[] {
  return elementsOf(html).map(({localName, attributes}) =>
    [localName, ...[...attributes].map(({name}) => name).toSorted()].join(' '),
  )
}

function addressesOf(html: string): string[] {
  return elementsOf(html).flatMap((element) =>
    ['href', 'src', 'action', 'data-versionurl', 'data-originalurl'].flatMap(
      (name) => element.getAttribute(name) ?? [],
    ),
  )
}

function elementsOf(html: string): Element[] {
  const {document} = parseHTML(`<!doctype html><html><body>${html}</body></html>`)
  return [...document.querySelectorAll('body *')]
}
