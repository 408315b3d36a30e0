import {mkdtemp, readdir, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import path from 'node:path'

import {expect, onTestFinished, test, vi} from 'vitest'

import {createLastGood} from './lastGood'

test('keeps what was saved last, for the next process too', async () => {
  const folder = await temporaryFolder()
  await createLastGood(folder).save('article on-tides', {title: 'On tide'})
  await createLastGood(folder).save('article on-tides', {title: 'On tides'})

  await expect(createLastGood(folder).load('article on-tides')).resolves.toEqual({title: 'On tides'})
})

test('knows nothing of a key that was never saved', async () => {
  await expect(createLastGood(await temporaryFolder()).load('article on-tides')).resolves.toBeUndefined()
})

test('forgets content that is confirmed to be gone', async () => {
  const lastGood = createLastGood(await temporaryFolder())
  await lastGood.save('article on-tides', {title: 'On tides'})
  await lastGood.save('article on-tides', null)

  await expect(lastGood.load('article on-tides')).resolves.toBeUndefined()
})

test('counts a damaged file as nothing', async () => {
  const folder = await temporaryFolder()
  const lastGood = createLastGood(folder)
  await lastGood.save('article on-tides', {title: 'On tides'})
  const [file = ''] = await readdir(folder)
  await writeFile(path.join(folder, file), 'not gzip')
  const logged = vi.spyOn(console, 'error').mockImplementation(() => {})
  onTestFinished(() => logged.mockRestore())

  await expect(lastGood.load('article on-tides')).resolves.toBeUndefined()
  expect(logged).toHaveBeenCalledOnce()
})

test('reaches no file outside its folder', async () => {
  const folder = await temporaryFolder()
  const lastGood = createLastGood(path.join(folder, 'inner'))
  await lastGood.save('../../escape', {title: 'x'})

  await expect(lastGood.load('../../escape')).resolves.toEqual({title: 'x'})
})

async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'octavo-last-good-'))
  onTestFinished(() => rm(folder, {recursive: true}))
  return folder
}
