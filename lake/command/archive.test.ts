import {execFileSync} from 'node:child_process'
import {createHash} from 'node:crypto'
import {mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, expect, test} from 'vitest'

import {freePort} from '../crash/lakeProcess.fixture.ts'
import {createRandom} from '../crash/random.fixture.ts'
import {runLake} from '../running.ts'
import {readSettings} from '../settings.ts'
import {clientOf} from './clientOf.ts'
import {exportArchive} from './export.ts'
import {fillDataset} from './generatedDataset.fixture.ts'
import {importArchive} from './import.ts'
import type {ReachedLake} from './reach.ts'

const SEED = Number(process.env.ARCHIVE_SEED ?? Date.now() % 2 ** 31)
const projectId = 'octavo'
// Where the site would be, which is not running.
const publicUrl = 'http://127.0.0.1:9/lake'
const folder = mkdtempSync(join(tmpdir(), 'lake-archive-'))
const lake: ReachedLake = {url: '', token: 'a-token-that-writes-and-is-long'}
let stop = async () => {}

beforeAll(async () => {
  const port = await freePort()
  const settings = readSettings({
    LAKE_DATA: join(folder, 'data'),
    LAKE_PORT: String(port),
    LAKE_PUBLIC_URL: publicUrl,
    LAKE_WRITE_TOKEN: lake.token,
  })
  stop = await runLake(settings, () => undefined)
  lake.url = `http://127.0.0.1:${port}`
})
afterAll(async () => {
  await stop()
  rmSync(folder, {recursive: true})
})

test.each(Array.from({length: 20}, (_, index) => [index]))(
  'exports what it imported: generated dataset %i',
  async (index) => {
    const random = createRandom(SEED + index)
    const [from, to] = [`from-${index}`, `to-${index}`]
    await createDatasets(from, to)
    await fillDataset(clientOf({...lake, projectId, dataset: from}), random)

    const [first, second] = [join(folder, `${from}.tar.gz`), join(folder, `${to}.tar.gz`)]
    const exported = await exportArchive(first, {lake, projectId, dataset: from})
    await importArchive(first, {lake, projectId, publicUrl, dataset: to, existing: 'refuse'})
    await exportArchive(second, {lake, projectId, dataset: to})

    expect(contents(second), `ARCHIVE_SEED=${SEED}`).toEqual(contents(first))
    expect(exported.missing).toEqual([])
    expect(contents(first).documents).toHaveLength(exported.documents)
    expect(contents(first).files).toHaveLength(exported.assets)
  },
)

test('exports images as they were uploaded', async () => {
  await createDatasets('images')
  const client = clientOf({...lake, projectId, dataset: 'images'})
  await fillDataset(client, createRandom(2))
  const assets: {sha1hash: string}[] = await client.fetch('*[_type in ["sanity.imageAsset", "sanity.fileAsset"]]')
  const file = join(folder, 'images.tar.gz')

  await exportArchive(file, {lake, projectId, dataset: 'images'})

  expect(assets.length).toBeGreaterThan(1)
  expect(
    contents(file)
      .files.map(([, sha1]) => sha1)
      .sort(),
  ).toEqual(assets.map(({sha1hash}) => sha1hash).sort())
})

test('says which assets are gone from the disk', async () => {
  await createDatasets('gone')
  const client = clientOf({...lake, projectId, dataset: 'gone'})
  const {path} = await client.assets.upload('file', Buffer.from('gone'), {filename: 'a.txt'})
  const name = path.split('/').at(-1) ?? ''
  rmSync(join(folder, 'data', 'assets', 'gone', 'files', name))

  const {missing} = await exportArchive(join(folder, 'gone.tar.gz'), {lake, projectId, dataset: 'gone'})

  expect(missing).toEqual([name])
})

test('leaves out what it is told to, and leaves alone, replaces or refuses what is there', async () => {
  await createDatasets('source', 'target')
  const source = clientOf({...lake, projectId, dataset: 'source'})
  const target = clientOf({...lake, projectId, dataset: 'target'})
  await source.create({_id: 'tides', _type: 'article', title: 'On tides'})
  await source.create({_id: 'drafts.tides', _type: 'article', title: 'Draft'})
  await source.create({_id: 'note', _type: 'note'})
  const file = join(folder, 'some.tar.gz')
  await exportArchive(file, {lake, projectId, dataset: 'source', types: ['article'], drafts: false})
  const take = (existing: 'refuse' | 'replace' | 'keep') =>
    importArchive(file, {lake, projectId, publicUrl, dataset: 'target', existing})

  await take('refuse')
  expect(await target.fetch('*{_id, title}', {}, {perspective: 'raw'})).toEqual([{_id: 'tides', title: 'On tides'}])
  await target.patch('tides').set({title: 'Changed'}).commit()
  await expect(take('refuse')).rejects.toThrow('already exists')
  await take('keep')
  expect(await target.fetch('*[0].title')).toBe('Changed')
  await take('replace')
  expect(await target.fetch('*[0].title')).toBe('On tides')
})

async function createDatasets(...names: string[]): Promise<void> {
  for (const name of names) await clientOf({...lake, projectId, dataset: name}).datasets.create(name)
}

/** What an archive holds, without what an import is free to change. `@sanity/import` gives assets a new `_createdAt`. */
function contents(archive: string) {
  const unpacked = mkdtempSync(join(folder, 'unpacked-'))
  execFileSync('tar', ['-xzf', archive, '-C', unpacked, '--strip-components=1'])
  const lines = readFileSync(join(unpacked, 'data.ndjson'), 'utf8').split('\n').filter(Boolean)
  const assets: Record<string, Record<string, unknown>> = JSON.parse(
    readFileSync(join(unpacked, 'assets.json'), 'utf8'),
  )
  const files = ['files', 'images'].flatMap((kind) => {
    mkdirSync(join(unpacked, kind), {recursive: true})
    return readdirSync(join(unpacked, kind)).map((name) => [
      `${kind}/${name}`,
      createHash('sha1')
        .update(readFileSync(join(unpacked, kind, name)))
        .digest('hex'),
    ])
  })
  return {
    documents: lines
      .map((line): Record<string, unknown> => JSON.parse(line))
      .map(({_rev, _updatedAt, ...document}) => document)
      .sort((a, b) => (String(a._id) < String(b._id) ? -1 : 1)),
    assets: Object.fromEntries(
      Object.entries(assets).map(([id, {_rev, _updatedAt, _createdAt, ...asset}]) => [id, asset]),
    ),
    files: files.sort(),
  }
}
