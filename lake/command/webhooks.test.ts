import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {isValidSignature} from '@sanity/webhook'
import {expect, onTestFinished, test, vi} from 'vitest'

import {freePort} from '../crash/lakeProcess.fixture.ts'
import {runLake} from '../running.ts'
import {readSettings} from '../settings.ts'
import {startReceiver} from '../webhooks/receiver.fixture.ts'
import {clientOf} from './clientOf.ts'
import {runCommand} from './runCommand.ts'

vi.setConfig({testTimeout: 60_000})

const token = 'a-token-that-writes-and-is-long'

test('adds, lists, switches, reads the log of, retries and removes a webhook of a running lake', async () => {
  const {run, client} = await runningLake()
  const receiver = await startReceiver()
  receiver.answers.push((response) => response.writeHead(404).end('not\nhere'))

  const added = await run('add', receiver.url, '--name', 'Index', '--filter', '_type == "article"', '--signed')
  const [, id = ''] = /^Added Index \((\w+)\)\.$/.exec(added.lines[0] ?? '') ?? []
  const [, secret = ''] = /^Secret: (\S+)$/.exec(added.lines[1] ?? '') ?? []
  expect(added.code).toBe(0)
  const row = (state: string) =>
    `${id}  ${state}  Index  ${receiver.url}  create, update, delete in *: _type == "article"`
  await expect(run()).resolves.toEqual({code: 0, lines: [row('on ')]})
  await expect(run('log', id)).resolves.toEqual({code: 0, lines: ['Nothing has been sent yet.']})

  await client.create({_id: 'tides', _type: 'article'})
  const [delivery] = await receiver.received(1)
  const signature = String(delivery?.headers['sanity-webhook-signature'])
  await expect(isValidSignature(delivery?.body ?? '', signature, secret)).resolves.toBe(true)
  await vi.waitUntil(async () => (await run('log', id)).lines[0]?.includes('404'), {timeout: 30_000})
  await expect(run('log', id)).resolves.toEqual({
    code: 0,
    lines: [expect.stringMatching(/^\S+Z {2}tides {2}status 404 {2}\d+ ms {2}\(failure\) {2}not here$/)],
  })
  await expect(run('retry', id)).resolves.toEqual({code: 0, lines: ['1 messages are sent again.']})
  await receiver.received(2)

  await expect(run('disable', id)).resolves.toMatchObject({code: 0})
  await expect(run('list')).resolves.toEqual({code: 0, lines: [row('off')]})
  await expect(run('enable', id)).resolves.toEqual({code: 0, lines: ['Index is on.']})
  await expect(run('remove', id)).resolves.toMatchObject({code: 0})
  await expect(run()).resolves.toEqual({code: 0, lines: ['There are no webhooks.']})
})

test.each([
  [['explode'], '"explode" is not one of list, add, remove, enable, disable, log, retry: npm run lake -- webhooks'],
  [['add'], 'Where to? npm run lake -- webhooks add URL'],
  [['log'], 'Which one? npm run lake -- webhooks log ID; npm run lake -- webhooks lists them'],
  [['log', 'nosuch'], expect.stringContaining('There is no webhook "nosuch"')],
  [['add', 'http://169.254.169.254/'], expect.stringContaining('Webhooks are not sent to 169.254.169.254')],
  [['add', 'https://example.org', '--filter', '_type =='], expect.stringContaining('The filter is not GROQ')],
])('says in one sentence what is wrong with %j', async (args, sentence) => {
  const {run} = await runningLake()
  await expect(run(...args)).resolves.toEqual({code: 1, lines: [sentence]})
})

async function runningLake() {
  const folder = mkdtempSync(join(tmpdir(), 'lake-webhooks-'))
  const port = await freePort()
  const settings = readSettings({
    LAKE_DATA: folder,
    LAKE_PORT: String(port),
    LAKE_WRITE_TOKEN: token,
    LAKE_WEBHOOK_ALLOW_PRIVATE: '1',
  })
  const stop = await runLake(settings, () => undefined)
  onTestFinished(async () => {
    await stop()
    rmSync(folder, {recursive: true})
  })
  return {
    client: clientOf({url: `http://127.0.0.1:${port}`, token, projectId: 'octavo', dataset: 'production'}),
    async run(...args: string[]) {
      const lines: string[] = []
      const code = await runCommand(['webhooks', ...args], {
        settings,
        say: (line) => lines.push(line),
        progress: () => undefined,
        cwd: folder,
      })
      return {code, lines}
    },
  }
}
