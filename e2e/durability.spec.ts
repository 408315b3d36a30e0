import {readFileSync} from 'node:fs'
import path from 'node:path'

import {z} from 'zod'

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
  const writeUntilRefused = async (): Promise<void> => {
    await content.patch(id).inc({count: 1}).commit()
    acknowledged++
    return writeUntilRefused()
  }
  const writing = writeUntilRefused().catch(() => 'refused')
  await expect.poll(() => acknowledged).toBeGreaterThan(50)
  process.kill(lakePid(), 'SIGKILL')
  await expect(writing).resolves.toBe('refused')

  for (const [template, address] of pages) {
    expect.soft((await request.get(address)).status(), template).toBe(200)
  }
  await expect
    .poll(() =>
      request.get(`${OCTAVO_LAKE_URL}/health`).then(
        (answer) => answer.ok(),
        () => false,
      ),
    )
    .toBe(true)
  const kept = await content.getDocument(id)
  expect(kept?.count).toBeGreaterThanOrEqual(acknowledged)
  expect(kept?.count).toBeLessThanOrEqual(acknowledged + 1)
  await content.delete(id)
})

/** The lake says its process id each time it starts. */
function lakePid(): number {
  const starts = readFileSync(path.join(OCTAVO_DATA, 'lake.log'), 'utf8')
    .split('\n')
    .filter((line) => line.includes('"event":"listening"'))
  return z.object({pid: z.number()}).parse(JSON.parse(starts.at(-1) ?? '')).pid
}
