import {beforeEach, expect, test, vi} from 'vitest'
import {z} from 'zod'

import {issuePreviewPass} from '@/lib/preview/previewPass'
import {issuePass} from '@/lib/preview/signedPass'
import {STUDIO_PASS_HEADER} from '@/lib/preview/studioPassNames'

import {readStudioBody} from './studioBody'
import {issueStudioPass, refusalWithoutPass} from './studioPass'

const secret = 'a secret of the previews'

beforeEach(() => {
  vi.stubEnv('SITE_URL', 'https://octavo.example')
  vi.stubEnv('PREVIEW_SECRET', secret)
  vi.stubEnv('SANITY_API_READ_TOKEN', 'a token that reads drafts')
  return () => vi.unstubAllEnvs()
})

test('lets a request with a pass through', () => {
  expect(refusalWithoutPass(request())).toBeNull()
})

test.each([
  ['none', ''],
  ['one that has expired', issueStudioPass({secret, now: Date.now() - 60 * 60 * 1000}).pass],
  ['a forged one', issueStudioPass({secret: 'another secret altogether', now: Date.now()}).pass],
  ['a prolonged one', issueStudioPass({secret, now: Date.now()}).pass.replace(/^\d/, '9')],
  ['one for previews', issuePreviewPass({secret, now: Date.now(), lifetimeMs: 60_000})],
  ['one for something else', issuePass({secret, purpose: 'octavo', now: Date.now(), lifetimeMs: 60_000})],
])('refuses a request with %s', (_, pass) => {
  expect(refusalWithoutPass(request({[STUDIO_PASS_HEADER]: pass}))?.status).toBe(401)
})

test.each([
  [{'sec-fetch-site': 'cross-site'}, 403],
  [{'sec-fetch-site': 'same-site'}, 403],
  [{'sec-fetch-site': 'none'}, 403],
  [{'sec-fetch-site': 'same-origin'}, undefined],
  [{origin: 'https://evil.example'}, 403],
  [{origin: 'null'}, 403],
  [{origin: ''}, 403],
  [{origin: 'https://octavo.example'}, undefined],
  [{origin: 'http://10.0.0.5:3000', host: '10.0.0.5:3000'}, undefined],
])('answers a page that says %j with %j', (headers, status) => {
  expect(refusalWithoutPass(request(headers))?.status).toBe(status)
})

test.each(['PREVIEW_SECRET', 'SANITY_API_READ_TOKEN'])('names what is missing without %s', async (name) => {
  vi.stubEnv(name, '')

  const refusal = refusalWithoutPass(request())

  expect(refusal?.status).toBe(503)
  expect(await refusal?.json()).toEqual({message: 'This needs SANITY_API_READ_TOKEN and PREVIEW_SECRET.'})
})

const schema = z.object({doi: z.string()})

test('reads a body of the shape that is asked for', async () => {
  await expect(readStudioBody(post('{"doi": "10.5555/1"}'), schema)).resolves.toEqual({
    ok: true,
    body: {doi: '10.5555/1'},
  })
})

test.each([
  ['no JSON', '{', 400],
  ['nothing', '', 400],
  ['another shape', '{"doi": 1}', 400],
  ['too much', `"${'x'.repeat(256 * 1024)}"`, 413],
])('refuses %s', async (_, body, status) => {
  const read = await readStudioBody(post(body), schema)

  expect(read.ok ? null : read.refusal.status).toBe(status)
})

function request(headers: Record<string, string> = {}): Request {
  const pass = issueStudioPass({secret, now: Date.now()}).pass
  return new Request('https://octavo.example/api/studio/look-up', {
    method: 'POST',
    headers: {[STUDIO_PASS_HEADER]: pass, ...headers},
  })
}

function post(body: string): Request {
  return new Request('https://octavo.example/api/studio/look-up', {method: 'POST', body})
}
