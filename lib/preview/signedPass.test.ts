import {expect, test} from 'vitest'

import {isPreviewPass, issuePreviewPass} from './previewPass'
import {isPass, issuePass} from './signedPass'

const secret = 'correct horse battery'
const now = 1_767_225_600_000
const signing = {secret, now, purpose: 'octavo-studio'}
const pass = issuePass({...signing, lifetimeMs: 60_000})

test('is good until it expires', () => {
  expect(isPass(pass, {...signing, now: now + 59_999})).toBe(true)
  expect(isPass(pass, {...signing, now: now + 60_000})).toBe(false)
})

test.each([
  ['with another secret', issuePass({...signing, secret: 'another', lifetimeMs: 60_000})],
  ['for previews', issuePreviewPass({secret, now, lifetimeMs: 60_000})],
  ['for a purpose that ends alike', issuePass({...signing, purpose: 'not-octavo-studio', lifetimeMs: 60_000})],
  ['for longer than it was', pass.replace(/^\d/, '2')],
  ['and cut off', pass.slice(0, -1)],
  ['by nobody', ''],
  ['by nobody at all', undefined],
])('refuses a pass issued %s', (_, forged) => {
  expect(isPass(forged, signing)).toBe(false)
})

test('lets nobody read drafts', () => {
  expect(isPreviewPass(pass, {secret, now})).toBe(false)
})

test('refuses every pass while there is no secret', () => {
  expect(isPass(issuePass({...signing, secret: '', lifetimeMs: 60_000}), {...signing, secret: ''})).toBe(false)
})
