import {execFile} from 'node:child_process'
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'

import {expect, onTestFinished, test} from 'vitest'

test('says in one sentence that the accounts are damaged', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'octavo-accounts-'))
  onTestFinished(() => rmSync(folder, {recursive: true}))
  writeFileSync(
    path.join(folder, 'accounts.sqlite'),
    'no database at all, but long enough to be taken for one'.repeat(99),
  )

  const said = await new Promise<string>((resolve) => {
    const program = path.resolve(import.meta.dirname, 'accounts.ts')
    execFile(process.execPath, [program, 'list'], {env: {...process.env, LAKE_DATA: folder}}, (_error, out, problem) =>
      resolve(out + problem.replaceAll(/\(node:.*\n|\(Use .*\n/g, '')),
    )
  })

  expect(said).toBe(`A database in ${folder} is damaged: put a backup in its place.\n`)
})
