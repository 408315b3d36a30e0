import {expect, onTestFinished, test, vi} from 'vitest'

import {checkEnv, serverEnv, webhookSecret} from './serverEnv'

const complete = {
  NODE_ENV: 'production',
  SITE_URL: 'https://octavo.example/',
  SANITY_API_READ_TOKEN: 'a token that reads drafts',
  SANITY_WEBHOOK_SECRET: 'a secret of the webhook',
  PREVIEW_SECRET: 'a secret of the previews',
}

test('accepts a complete environment', () => {
  expect(() => checkEnv(complete)).not.toThrow()
})

test.each([
  [
    'without a webhook secret',
    {SANITY_WEBHOOK_SECRET: ''},
    /SANITY_WEBHOOK_SECRET: is missing; expected .*content store sends/,
  ],
  ['with a short webhook secret', {SANITY_WEBHOOK_SECRET: 'short'}, /SANITY_WEBHOOK_SECRET: is too short/],
  ['with an address that is none', {SITE_URL: 'octavo.example'}, /SITE_URL: expected an address such as/],
  ['with an address of another kind', {SITE_URL: 'file:///etc'}, /SITE_URL: expected an address such as/],
  ['with a short preview secret', {PREVIEW_SECRET: 'short'}, /PREVIEW_SECRET: is too short/],
])('refuses to serve %s, and says where to set it', (_, changed, message) => {
  expect(() => checkEnv({...complete, ...changed})).toThrow(message)
  expect(() => checkEnv({...complete, ...changed})).toThrow(/\.env\.local/)
})

test('names everything that is wrong at once', () => {
  expect(() => checkEnv({NODE_ENV: 'production', SITE_URL: 'x'})).toThrow(/SITE_URL[^]*SANITY_WEBHOOK_SECRET/)
})

test('needs no secret while developing', () => {
  expect(() => checkEnv({NODE_ENV: 'development'})).not.toThrow()
})

test('serves the embedded store when no project is named', () => {
  vi.stubEnv('SITE_URL', 'https://octavo.example/')
  onTestFinished(() => void vi.unstubAllEnvs())

  expect(serverEnv()).toMatchObject({
    projectId: 'octavo',
    dataset: 'production',
    isEmbedded: true,
    siteUrl: 'https://octavo.example',
    lakeUrl: 'http://127.0.0.1:3334',
  })
})

test('serves a hosted project when one is named', () => {
  vi.stubEnv('NEXT_PUBLIC_SANITY_PROJECT_ID', 'a1b2c3d4')
  onTestFinished(() => void vi.unstubAllEnvs())

  expect(serverEnv()).toMatchObject({projectId: 'a1b2c3d4', isEmbedded: false})
})

test('never takes a webhook for signed without a secret', () => {
  expect(() => webhookSecret()).toThrow('SANITY_WEBHOOK_SECRET')
})
