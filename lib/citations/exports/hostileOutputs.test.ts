import {parse as parseBibtex} from '@retorquere/bibtex-parser'
import {parseHTML} from 'linkedom'
import {expect, test, vi} from 'vitest'

import {formatEntry} from '@/lib/citations/entries/formatEntry'
import {listEntry} from '@/lib/citations/entries/listEntry'
import {CHICAGO_STYLE, MLA_STYLE} from '@/lib/citations/styles/exportStyles'

import {toBibtex} from './bibtex'
import {articleFilePath, contentDisposition} from './articleFiles'
import {articleRecord} from './articleRecord'
import {citeTexts} from './citeTexts'
import {toCslJson} from './cslJson'
import {toRis} from './ris'
import {filled, PAYLOADS} from './hostile.fixture'

const STYLES = ['apa-numbered', 'apa-author-date', 'vancouver', 'harvard', MLA_STYLE, CHICAGO_STYLE]
const cases = PAYLOADS.map((payload) => ({name: JSON.stringify(payload).slice(0, 50), payload}))

/** Characters that end a line, turn its direction, or are no text. */
const CONTROLS = /[\p{Cc}\p{Cs}\u202A-\u202E\u2066-\u2069]/u

test.each(cases)('a browser finds nothing but our markup in entries of $name', ({payload}) => {
  const logged = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  for (const type of typesFor(payload)) {
    for (const style of STYLES) {
      const {html, text} = formatEntry(filled(type, payload), {style})
      expect([type, style, foreignMarkup(html)]).toEqual([type, style, []])
      expect(CONTROLS.test(text)).toBe(false)
    }
  }
  const archive = {url: payload, service: payload, capturedAt: payload}
  expect(foreignMarkup(listEntry({...filled('webpage', payload), archive, deadLink: {url: payload}}).html)).toEqual([])
  logged.mockRestore()
})

test.each(cases)('BibTeX of $name is one entry of known fields', ({payload}) => {
  for (const type of typesFor(payload)) {
    const file = toBibtex([filled(type, payload)])
    const {entries, errors} = parseBibtex(file, {sentenceCase: false})
    expect([type, errors, entries.length]).toEqual([type, [], 1])
    expect(
      file
        .split('\n')
        .filter((line) => !/^(?:@[a-z]+\{[a-z][a-z\d-]*,| {2}[a-z]+ = (?:\{.*\}|[a-z]{3}),|\}|)$/.test(line)),
    ).toEqual([])
    expect(CONTROLS.test(file.replaceAll('\n', ''))).toBe(false)
  }
})

test.each(cases)('RIS of $name is one record', ({payload}) => {
  for (const type of typesFor(payload)) {
    const lines = toRis([filled(type, payload)]).split('\r\n')
    expect(lines.filter((line) => line !== '' && !/^[A-Z][A-Z\d] {2}- .*$/s.test(line))).toEqual([])
    expect(lines.filter((line) => /^(?:TY|ER) {2}- /.test(line)).map((line) => line.slice(0, 2))).toEqual(['TY', 'ER'])
    expect(lines.filter((line) => CONTROLS.test(line))).toEqual([])
  }
})

test.each(cases)('CSL-JSON of $name is JSON of known variables', ({payload}) => {
  for (const type of typesFor(payload)) {
    const [item] = JSON.parse(toCslJson([filled(type, payload)]))
    expect(Object.keys(item).filter((key) => !/^[A-Za-z]+(?:-[a-z]+)*$/.test(key))).toEqual([])
    expect(item.id).toMatch(/^[a-z][a-z\d-]*$/)
    expect(item.URL ?? 'https:').toMatch(/^https?:/)
  }
  expect(Object.keys({})).toEqual([])
})

test.each(cases)('how to cite an article called $name is text', ({payload}) => {
  const logged = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  const authors = [{role: 'author', author: {name: payload}}]
  const publication = {
    name: payload,
    publicationKind: 'magazine',
    timeZone: 'UTC',
    language: 'en',
    siteUrl: 'https://example.org',
  } as const
  const record = articleRecord(
    {_id: payload, title: payload, slug: 'on-tides', publishedAt: payload, authors},
    publication,
  )
  for (const {html, text} of citeTexts(record, 'en')) {
    expect(foreignMarkup(html)).toEqual([])
    expect(CONTROLS.test(text)).toBe(false)
  }
  logged.mockRestore()
})

test.each([...cases.map(({payload}) => payload), 'über-gezeiten', '../../etc/passwd', '海', 'a"; filename="b.exe'])(
  'the name of a file of %j is ASCII and stays in its quotation marks',
  (slug) => {
    for (const format of ['bib', 'txt'] as const) {
      expect(contentDisposition(slug, 'references', format)).toMatch(
        /^(?:attachment|inline); filename="[\w-]+\.(?:bib|txt)"$/,
      )
    }
    expect(articleFilePath(slug.toWellFormed(), 'cite', 'bib')).toMatch(/^\/articles\/[\w.~!*'()%-]*\/cite\.bib$/)
  },
)

/** One of each shape; parsers take long for a long payload. `hostileReference.test.ts` has every type. */
function typesFor(payload: string): string[] {
  return payload.length > 500 ? ['book'] : ['book', 'article-journal', 'webpage', 'legal_case', 'broadcast']
}

/** Elements and attributes that are none of ours, as a browser sees them. */
function foreignMarkup(html: string): string[] {
  const {document} = parseHTML(`<!doctype html><html><body><main>${html}</main></body></html>`)
  const found = [...document.querySelectorAll('body *')].filter(({localName}) => localName !== 'main')
  const foreign = found.flatMap((element) => {
    if (!['i', 'b', 'sup', 'sub', 'a', 'span'].includes(element.localName)) return [element.localName]
    return [...element.attributes].flatMap(({name, value}) =>
      isOurs(element.localName, name, value) ? [] : [`${element.localName} ${name}=${value}`],
    )
  })
  const outside = document.body.children.length === 1 ? [] : ['more than one element in the body']
  return [...foreign, ...outside]
}

function isOurs(element: string, name: string, value: string): boolean {
  if (element === 'span') return name === 'class' && value === 'archived'
  if (element !== 'a') return false
  return name === 'href' ? /^https?:\/\//.test(value) : /^data-(?:version|original)(?:url|date)$/.test(name)
}
