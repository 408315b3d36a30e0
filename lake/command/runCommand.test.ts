import {mkdtempSync, readdirSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {beforeEach, expect, onTestFinished, test} from 'vitest'

import {freePort} from '../crash/lakeProcess.fixture.ts'
import {runLake} from '../running.ts'
import {readSettings} from '../settings.ts'
import {clientOf} from './clientOf.ts'
import {type ReachedLake, withLake} from './reach.ts'
import {runCommand} from './runCommand.ts'

const token = 'a-token-that-writes-and-is-long'
let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lake-command-'))
  return () => rmSync(folder, {recursive: true})
})

test('moves content from a running lake to one that it starts itself', async () => {
  const {port, stop} = await startLake('old')
  const client = clientOf({url: `http://127.0.0.1:${port}`, token, projectId: 'octavo', dataset: 'production'})
  await client.create({_id: 'tides', _type: 'article', title: 'On tides'})

  const exported = await run(['export', 'out.tar.gz'], {data: 'old', port})
  expect(exported).toEqual({code: 0, lines: [`1 documents and 0 assets are in ${join(folder, 'out.tar.gz')}`]})
  await stop()

  const imported = await run(['import', 'out.tar.gz'], {data: 'new'})
  expect(imported).toEqual({
    code: 0,
    lines: [
      expect.stringMatching(/^The first account was made: admin@localhost, with the password \w{5}/),
      `1 documents were imported from ${join(folder, 'out.tar.gz')}`,
    ],
  })
  expect(await run(['import', 'out.tar.gz'], {data: 'new'})).toEqual({
    code: 1,
    lines: ['Some documents exist already. Overwrite them with --replace, or leave them as they are with --missing.'],
  })
  expect(await run(['export', 'out.tar.gz'], {data: 'new'})).toEqual({
    code: 1,
    lines: [`${join(folder, 'out.tar.gz')} exists already: name another file.`],
  })
})

test('says where it looked for a lake that does not answer', async () => {
  await startLake('old')
  const port = await freePort()

  expect(await run(['export', 'out.tar.gz'], {data: 'old', port})).toEqual({
    code: 1,
    lines: [
      `A lake has ${join(folder, 'old')} open and does not answer at port ${port}: set LAKE_PORT to the port where it listens.`,
    ],
  })
})

test.each([
  [['import'], 'Which file? npm run lake -- import FILE'],
  [['import', 'gone.tar.gz'], /^There is no file .*gone.tar.gz\.$/],
  [['import', '.', '--replace', '--missing'], /choose one/],
  [['export', 'a', 'b'], /^"b" is too much: npm run lake -- export/],
  [['export', '--nonsense'], /^Unknown option '--nonsense'.*: npm run lake -- export/],
  [['fly'], /^There is no command "fly"/],
  [['constructor'], /^There is no command "constructor"/],
  [['webhooks', 'constructor'], /^"constructor" is not one of list, add/],
  [['export'], /^There is no content in .*none\.$/],
  [['webhooks'], /^There is no content in .*none\.$/],
])('answers %j with a sentence', async (args, sentence) => {
  const {code, lines} = await run(args, {data: 'none'})

  expect(code).toBe(1)
  expect(lines.join('\n')).toMatch(sentence)
  expect(readdirSync(folder)).toEqual([])
})

test.each(['backup', 'export'])('%s names the place that cannot be written, not the content', async (command) => {
  const {port} = await startLake('old')
  writeFileSync(join(folder, 'file'), '')

  expect(await run([command, join('file', 'out.tar.gz')], {data: 'old', port})).toEqual({
    code: 1,
    lines: [expect.stringMatching(/\/file\S* cannot be read or written \((?:ENOTDIR|EEXIST)\)\.$/)],
  })
})

test('says of a file that is no backup that it is none', async () => {
  writeFileSync(join(folder, 'notes.txt'), 'Not an archive.')

  expect(await run(['verify', 'notes.txt'], {data: 'none'})).toEqual({
    code: 1,
    lines: [expect.stringMatching(/notes\.txt is no backup, or it is damaged\.$/)],
  })
})

test('two commands on one lake do not end each other’s access', async () => {
  const {port} = await startLake('old')
  const settings = settingsOf('old', port)
  const context = {settings, say: () => undefined, progress: () => undefined, cwd: folder}

  const statuses = await withLake(context, async (first) => {
    const second = await withLake(context, statusOf)
    return [second, await statusOf(first)]
  })

  expect(statuses).toEqual([200, 200])
})

test('tells of an import, so that the sample is not added to it', async () => {
  writeFileSync(join(folder, 'own.ndjson'), '{"_id": "tides", "_type": "article"}\n')
  const imported: string[] = []

  await run(['import', 'own.ndjson'], {data: 'new', afterImport: () => imported.push('new')})
  await run(['import', 'own.ndjson'], {data: 'new', afterImport: () => imported.push('refused')})

  expect(imported).toEqual(['new'])
})

async function statusOf({url, token: bearer}: ReachedLake): Promise<number> {
  const {status} = await fetch(`${url}/v1/users/me`, {headers: {authorization: `Bearer ${bearer}`}})
  return status
}

async function run(args: string[], {data, port, afterImport}: {data: string; port?: number; afterImport?: () => void}) {
  const lines: string[] = []
  const code = await runCommand(args, {
    settings: settingsOf(data, port),
    say: (line) => lines.push(line),
    progress: () => undefined,
    cwd: folder,
    afterImport,
  })
  return {code, lines}
}

async function startLake(data: string) {
  const port = await freePort()
  const stop = await runLake({...settingsOf(data, port), writeToken: token}, () => undefined)
  let isStopped = false
  const stopOnce = async () => {
    if (!isStopped) await stop()
    isStopped = true
  }
  onTestFinished(stopOnce)
  return {port, stop: stopOnce}
}

function settingsOf(data: string, port?: number) {
  return readSettings({LAKE_DATA: join(folder, data), ...(port ? {LAKE_PORT: String(port)} : {})})
}
