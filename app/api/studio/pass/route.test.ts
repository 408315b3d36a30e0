import {once} from 'node:events'

import {createAdaptorServer} from '@hono/node-server'
import {createPreviewSecret} from '@sanity/preview-url-secret/create-secret'
import {afterEach, expect, onTestFinished, test, vi} from 'vitest'

import {STUDIO_PASS_HEADER, STUDIO_SECRET_SOURCE} from '@/lib/preview/studioPassNames'
import {refusalWithoutPass} from '@/sanity/studioServer/studioPass'
import {clientOf, testLake} from '@/test-support/lakeClient'

import {POST} from './route'

afterEach(() => vi.unstubAllEnvs())

test('gives a pass for a secret that an editor has put into the content store', async () => {
  const {editor} = await runningLake()
  const {secret} = await createPreviewSecret(editor, STUDIO_SECRET_SOURCE, '/studio')

  const answer = await POST(request({secret}))

  expect(answer.status).toBe(200)
  expect(answer.headers.get('cache-control')).toBe('no-store')
  const {pass}: {pass: string} = await answer.json()
  expect(refusalWithoutPass(new Request('http://site.test', {headers: {[STUDIO_PASS_HEADER]: pass}}))).toBeNull()
})

test('gives none for a secret of the Presentation tool, which goes through addresses', async () => {
  const {editor} = await runningLake()
  const {secret} = await createPreviewSecret(editor, '@sanity/presentation', '/studio')

  expect((await POST(request({secret}))).status).toBe(401)
})

test('gives none for a secret that is an hour old, or made up', async () => {
  let now = Date.now()
  const {editor} = await runningLake({now: () => now})
  const {secret} = await createPreviewSecret(editor, STUDIO_SECRET_SOURCE, '/studio')
  now += 61 * 60 * 1000

  expect((await POST(request({secret}))).status).toBe(401)
  expect((await POST(request({secret: 'made up altogether'}))).status).toBe(401)
})

test('gives none to a page of another origin', async () => {
  const {editor} = await runningLake()
  const {secret} = await createPreviewSecret(editor, STUDIO_SECRET_SOURCE, '/studio')

  expect((await POST(request({secret}, {'sec-fetch-site': 'cross-site'}))).status).toBe(403)
})

test('says what is missing before anything else', async () => {
  vi.stubEnv('PREVIEW_SECRET', '')

  expect((await POST(request({secret: 'made up altogether'}))).status).toBe(503)
})

async function runningLake(options: {now?: () => number} = {}) {
  const lake = testLake({production: []}, options)
  const server = createAdaptorServer({fetch: lake.fetch}).listen(0, '127.0.0.1')
  onTestFinished(() => void server.close())
  await once(server, 'listening')
  const address = server.address()
  vi.stubEnv('LAKE_URL', `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`)
  vi.stubEnv('PREVIEW_SECRET', 'a secret of the previews')
  // In a lake of tests a token is the name of its role.
  vi.stubEnv('SANITY_API_READ_TOKEN', 'administrator'.padEnd(16))
  return {editor: clientOf(lake, {token: 'editor'})}
}

function request(body: unknown, headers: Record<string, string> = {}): Request {
  return new Request('http://site.test/api/studio/pass', {method: 'POST', body: JSON.stringify(body), headers})
}
