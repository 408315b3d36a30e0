import {expect, test} from 'vitest'

import {isPreviewPass, issuePreviewPass} from './previewPass'

const secret = 'correct horse battery'
const now = 1_767_225_600_000
const pass = issuePreviewPass({secret, now, lifetimeMs: 60_000})

test('lets its bearer in until it expires', () => {
  expect(isPreviewPass(pass, {secret, now: now + 59_999})).toBe(true)
  expect(isPreviewPass(pass, {secret, now: now + 60_000})).toBe(false)
})

test.each([
  ['another secret’s', issuePreviewPass({secret: 'another', now, lifetimeMs: 60_000})],
  ['a prolonged', pass.replace(/^\d/, '2')],
  ['a shortened', pass.slice(0, -1)],
  ['an empty', ''],
  ['an absent', undefined],
])('refuses %s pass', (_, forged) => {
  expect(isPreviewPass(forged, {secret, now})).toBe(false)
})

test('refuses every pass while there is no secret', () => {
  expect(isPreviewPass(issuePreviewPass({secret: '', now, lifetimeMs: 60_000}), {secret: '', now})).toBe(false)
})
