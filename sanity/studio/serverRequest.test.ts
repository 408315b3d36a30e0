import {expect, onTestFinished, test, vi} from 'vitest'

import {STUDIO_PASS_HEADER} from '@/lib/preview/studioPassNames'
import {isStudioSecret} from '@/sanity/studioServer/studioSecret'
import {clientOf, testLake} from '@/test-support/lakeClient'

import {createServerRequest} from './serverRequest'

const HOUR_MS = 60 * 60 * 1000

test('proves itself once, and shows the pass from then on', async () => {
  const site = createSite()

  await expect(site.request('/api/studio/format', {references: []})).resolves.toEqual({pass: 'pass-1'})
  await expect(site.request('/api/studio/look-up', {doi: '10.5555/1'})).resolves.toEqual({pass: 'pass-1'})
  expect(site.asked).toEqual(['/api/studio/pass', '/api/studio/format', '/api/studio/look-up'])
})

test('asks for one pass when several requests start at once', async () => {
  const site = createSite()

  const answers = await Promise.all([site.request('/a', {}), site.request('/b', {}), site.request('/c', {})])

  expect(answers).toEqual([{pass: 'pass-1'}, {pass: 'pass-1'}, {pass: 'pass-1'}])
})

test('leaves no secret behind in the content store', async () => {
  const site = createSite()

  await site.request('/a', {})

  await expect(site.editor.fetch('count(*[_type == "sanity.previewUrlSecret"])')).resolves.toBe(0)
})

test('renews the pass shortly before it expires', async () => {
  const site = createSite()
  await site.request('/a', {})

  site.wait(HOUR_MS - 30_000)

  await expect(site.request('/a', {})).resolves.toEqual({pass: 'pass-2'})
})

test('renews a pass that is refused, once', async () => {
  const site = createSite({refuses: (pass) => pass === 'pass-1'})
  await expect(site.request('/a', {})).resolves.toEqual({pass: 'pass-2'})

  const stubborn = createSite({refuses: () => true})
  await expect(stubborn.request('/a', {})).rejects.toThrow('No pass.')
  expect(stubborn.asked).toEqual(['/api/studio/pass', '/a', '/api/studio/pass', '/a'])
})

test('tells somebody who may only read that she may not write', async () => {
  const logged = vi.spyOn(console, 'error').mockReturnValue()
  onTestFinished(() => logged.mockRestore())

  await expect(createSite({token: 'viewer'}).request('/a', {})).rejects.toThrow(/Your account may only read/)
})

test('serves contributors, who write drafts', async () => {
  await expect(createSite({token: 'contributor'}).request('/a', {})).resolves.toEqual({pass: 'pass-1'})
})

test('says in a sentence that the site does not answer, and asks anew next time', async () => {
  const site = createSite()
  site.breakDown(true)
  await expect(site.request('/a', {})).rejects.toThrow('The site did not answer. Check the connection and try again.')

  site.breakDown(false)
  await expect(site.request('/a', {})).resolves.toEqual({pass: 'pass-1'})
})

test('passes on the abort of its caller as it is', async () => {
  const site = createSite()
  await site.request('/a', {})

  await expect(site.request('/a', {}, AbortSignal.abort())).rejects.toThrow(/aborted/)
})

function createSite({
  token = 'editor',
  refuses = () => false,
}: {token?: 'viewer' | 'contributor' | 'editor'; refuses?: (pass: string) => boolean} = {}) {
  const lake = testLake({production: []})
  const reader = clientOf(lake, {token: 'viewer'})
  const asked: string[] = []
  let [issued, now, isDown] = [0, 0, false]

  const fetch: typeof globalThis.fetch = async (input, init) => {
    init?.signal?.throwIfAborted()
    if (isDown) throw new TypeError('fetch failed')
    asked.push(String(input))
    if (input === '/api/studio/pass') return pass(JSON.parse(String(init?.body)))
    const shown = new Headers(init?.headers).get(STUDIO_PASS_HEADER) ?? ''
    return refuses(shown) ? Response.json({message: 'No pass.'}, {status: 401}) : Response.json({pass: shown})
  }

  async function pass({secret}: {secret: string}): Promise<Response> {
    if (!(await isStudioSecret(reader, secret))) return Response.json({message: 'Not proven.'}, {status: 401})
    issued += 1
    return Response.json({pass: `pass-${issued}`, expiresAt: now + HOUR_MS})
  }

  const serverRequest = createServerRequest({fetch, now: () => now})
  const client = clientOf(lake, {token})
  return {
    asked,
    editor: clientOf(lake, {token: 'editor', perspective: 'raw'}),
    request: (path: string, body: unknown, signal?: AbortSignal) => serverRequest(client, path, body, signal),
    wait: (ms: number) => {
      now += ms
    },
    breakDown: (down: boolean) => {
      isDown = down
    },
  }
}
