import {serve, type ServerType} from '@hono/node-server'
import {afterAll, beforeAll, beforeEach, expect, onTestFinished, test, vi} from 'vitest'

import {STUDIO_PASS_HEADER} from '@/lib/preview/studioPassNames'
import {issueStudioPass} from '@/sanity/studioServer/studioPass'
import {testLake} from '@/test-support/lakeClient'

import {POST} from './route'

const secret = 'a secret of the previews'
let server: ServerType
let port = 0

beforeAll(async () => {
  const lake = testLake({
    production: [
      {_id: 'settings', _type: 'settings', citationStyle: 'vancouver', language: 'en'},
      {_id: 'drafts.settings', _type: 'settings', citationStyle: 'harvard', language: 'de'},
    ],
  })
  await new Promise<void>((resolve) => {
    server = serve({fetch: lake.fetch, port: 0, hostname: '127.0.0.1'}, (address) => {
      port = address.port
      resolve()
    })
  })
})

afterAll(() => {
  server.close()
})

beforeEach(() => {
  vi.stubEnv('PREVIEW_SECRET', secret)
  vi.stubEnv('SANITY_API_READ_TOKEN', 'a token that reads drafts')
  vi.stubEnv('LAKE_URL', `http://127.0.0.1:${port}`)
  return () => vi.unstubAllEnvs()
})

const polanyi = {
  _id: 'drafts.polanyi',
  type: 'book',
  title: 'The <b onclick="x">great</b> transformation',
  author: [{_type: 'person', family: 'Polanyi', given: 'Karl'}, null, 'nobody'],
  issued: {status: 'dated', year: 1944, month: 'March'},
}

test('sets references in the published style of the publication', async () => {
  const answer = await POST(request({references: [polanyi, {verbatim: 'As it was pasted.'}]}))

  expect(answer.status).toBe(200)
  expect(await answer.json()).toEqual({
    entries: [
      {html: expect.stringMatching(/^Polanyi K\. .*1944\.$/), text: expect.stringContaining('onclick="x"')},
      {html: 'As it was pasted.', text: 'As it was pasted.'},
    ],
  })
})

test('sets them with their archived copies as lists have them, where that is asked for', async () => {
  const archive = {url: 'https://web.archive.org/web/20260110120000/https://example.org/a'}
  const textOf = async (more: object) => {
    const answer = await POST(request({references: [{...polanyi, archive}], ...more}))
    return JSON.stringify(await answer.json())
  }

  expect(await textOf({listed: true})).toMatch(/archived .*2026/)
  expect(await textOf({})).not.toContain('archived')
})

test('is for editors', async () => {
  expect((await POST(request({references: []}, ''))).status).toBe(401)
})

test.each([{}, {references: 'all'}, {references: Array.from({length: 101}, () => ({}))}, {references: [null]}])(
  'refuses what is no list of references, or too long a one',
  async (body) => {
    expect((await POST(request(body))).status).toBe(400)
  },
)

test('says in few words that thousands of references are too many', async () => {
  const answer = await POST(request({references: Array.from({length: 100_000}, () => 0)}))

  expect(answer.status).toBe(400)
  expect((await answer.text()).length).toBeLessThan(2_500)
})

test('lets others on between two references', async () => {
  const turns = vi.spyOn(globalThis, 'setImmediate')
  onTestFinished(() => turns.mockRestore())
  await POST(request({references: Array.from({length: 100}, (_, number) => ({title: `Tides ${number}`}))}))

  expect(turns.mock.calls.length).toBeGreaterThanOrEqual(100)
})

test('refuses more than it has to read', async () => {
  expect((await POST(request({references: [{title: 'x'.repeat(300_000)}]}))).status).toBe(413)
})

test('says so when the content store does not answer', async () => {
  vi.stubEnv('LAKE_URL', 'http://127.0.0.1:9')
  const answer = await POST(request({references: [polanyi]}))

  expect(answer.status).toBe(503)
  expect(await answer.json()).toEqual({message: expect.stringContaining('The content store did not answer.')})
})

function request(body: unknown, pass = issueStudioPass({secret, now: Date.now()}).pass): Request {
  return new Request('http://site.test/api/studio/format', {
    method: 'POST',
    headers: {[STUDIO_PASS_HEADER]: pass},
    body: JSON.stringify(body),
  })
}
