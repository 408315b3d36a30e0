import {readFileSync} from 'node:fs'

import {parse} from 'groq-js'
import {expect, test} from 'vitest'

import {WEBHOOK_FILTER, WEBHOOK_PROJECTION, webhookPayload} from './payload'

test('has a filter that is GROQ', () => {
  expect(() => parse(`*[${WEBHOOK_FILTER}]`)).not.toThrow()
})

test.each([
  [
    {
      _id: 'settings',
      _type: 'settings',
      operation: 'update',
      before: {slug: null, publishedAt: null, refs: []},
      after: {},
    },
  ],
  [{_id: 'tides', _type: 'article', operation: 'delete', before: {slug: 'on-tides', refs: ['ada']}}],
])('accepts %j', (payload) => {
  expect(webhookPayload.safeParse(payload).success).toBe(true)
})

test('reads past what an import left malformed, so that its pages are still rendered anew', () => {
  const payload = {
    _id: 'tides',
    _type: 'article',
    operation: 'update',
    before: {slug: 'on-tides', publishedAt: 1767225600, refs: ['ada', 5, null, {}]},
    after: {slug: ['on-tides'], publishedAt: {}, refs: 'ada'},
  }
  expect(webhookPayload.parse(payload)).toMatchObject({
    before: {slug: 'on-tides', publishedAt: null, refs: ['ada']},
    after: {slug: null, publishedAt: null, refs: null},
  })
})

test.each([
  [null],
  [{}],
  [{_id: 'tides', _type: 'article', operation: 'move'}],
  [{_id: '', _type: 'article', operation: 'update'}],
])('refuses %j', (payload) => {
  expect(webhookPayload.safeParse(payload).success).toBe(false)
})

test.each([
  ['filter', WEBHOOK_FILTER],
  ['projection', WEBHOOK_PROJECTION],
])('has the %s that the README tells operators of hosted projects to set', (_, groq) => {
  expect(squeezed(readFileSync('README.md', 'utf8'))).toContain(squeezed(groq))
})

function squeezed(text: string): string {
  return text.replace(/\s+/g, '')
}
