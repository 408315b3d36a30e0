import {spawn} from 'node:child_process'
import {once} from 'node:events'
import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'

import {expect, test} from 'vitest'

import {sqliteStore} from './sqlite.ts'

const writer = fileURLToPath(new URL('crashWriter.fixture.ts', import.meta.url))
const KILLS = Number(process.env.CRASH_KILLS ?? 5)

test(
  'loses no write that it has acknowledged, and stores no half of one, however often it is killed',
  {timeout: 600_000},
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'lake-crash-'))
    const path = join(folder, 'lake.sqlite')
    const acknowledged = new Set<number>()

    for (let kill = 0; kill < KILLS; kill++) {
      for (const round of await writeUntilKilled(path, kill)) acknowledged.add(round)
      const store = sqliteStore(path)
      const ids = new Set(store.documents('production')?.keys())
      for (const round of acknowledged) expect(ids.has(`left-${round}`) && ids.has(`right-${round}`)).toBe(true)
      expect(ids.size).toBe(2 * store.lastSequence())
      store.close()
    }

    expect(acknowledged.size).toBeGreaterThan(KILLS)
    rmSync(folder, {recursive: true})
  },
)

/** The rounds acknowledged before the kill, which comes after a number of them that differs every time. */
async function writeUntilKilled(path: string, kill: number): Promise<number[]> {
  const child = spawn(process.execPath, [writer, path], {stdio: ['ignore', 'pipe', 'inherit']})
  let output = ''
  child.stdout.on('data', (chunk) => {
    output += chunk
    if (output.split('\n').length > 3 + ((kill * 7) % 23)) child.kill('SIGKILL')
  })
  await once(child, 'close')
  return output.split('\n').slice(0, -1).map(Number)
}
