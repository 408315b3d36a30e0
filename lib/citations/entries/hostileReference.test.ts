import {expect, test, vi} from 'vitest'

import {filled, PAYLOADS} from '@/lib/citations/exports/hostile.fixture'
import {referenceTypes} from '@/lib/citations/referenceTypes'
import {DEFAULT_STYLE} from '@/lib/citations/styles/citationStyles'
import {CHICAGO_STYLE, MLA_STYLE} from '@/lib/citations/styles/exportStyles'

import {formatEntry} from './formatEntry'

test.each(PAYLOADS.map((payload) => ({name: payload.slice(0, 50), payload})))(
  'is inert in every field of every type: $name',
  ({payload}) => {
    const logged = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    const types = payload.length > 1_500 ? referenceTypes.slice(0, 1) : referenceTypes
    for (const {value: type} of types) {
      for (const style of [DEFAULT_STYLE, MLA_STYLE, CHICAGO_STYLE]) {
        const {html, text} = formatEntry(filled(type, payload), {style})
        expect(unsafeMarkup(html)).toEqual([])
        expect(text).not.toBe('')
      }
    }
    logged.mockRestore()
  },
)

test.each(PAYLOADS.map((payload) => ({name: payload.slice(0, 50), payload})))(
  'is inert in the pasted line: $name',
  ({payload}) => {
    expect(unsafeMarkup(formatEntry({_id: 'reference', verbatim: payload}).html)).toEqual([])
  },
)

test('links nothing but http and https', () => {
  const {html} = formatEntry({_id: 'reference', type: 'webpage', title: 'Salt', url: 'javascript:alert(1)'})
  expect(html).toBe('<i>Salt</i>. (n.d.).')
})

test('keeps a quotation mark in an address out of the attribute', () => {
  const url = 'https://example.org/?q="onmouseover="alert(1)'
  expect(formatEntry({_id: 'reference', type: 'webpage', title: 'Salt', url}).html).toBe(
    '<i>Salt</i>. (n.d.). <a href="https://example.org/?q=%22onmouseover=%22alert(1)">' +
      'https://example.org/?q=&quot;onmouseover=&quot;alert(1)</a>',
  )
})

test('escapes what a DOI may hold and an address may not', () => {
  const doi = '10.1002/(SICI)1097<1::AID-X#2>3.0.CO;2-Q'
  expect(formatEntry({_id: 'reference', type: 'book', title: 'Salt', doi}).html).toBe(
    '<i>Salt</i>. (n.d.). <a href="https://doi.org/10.1002/(SICI)1097%3C1::AID-X%232%3E3.0.CO;2-Q">' +
      'https://doi.org/10.1002/(SICI)1097&lt;1::AID-X#2&gt;3.0.CO;2-Q</a>',
  )
})

test('prints every tag but the five of a title as it was typed', () => {
  const title = 'A <em>b</em> <i>c</i> <u>d</u> <span class="nocase">e</span>'
  expect(formatEntry({_id: 'reference', type: 'article-journal', title, containerTitle: 'X'}).text).toBe(
    'A <em>b</em> c <u>d</u> e. (n.d.). X.',
  )
})

test.each(['constructor', '__proto__', 'toString'])('sets an author named %s, and the entries after it', (literal) => {
  const logged = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  const hostile = {_id: 'hostile', type: 'book', title: 'Salt.', author: [{_type: 'organisation', literal}]}
  expect(formatEntry(hostile).text).toBe(`${literal}. (n.d.). Salt.`)
  expect(formatEntry({_id: 'next', type: 'book', title: 'Pepper', url: `https://example.org/${literal}`}).html).toBe(
    `<i>Pepper</i>. (n.d.). <a href="https://example.org/${literal}">https://example.org/${literal}</a>`,
  )
  logged.mockRestore()
})

test('an id cannot begin a line of its own in the log', () => {
  const logged = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  const author = [{_type: 'person', family: 'constructor', given: 'constructor', particles: 'constructor'}]
  formatEntry(
    {_id: 'salt\n2026-11-23 signed in: admin', type: 'book', title: 'Salt of the log', author},
    {style: MLA_STYLE},
  )

  expect(logged.mock.calls.flat().join()).toContain('salt')
  expect(logged.mock.calls.flat().join()).not.toContain('\n')
  logged.mockRestore()
})

/** Every piece of markup that is not one of ours, and every tag left open or closed too often. */
function unsafeMarkup(html: string): string[] {
  const open: string[] = []
  const unsafe: string[] = []
  for (const [tag] of html.matchAll(/<[^>]*>?/g)) {
    const [, slash, name = ''] = /^<(\/?)(i|b|sup|sub|a)(?: href="https?:\/\/[^"<>]*")?>$/.exec(tag) ?? []
    if (name === '') unsafe.push(tag)
    else if (slash === '') open.push(name)
    else if (open.pop() !== name) unsafe.push(tag)
  }
  return [...unsafe, ...open]
}
