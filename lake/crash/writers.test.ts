import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {ClientError, type SanityClient} from '@sanity/client'
import {expect, onTestFinished, test} from 'vitest'

import {verifyFolder} from '../command/verify.ts'
import {spawnLake} from './lakeProcess.fixture.ts'

const WRITERS = 8
const PATCHES = Number(process.env.WRITER_PATCHES ?? 60)

test(
  'eight writers at once on one document: no increment is lost, and no stale revision wins',
  {
    timeout: 60_000 + PATCHES * 500,
  },
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'lake-writers-'))
    onTestFinished(() => rmSync(folder, {recursive: true}))
    const {child, client, listening, ended} = await spawnLake({folder})
    onTestFinished(() => void child.kill('SIGKILL'))
    expect(await listening).toBe(true)
    await client.create({_id: 'counter', _type: 'counter', writes: 0, guarded: 0})

    const startedAt = performance.now()
    const counts = await Promise.all(Array.from({length: WRITERS}, () => write(client)))
    const seconds = (performance.now() - startedAt) / 1000

    const acknowledged = counts.reduce((sum, {guarded}) => sum + guarded, 0)
    expect(await client.getDocument('counter')).toMatchObject({writes: WRITERS * PATCHES, guarded: acknowledged})
    const refused = counts.reduce((sum, count) => sum + count.refused, 0)
    expect(acknowledged).toBeGreaterThan(0)
    expect(refused).toBeGreaterThan(0)
    if (PATCHES >= 500) console.log(`${Math.round((WRITERS * PATCHES + acknowledged) / seconds)} writes/s`)
    child.kill('SIGTERM')
    expect(await ended).toEqual([0, null])
    expect((await verifyFolder(folder)).problems).toEqual([])
  },
)

/** Increments, and for every tenth reads the count and writes one more, provided that nobody else has written since. */
async function write(client: SanityClient): Promise<{guarded: number; refused: number}> {
  const counts = {guarded: 0, refused: 0}
  for (let index = 0; index < PATCHES; index++) {
    await client.patch('counter').inc({writes: 1}).commit({visibility: 'async'})
    if (index % 10 !== 0) continue
    const read = await client.getDocument('counter')
    const patch = client.patch('counter').ifRevisionId(read?._rev ?? '')
    try {
      await patch.set({guarded: Number(read?.guarded) + 1}).commit()
      counts.guarded += 1
    } catch (error) {
      if (!(error instanceof ClientError) || error.statusCode !== 409) throw error
      counts.refused += 1
    }
  }
  return counts
}
