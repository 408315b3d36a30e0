import path from 'node:path'

import {encodeSignatureHeader} from '@sanity/webhook'

import {type Child, startNode} from '@/scripts/operator/child'

import {readEnvironment} from './environment'
import {type RecordedRequest, type Recorder, startRecorder} from './hosted/recorder'
import {readTemplates} from './templates'
import {expect, test} from './test'

const PROJECT_ID = 'abc12345'
const PORT = 4310
const SECRET = 'a-webhook-secret-for-the-hosted-test'
const origin = `http://localhost:${PORT}`

/** What the hosted query API takes. @see https://www.sanity.io/docs/http-reference/query */
const QUERY_PATH = /^\/v\d{4}-\d{2}-\d{2}\/data\/query\/production$/
const QUERY_PARAMETERS = ['query', 'perspective', 'returnQuery', 'resultSourceMap', 'tag', 'lastLiveEventId']

let recorder: Recorder
let site: Child | undefined

test.beforeAll(async () => {
  test.setTimeout(900_000)
  recorder = await startRecorder(readEnvironment().OCTAVO_LAKE_URL)
  site = await startHostedSite(recorder.port)
})

test.afterAll(async () => {
  await site?.stop()
  await recorder.close()
})

test('the site asks a hosted project only for what a hosted Content Lake understands', async ({request, content}) => {
  for (const [template, address] of await readTemplates(content)) {
    const answer = await request.get(`${origin}${address}`)
    expect(answer.status(), template).toBe(template === 'not found' ? 404 : 200)
    expect(await answer.text(), template).not.toContain('/lake/')
  }
  await revalidateSettings()
  expect((await request.get(`${origin}/`)).status()).toBe(200)

  expect(recorder.requests.length).toBeGreaterThan(5)
  expect(recorder.requests.filter((asked) => !isHostedQuery(asked)).map(({url}) => url.href)).toEqual([])
})

test('its pictures come from the hosted image pipeline', async ({request}) => {
  const home = await (await request.get(`${origin}/`)).text()

  expect(home).toContain(`https://cdn.sanity.io/images/${PROJECT_ID}/production/`)
})

test('its Studio signs in at the hosted project', async ({page}) => {
  const asked: string[] = []
  await page.route(
    (url) => url.origin !== origin,
    (route) => {
      asked.push(route.request().url())
      return route.abort()
    },
  )
  const own: string[] = []
  page.on('request', (request) => own.push(request.url()))

  await page.goto(`${origin}/studio`)

  await expect.poll(() => asked.filter((url) => url.startsWith(`https://${PROJECT_ID}.api.sanity.io/`))).not.toEqual([])
  expect(own.filter((url) => url.startsWith(`${origin}/lake`))).toEqual([])
})

function isHostedQuery({method, url}: RecordedRequest): boolean {
  const parameters = [...url.searchParams.keys()]
  return (
    ['GET', 'POST'].includes(method) &&
    [`${PROJECT_ID}.api.sanity.io`, `${PROJECT_ID}.apicdn.sanity.io`].includes(url.host) &&
    QUERY_PATH.test(url.pathname) &&
    parameters.every((name) => name.startsWith('$') || QUERY_PARAMETERS.includes(name))
  )
}

async function revalidateSettings(): Promise<void> {
  const body = JSON.stringify({_id: 'settings', _type: 'settings', operation: 'update', before: null, after: null})
  const signature = await encodeSignatureHeader(body, Date.now(), SECRET)
  const answer = await fetch(`${origin}/api/revalidate`, {
    method: 'POST',
    headers: {'content-type': 'application/json', 'sanity-webhook-signature': signature},
    body,
  })
  expect(answer.status).toBe(200)
}

/** `npm start` with a hosted project's variables, built for it; Sanity's hosts are answered by the recorder. */
function startHostedSite(recorderPort: number): Promise<Child> {
  return new Promise((resolve, reject) => {
    const child = startNode(path.resolve(import.meta.dirname, '..', 'scripts', 'start.ts'), {
      env: {
        NEXT_PUBLIC_SANITY_PROJECT_ID: PROJECT_ID,
        NEXT_PUBLIC_SANITY_DATASET: 'production',
        SANITY_API_READ_TOKEN: 'a-viewer-token-of-the-hosted-project',
        SANITY_WEBHOOK_SECRET: SECRET,
        PREVIEW_SECRET: 'a-preview-secret-for-the-hosted-test',
        PORT: String(PORT),
        SITE_URL: origin,
        OCTAVO_DIST_DIR: '.next-hosted',
        OCTAVO_RECORDER_PORT: String(recorderPort),
        NODE_OPTIONS: `--require ${path.resolve(import.meta.dirname, 'hosted', 'divert.cjs')}`,
      },
      onLine: (line) => {
        console.log(line)
        if (line.includes('Ctrl-C stops everything')) resolve(child)
      },
    })
    void child.ended.then((why) => reject(new Error(`The hosted site ended (${why})`)))
  })
}
