import {expect, test, vi} from 'vitest'

import {filled, PAYLOADS} from '@/lib/citations/exports/hostile.fixture'

import {formatEntry} from './formatEntry'
import {listEntry, type ListedReference} from './listEntry'

const URL_OF_WORK = 'https://example.org/report?a=1&b=2'
const COPY = 'https://web.archive.org/web/20260110120000/https://example.org/report'
const archive = {url: COPY, capturedAt: '2026-01-10', service: 'Internet Archive'}
const NOTE = `<a href="${COPY}">archived January 10, 2026</a>`

test('names the archived copy after the entry, and on the entry’s own link', () => {
  expect(listEntry(report({archive}))).toEqual({
    html:
      'WHO. (n.d.). <i>Salt</i>. <a href="https://example.org/report?a=1&amp;b=2" ' +
      `data-versionurl="${COPY}" data-versiondate="2026-01-10">https://example.org/report?a=1&amp;b=2</a> ` +
      `<span class="archived">(${NOTE})</span>`,
    text: `WHO. (n.d.). Salt. https://example.org/report?a=1&b=2 (archived January 10, 2026: ${COPY})`,
  })
})

test('leads from the title of a dead work to its copy, and from its address nowhere', () => {
  const attributes = 'data-originalurl="https://example.org/report?a=1&amp;b=2" data-versiondate="2026-01-10"'
  expect(listEntry(report({archive, deadLink: {url: URL_OF_WORK}}))).toEqual({
    html:
      `WHO. (n.d.). <i><a href="${COPY}" ${attributes}>Salt</a></i>. https://example.org/report?a=1&amp;b=2 ` +
      `<span class="archived">(no longer online; <a href="${COPY}" ${attributes}>archived January 10, 2026</a>)</span>`,
    text: `WHO. (n.d.). Salt. https://example.org/report?a=1&b=2 (no longer online; archived January 10, 2026: ${COPY})`,
  })
})

test.each([
  ['apa-numbered', 'January 10, 2026'],
  ['apa-author-date', 'January 10, 2026'],
  ['vancouver', '10 January 2026'],
  ['harvard', '10 January 2026'],
])('says the same in %s, whatever the entry’s form, and the day in the order of its dates', (style, day) => {
  const options = {style, language: 'en-GB'}
  const plain = formatEntry(report({}), options)
  const alive = listEntry(report({archive}), options)
  const gone = listEntry(report({archive, deadLink: {url: URL_OF_WORK}}), options)
  expect(alive.text).toBe(`${plain.text} (archived ${day}: ${COPY})`)
  expect(alive.html.match(/data-versionurl/g)).toHaveLength(1)
  expect(gone.html.match(/>Salt<\/a>/g)).toHaveLength(1)
  expect(hrefs(gone.html)).toEqual([COPY, COPY])
})

test.each<[string, Partial<ListedReference>]>([
  ['no copy is known', {}],
  ['the work is dead and no copy is known', {deadLink: {url: URL_OF_WORK}}],
  ['the copy is where the entry leads', {archive: {url: URL_OF_WORK}}],
  ['the copy’s address is none', {archive: {url: 'javascript:alert(1)'}}],
])('leaves the entry as it is when %s', (_, fields) => {
  expect(listEntry(report(fields))).toEqual(formatEntry(report({})))
})

test('forgets that an address is dead once the reference has another', () => {
  const reference = report({archive, deadLink: {url: 'https://example.org/old'}})
  expect(listEntry(reference)).toEqual(listEntry(report({archive})))
})

test('takes the DOI’s resolver for where a work with a DOI is', () => {
  const fields = {archive, doi: '10.5555/12345678'}
  expect(listEntry(report(fields)).html).toContain('<a href="https://doi.org/10.5555/12345678" data-versionurl=')
  expect(hrefs(listEntry(report({...fields, deadLink: {url: 'https://doi.org/10.5555/12345678'}})).html)).toEqual([
    COPY,
    COPY,
  ])
  expect(listEntry(report({...fields, deadLink: {url: URL_OF_WORK}}))).toEqual(listEntry(report(fields)))
})

test('says of an address in an archive what it is a copy of', () => {
  expect(listEntry(report({url: COPY})).html).toContain(
    `<a href="${COPY}" data-originalurl="https://example.org/report" data-versiondate="2026-01-10">`,
  )
})

test('offers the copy of a work without an address, and of a line kept as it was pasted', () => {
  expect(listEntry(report({url: null, archive})).html).toBe(
    `WHO. (n.d.). <i>Salt</i>. <span class="archived">(${NOTE})</span>`,
  )
  const pasted = {
    _id: 'a',
    verbatim: 'WHO, Salt, https://example.org/report',
    url: 'https://example.org/report',
    archive,
  }
  expect(hrefs(listEntry({...pasted, deadLink: {url: 'https://example.org/report'}}).html)).toEqual([COPY])
})

test.each([
  'https://web.archive.org/web/20260110120000/https://example.org/"onmouseover="alert(1)',
  'https://example.org/<script>alert(1)</script>',
  "https://example.org/'$&$1",
])('is inert: %s', (url) => {
  for (const deadLink of [null, {url: URL_OF_WORK}]) {
    const {html} = listEntry(report({archive: {url, capturedAt: '"><script>', service: '<b>'}, deadLink}))
    expect(
      html.replace(/<a href="https:[^"<>]*"(?: data-(?:versionurl|originalurl|versiondate)="[^"<>]*")*>/g, ''),
    ).not.toMatch(/<(?!\/?i>|\/a>|\/?span(?: class="archived")?>)|onmouseover="|\$&amp;amp/)
  }
})

test.each(PAYLOADS.map((payload) => ({name: payload.slice(0, 50), payload})))(
  'adds nothing that acts to hostile fields: $name',
  ({payload}) => {
    const logged = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    const archive = {url: `https://archive.example/${payload}`, capturedAt: payload, service: payload}
    for (const type of ['book', 'webpage', 'article-journal']) {
      const reference = {...filled(type, payload), doi: null, url: URL_OF_WORK, archive}
      for (const deadLink of [null, {url: URL_OF_WORK}])
        expect(listEntry({...reference, deadLink}).html.replace(OWN_TAG, '')).not.toContain('<')
    }
    logged.mockRestore()
  },
)

const OWN_TAG =
  /<(?:\/?(?:i|b|sup|sub|span)|\/a|span class="archived"|a href="https?:\/\/[^"<>]*"(?: data-(?:versionurl|originalurl|versiondate)="[^"<>]*")*)>/g

function report(fields: Partial<ListedReference>): ListedReference {
  const author = [{_type: 'organisation', literal: 'WHO'}]
  return {_id: 'report', type: 'report', author, title: 'Salt', url: URL_OF_WORK, ...fields}
}

function hrefs(html: string): string[] {
  return [...html.matchAll(/<a href="([^"]*)"/g)].map(([, href = '']) => href)
}
