import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {DatabaseSync} from 'node:sqlite'
import type {SanityClient} from '@sanity/client'
import {beforeEach, expect, onTestFinished, test} from 'vitest'

import {freePort} from '../crash/lakeProcess.fixture.ts'
import {runLake} from '../running.ts'
import {readSettings} from '../settings.ts'
import {backUp} from './backup.ts'
import {clientOf} from './clientOf.ts'
import {decideRestore, finishRestore, restoreArea} from './exchange.ts'
import {restore} from './restore.ts'
import {verifyFolder} from './verify.ts'

const token = 'a-token-that-writes-and-is-long'
let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lake-backup-'))
  return () => rmSync(folder, {recursive: true})
})

test.each(['backup', 'backup.tar.gz'])('a backup under load is the content at one moment: %s', async (name) => {
  const {client} = await start('live')
  const load = writeUntilStopped(client)
  await load.hasWritten(6)

  const before = newestTransaction(join(folder, 'live'))
  const {missing} = await backUp(join(folder, 'live'), join(folder, name))
  const after = newestTransaction(join(folder, 'live'))
  await load.stop()
  await restore(join(folder, name), {folder: join(folder, 'restored'), force: false})

  const [live, restored] = [transactions(join(folder, 'live')), transactions(join(folder, 'restored'))]
  expect(missing).toEqual([])
  expect(restored.length).toBeGreaterThanOrEqual(before)
  expect(restored.length).toBeLessThanOrEqual(after)
  expect(live.length).toBeGreaterThan(before)
  expect(restored).toEqual(live.slice(0, restored.length))
  expect(await verifyFolder(join(folder, 'restored'))).toMatchObject({problems: []})
  expect(readdirSync(folder).sort()).toEqual([name, 'live', 'restored'].sort())
})

test('a restored lake has the content, the accounts and the assets of then', async () => {
  const {client, stop} = await start('live')
  await client.create({_id: 'tides', _type: 'article', title: 'Then'})
  const {url, _id} = await client.assets.upload('file', Buffer.from('then'), {filename: 'a.txt'})
  writeFileSync(join(folder, 'live', 'secrets.json'), '{"of": "this installation"}')
  mkdirSync(join(folder, 'live', 'own'))
  await backUp(join(folder, 'live'), join(folder, 'backup'))
  await client.patch('tides').set({title: 'Now'}).commit()
  await client.delete(_id)
  await stop()

  const {replaced} = await restore(join(folder, 'backup'), {folder: join(folder, 'live'), force: true})

  const again = await start('live')
  expect(again.events).not.toContain('administrator')
  expect(await again.client.getDocument('tides')).toMatchObject({title: 'Then'})
  expect(await (await fetch(`${again.url}${new URL(url).pathname.replace('/lake', '')}`)).text()).toBe('then')
  expect(readFileSync(join(folder, 'live', 'secrets.json'), 'utf8')).toContain('this installation')
  expect(readdirSync(replaced ?? '').sort()).toEqual(
    expect.arrayContaining(['accounts.sqlite', 'assets', 'lake.sqlite', 'secrets.json']),
  )
  expect(readdirSync(join(folder, 'live'))).toContain('own')
})

test('restores nothing over content without --force, into a running lake, or from what is no backup', async () => {
  const {client, stop} = await start('live')
  await client.create({_id: 'tides', _type: 'article'})
  await backUp(join(folder, 'live'), join(folder, 'backup'))
  const live = join(folder, 'live')

  await expect(restore(join(folder, 'backup'), {folder: live, force: false})).rejects.toThrow('add --force')
  await expect(restore(join(folder, 'backup'), {folder: live, force: true})).rejects.toThrow('stop it first')
  await stop()
  await expect(restore(live, {folder: join(folder, 'new'), force: true})).rejects.toThrow('is not a whole backup')
  await expect(restore(join(folder, 'no'), {folder: live, force: true})).rejects.toThrow('There is no backup')
  await expect(backUp(live, join(folder, 'backup'))).rejects.toThrow('exists already')
  expect(readdirSync(live).filter((name) => name.startsWith('.') || name.startsWith('replaced'))).toEqual([])
})

test.each<[string, (backup: string) => void]>([
  ['a database cut short', (backup) => truncateSync(join(backup, 'lake.sqlite'), 8192)],
  ['a file that is no database', (backup) => writeFileSync(join(backup, 'accounts.sqlite'), 'x'.repeat(4096))],
  ['an asset that is gone', (backup) => rmSync(join(backup, 'assets'), {recursive: true})],
])('refuses a damaged backup and leaves what is there: %s', async (_name, damage) => {
  const {client, stop} = await start('live')
  for (let index = 0; index < 20; index++)
    await client.create({_id: `tides-${index}`, _type: 'article', body: 'x'.repeat(2000)})
  await client.assets.upload('file', Buffer.from('then'), {filename: 'a.txt'})
  await backUp(join(folder, 'live'), join(folder, 'backup'))
  await stop()
  damage(join(folder, 'backup'))

  await expect(restore(join(folder, 'backup'), {folder: join(folder, 'live'), force: true})).rejects.toThrow(
    'The backup is damaged, and nothing has changed.',
  )

  expect((await verifyFolder(join(folder, 'live'))).problems).toEqual([])
  expect(readdirSync(join(folder, 'live'))).not.toContain('.restore')
})

test.each([
  ['format', (manifest: Record<string, unknown>) => ({...manifest, format: 2})],
  ['content', (manifest: Record<string, unknown>) => ({...manifest, versions: {'lake.sqlite': 99}})],
  ['accounts', (manifest: Record<string, unknown>) => ({...manifest, versions: {'accounts.sqlite': 99}})],
  ['webhooks', (manifest: Record<string, unknown>) => ({...manifest, versions: {'webhook.sqlite': 99}})],
])('refuses a backup that newer code made: %s', async (_name, change) => {
  const {stop} = await start('live')
  await stop()
  const backup = join(folder, 'backup')
  await backUp(join(folder, 'live'), backup)
  const file = join(backup, 'backup.json')
  writeFileSync(file, JSON.stringify(change(JSON.parse(readFileSync(file, 'utf8')))))

  await expect(restore(backup, {folder: join(folder, 'new'), force: false})).rejects.toThrow('made by a newer Octavo')
})

test.each(['before it is decided', 'after that', 'with half of the old moved', 'with half of the new moved'])(
  'a restore that is killed is carried out at the next start, or has not begun: %s',
  async (when) => {
    const live = join(folder, 'live')
    const {client, stop} = await start('live')
    await client.create({_id: 'old', _type: 'article'})
    await stop()
    const other = await start('other')
    await other.client.create({_id: 'new', _type: 'article'})
    await other.stop()
    await backUp(join(folder, 'other'), restoreArea(live))
    rmSync(join(restoreArea(live), 'backup.json'))

    if (when !== 'before it is decided') decideRestore(live, 'replaced-then')
    if (when.startsWith('with')) {
      const [replaced, area] = [join(live, 'replaced-then'), join(live, '.restore')]
      for (const name of ['lake.sqlite', 'accounts.sqlite']) moveInto(join(live, name), replaced)
      if (when.includes('new')) {
        moveInto(join(live, 'webhook.sqlite'), replaced)
        renameSync(join(area, 'ready'), join(area, 'emptied'))
        moveInto(join(area, 'new', 'lake.sqlite'), live)
      }
    }

    const again = await start('live')
    const ids: unknown = await again.client.fetch('*[_type == "article"]._id')
    expect(ids).toEqual([when === 'before it is decided' ? 'old' : 'new'])
    expect(readdirSync(live)).not.toContain('.restore')
  },
)

test('a restore that another is at work on is left alone', async () => {
  await start('live')
  mkdirSync(restoreArea(join(folder, 'live')), {recursive: true})
  decideRestore(join(folder, 'live'), 'replaced-then')

  expect(() => finishRestore(join(folder, 'live'))).toThrow('another process has')
})

type Damage = [problem: RegExp, sql: string]
test.each<Damage>([
  [/production\/tides is not a document/, `UPDATE document SET json = '{"_id": "tides"' WHERE id = 'tides'`],
  [/production\/tides is not a document/, `UPDATE document SET id = 'tides', json = '{}' WHERE id = 'tides'`],
  [/tides has revision x, the log/, `UPDATE document SET json = json_set(json, '$._rev', 'x') WHERE id = 'tides'`],
  [/tides is in the log and not among the documents/, `DELETE FROM document WHERE id = 'tides'`],
  [/refers to production\/tides, which does not exist/, `DELETE FROM document WHERE id = 'tides'`],
  [
    /The log of production\/tides goes from/,
    `UPDATE effect SET previous_rev = 'x' WHERE document_id = 'tides' AND previous_rev IS NOT NULL`,
  ],
  [
    /lake.sqlite: a row of effect has none in commits/,
    `PRAGMA foreign_keys = OFF; DELETE FROM commits WHERE sequence = 2`,
  ],
])('finds %s', async (problem, sql) => {
  const {client, stop} = await start('live')
  await client.create({_id: 'tides', _type: 'article'})
  await client.patch('tides').set({title: 'On tides'}).commit()
  await client.create({_id: 'moons', _type: 'article', see: {_type: 'reference', _ref: 'tides'}})
  await stop()
  expect(await verifyFolder(join(folder, 'live'))).toMatchObject({problems: [], documents: 2, transactions: 3})
  const database = new DatabaseSync(join(folder, 'live', 'lake.sqlite'))
  database.exec(sql)
  database.close()

  const {problems} = await verifyFolder(join(folder, 'live'))

  expect(problems.join('\n')).toMatch(problem)
})

test('finds an asset whose bytes have changed', async () => {
  const {client, stop} = await start('live')
  const {_id, path} = await client.assets.upload('file', Buffer.from('then'), {filename: 'a.txt'})
  await stop()
  writeFileSync(join(folder, 'live', 'assets', 'production', 'files', path.split('/').at(-1) ?? ''), 'thex')

  expect((await verifyFolder(join(folder, 'live'))).problems).toEqual([`The file of production/${_id} is damaged`])
})

/** Four writers: documents in pairs, and assets that come and go. */
function writeUntilStopped(client: SanityClient) {
  const stopping = new AbortController()
  const listeners: (() => void)[] = []
  let written = 0
  const writers = Array.from({length: 4}, async (_, writer) => {
    for (let index = 0; !stopping.signal.aborted; index++) {
      const ids = ['left', 'right'].map((side) => `${side}-${writer}-${index}`)
      const body = 'x'.repeat(500)
      await ids.reduce((all, _id) => all.create({_id, _type: 'half', body}), client.transaction()).commit()
      const {_id} = await client.assets.upload('file', Buffer.from(`${writer} ${index}`), {filename: 'a.txt'})
      if (index % 2 === 0) await client.delete(_id)
      written += 1
      for (const listener of listeners) listener()
    }
  })
  return {
    hasWritten: (count: number) =>
      new Promise<void>((resolve) => {
        listeners.push(() => {
          if (written >= count) resolve()
        })
      }),
    async stop() {
      stopping.abort()
      await Promise.all(writers)
    },
  }
}

function transactions(data: string) {
  const database = new DatabaseSync(join(data, 'lake.sqlite'), {readOnly: true})
  const rows = database.prepare('SELECT * FROM commits ORDER BY sequence').all()
  database.close()
  return rows
}

function newestTransaction(data: string): number {
  return transactions(data).length
}

function moveInto(path: string, target: string): void {
  mkdirSync(target, {recursive: true})
  renameSync(path, join(target, path.split(/[\\/]/).at(-1) ?? ''))
}

async function start(data: string) {
  const port = await freePort()
  const events: string[] = []
  const settings = readSettings({LAKE_DATA: join(folder, data), LAKE_PORT: String(port), LAKE_WRITE_TOKEN: token})
  const end = await runLake(settings, ({event}) => events.push(event))
  let ended: Promise<void> | null = null
  const stop = () => (ended ??= end())
  onTestFinished(stop)
  const url = `http://127.0.0.1:${port}`
  return {url, events, stop, client: clientOf({url, token, projectId: 'octavo', dataset: 'production'})}
}
