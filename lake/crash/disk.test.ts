import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {ClientError, ServerError} from '@sanity/client'
import {beforeEach, expect, onTestFinished, test} from 'vitest'

import {verifyFolder} from '../command/verify.ts'
import {spawnLake, type LakeProcess, type SpawnOptions} from './lakeProcess.fixture.ts'

const TRIES = 10_000
let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lake-disk-'))
  return () => rmSync(folder, {recursive: true})
})

test(
  'on a full disk it says so, acknowledges nothing that is not stored, reads on, and writes again when there is room',
  {
    timeout: 120_000,
  },
  async () => {
    const lake = await started({preload: [new URL('fullDisk.fixture.ts', import.meta.url).href]})
    const acknowledged = [await write(lake, 'first')]

    lake.child.kill('SIGUSR2')
    const refusal = await writeUntil(lake, acknowledged, (answer) => answer !== 200)

    expect(refusal).toEqual([507, 'The disk is full; nothing was saved'])
    expect(await outcome(() => lake.client.assets.upload('file', Buffer.from('new')))).toEqual(refusal)
    expect(await idsIn(lake)).toEqual(acknowledged.toSorted())
    expect(await lake.client.getDocument('first')).toMatchObject({_id: 'first'})

    lake.child.kill('SIGUSR2')
    await writeUntil(lake, acknowledged, (answer) => answer === 200)
    await lake.client.assets.upload('file', Buffer.from('new'))
    await expectStored(lake, acknowledged)
  },
)

test(
  'on a disk that fails it answers 503, and what it acknowledged is there at the next start',
  {
    timeout: 120_000,
  },
  async () => {
    const lake = await started({maxFileKilobytes: 1500})
    const acknowledged = [await write(lake, 'first')]

    const refusal = await writeUntil(lake, acknowledged, (answer) => answer !== 200)

    expect(refusal).toEqual([503, 'The content cannot be written now; nothing was saved'])
    expect(await idsIn(lake)).toEqual(acknowledged.toSorted())
    await expectStored(lake, acknowledged)
  },
)

async function started(options: Omit<SpawnOptions, 'folder'> = {}): Promise<LakeProcess> {
  const lake = await spawnLake({folder, ...options})
  onTestFinished(() => void lake.child.kill('SIGKILL'))
  if (!(await lake.listening)) throw new Error(lake.errors())
  return lake
}

/** Large enough to need new pages, and not the spare ones of an earlier document. */
async function write({client}: LakeProcess, id: string): Promise<string> {
  await client.create({_id: id, _type: 'article', body: id.repeat(10_000)})
  return id
}

async function writeUntil(
  lake: LakeProcess,
  acknowledged: string[],
  isLast: (answer: unknown) => boolean,
): Promise<unknown> {
  for (let index = 0; index < TRIES; index++) {
    const id = `article-${acknowledged.length}-${index}`
    const answer = await outcome(() => write(lake, id))
    if (answer === 200) acknowledged.push(id)
    if (isLast(answer)) return answer
  }
  throw new Error('The disk is not as it should be')
}

async function outcome(send: () => Promise<unknown>): Promise<200 | [status: number, description: unknown]> {
  try {
    await send()
    return 200
  } catch (error) {
    if (!(error instanceof ClientError) && !(error instanceof ServerError)) throw error
    return [error.statusCode, error.details.description ?? error.message]
  }
}

async function idsIn({client}: LakeProcess): Promise<unknown> {
  return client.fetch('*[_type == "article"] | order(_id)._id')
}

/** What a lake finds that starts on the folder, where there is room and the disk works. */
async function expectStored({child, ended}: LakeProcess, acknowledged: string[]): Promise<void> {
  child.kill('SIGKILL')
  await ended
  const again = await started()
  expect(await idsIn(again)).toEqual(acknowledged.toSorted())
  again.child.kill('SIGTERM')
  expect(await again.ended).toEqual([0, null])
  expect((await verifyFolder(folder)).problems).toEqual([])
}
