import {beforeEach, expect, test, vi} from 'vitest'

import {STUDIO_PASS_HEADER} from '@/lib/preview/studioPassNames'
import {issueStudioPass} from '@/sanity/studioServer/studioPass'

import {POST} from './route'

const secret = 'a secret of the previews'

beforeEach(() => {
  vi.stubEnv('PREVIEW_SECRET', secret)
  vi.stubEnv('SANITY_API_READ_TOKEN', 'a token that reads drafts')
  vi.stubEnv('LAKE_URL', 'http://127.0.0.1:9')
  return () => vi.unstubAllEnvs()
})

test('is for editors', async () => {
  expect((await POST(request({url: 'https://example.org/'}, ''))).status).toBe(401)
})

test.each([
  {},
  {doi: 'not a doi'},
  {doi: 12},
  {url: 'example.org'},
  {url: 'javascript:alert(1)'},
  {url: 'file:///etc/passwd'},
  {url: 'https://ada:secret@example.org/'},
  {url: `https://example.org/${'x'.repeat(2_000)}`},
])('refuses %j', async (body) => {
  const answer = await POST(request(body))

  expect(answer.status).toBe(400)
  expect(await answer.json()).toEqual({message: 'This is neither a DOI nor a complete address.'})
})

test.each(['http://127.0.0.1/', 'http://169.254.169.254/latest/meta-data/', 'http://[::1]/', 'https://2130706433/'])(
  'does not ask %s, and keeps the address',
  async (url) => {
    const answer = await POST(request({url}))

    expect(answer.status).toBe(200)
    expect(await answer.json()).toMatchObject({
      reference: {type: 'webpage', url, accessed: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/)},
      problems: [expect.stringContaining('it is not on the public internet')],
    })
  },
)

function request(body: unknown, pass = issueStudioPass({secret, now: Date.now()}).pass): Request {
  return new Request('http://site.test/api/studio/look-up', {
    method: 'POST',
    headers: {[STUDIO_PASS_HEADER]: pass},
    body: JSON.stringify(body),
  })
}
