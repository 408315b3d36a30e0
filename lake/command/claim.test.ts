import {mkdtempSync, readdirSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {expect, onTestFinished, test} from 'vitest'

import {sqliteStore} from '../store/sqlite.ts'
import {backUp} from './backup.ts'
import {CommandError} from './commandError.ts'

test.each(['monday', 'monday.tar.gz'])('of two backups to %s one is made, and the other says so', async (name) => {
  const folder = mkdtempSync(join(tmpdir(), 'lake-claim-'))
  onTestFinished(() => rmSync(folder, {recursive: true}))
  sqliteStore(join(folder, 'lake.sqlite')).close()
  const target = join(folder, 'backups', name)

  const [first, second] = await Promise.allSettled([backUp(folder, target), backUp(folder, target)])

  expect(first.status).toBe('fulfilled')
  expect(second).toEqual({status: 'rejected', reason: new CommandError(`Another command is writing ${target}.`)})
  expect(readdirSync(join(folder, 'backups'))).toEqual([name])
})
