import {readFileSync} from 'node:fs'
import path from 'node:path'

import {readEnvironment} from './environment'
import {readTemplates} from './templates'
import {sampleAuthor, uniqueId} from './sampleArticle'
import {expect, test} from './test'

const {OCTAVO_DATA, OCTAVO_LAKE_URL} = readEnvironment()

test('a lake killed in the middle of writing keeps every acknowledged edit, and readers do not notice', async ({
  request,
  content,
}) => {
  const pages = (await readTemplates(content)).filter(([template]) => template !== 'not found')
  for (const [, address] of pages) expect((await request.get(address)).status()).toBe(200)
  const id = uniqueId('kept')
  await content.create({...sampleAuthor(id, 'Ada Tidewater'), count: 0})

  let acknowledged = 0
  let failed = false
  const writing = (async () => {
    while (!failed) {
      await content
        .patch(id)
        .inc({count: 1})
        .commit({visibility: 'sync'})
        .then(() => acknowledged++)
        .catch(() => (failed = true))
    }
  })()
  await expect.poll(() => acknowledged).toBeGreaterThan(50)
  process.kill(lakePid(), 'SIGKILL')
  await writing

  for (const [template, address] of pages) {
    expect.soft((await request.get(address)).status(), template).toBe(200)
  }
  await expect.poll(() => request.get(`${OCTAVO_LAKE_URL}/health`).then((answer) => answer.ok(), () => false)).toBe(true)
  const kept = await content.getDocument(id)
  expect(kept?.count).toBeGreaterThanOrEqual(acknowledged)
  expect(kept?.count).toBeLessThanOrEqual(acknowledged + 1)
  await content.delete(id)
})

function lakePid(): number {
  return Number(readFileSync(path.join(OCTAVO_DATA, 'lake.pid'), 'utf8'))
}
