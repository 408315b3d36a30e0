import {spawn} from 'node:child_process'
import {once} from 'node:events'
import {mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {setTimeout as wait} from 'node:timers/promises'
import {DatabaseSync} from 'node:sqlite'
import {fileURLToPath, pathToFileURL} from 'node:url'
import {beforeEach, expect, test} from 'vitest'

import {migrate, NewerFileError} from './migrate.ts'

const migrating = fileURLToPath(new URL('migrating.fixture.ts', import.meta.url))
const ROWS = 1_500
const ROUNDS = 8
let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lake-migrate-'))
  return () => rmSync(folder, {recursive: true})
})

test(
  'a migration that is killed is taken up at the next start, and ends as if it had not been',
  {
    timeout: 300_000,
  },
  async () => {
    const migrations = folderOf(longMigrations())
    const whole = join(folder, 'whole.sqlite')
    const undisturbedMs = await timeOf(() => migrateUntilKilled(whole, migrations, null))

    let kills = 0
    for (let round = 0; round < ROUNDS; round++) {
      const killed = join(folder, `killed-${round}.sqlite`)
      const isThrough = await migrateUntilKilled(killed, migrations, (undisturbedMs * round) / ROUNDS)
      if (!isThrough) kills += 1
      expect(isThrough || (await migrateUntilKilled(killed, migrations, null))).toBe(true)
      expect(contents(killed)).toEqual(contents(whole))
    }

    expect(kills).toBeGreaterThan(0)
    expect(contents(whole).version).toBe(6)
  },
)

test('stores nothing of a migration that fails, and keeps those before it', () => {
  const migrations = folderOf(['CREATE TABLE a (n)', 'CREATE TABLE b (n); INSERT INTO nowhere VALUES (1)'])
  const database = new DatabaseSync(join(folder, 'lake.sqlite'))

  expect(() => migrate(database, migrations)).toThrow('no such table: nowhere')

  expect(database.isTransaction).toBe(false)
  expect(tables(database)).toEqual(['a'])
  expect(database.prepare('PRAGMA user_version').get()).toEqual({user_version: 1})
  database.close()
})

test('older code refuses a newer file and does not touch it', () => {
  const file = join(folder, 'lake.sqlite')
  const newer = new DatabaseSync(file)
  migrate(newer, folderOf(['CREATE TABLE a (n)', 'CREATE TABLE b (n)']))
  newer.close()
  const bytes = readFileSync(file)
  const older = new DatabaseSync(file)

  expect(() => migrate(older, folderOf(['CREATE TABLE a (n)']))).toThrow(NewerFileError)

  older.close()
  expect(readFileSync(file).equals(bytes)).toBe(true)
})

/** Six that take a while and would go wrong if one of them were taken twice or by half. */
function longMigrations(): string[] {
  return [
    `CREATE TABLE note (id INTEGER PRIMARY KEY, body TEXT);
     WITH RECURSIVE number (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number LIMIT ${ROWS})
     INSERT INTO note SELECT n, printf('%.500c', 'x') FROM number`,
    `UPDATE note SET body = body || 'y'`,
    `ALTER TABLE note ADD COLUMN size INTEGER; UPDATE note SET size = length(body)`,
    `CREATE TABLE copy AS SELECT * FROM note; DELETE FROM note WHERE id % 2 = 0`,
    `INSERT INTO note SELECT id, body || 'z', size FROM copy WHERE id % 2 = 0; DROP TABLE copy`,
    `CREATE INDEX note_size ON note (size); UPDATE note SET size = size + 1`,
  ]
}

/** Whether it got to its end. */
async function migrateUntilKilled(file: string, migrations: URL, killAfterMs: number | null): Promise<boolean> {
  const args = ['--disable-warning=ExperimentalWarning', migrating, file, migrations.href]
  const child = spawn(process.execPath, args, {stdio: ['ignore', 'pipe', 'inherit']})
  let output = ''
  child.stdout.on('data', (chunk) => (output += String(chunk)))
  const ended = once(child, 'close')
  await once(child.stdout, 'data')
  if (killAfterMs !== null) {
    await Promise.race([wait(killAfterMs), ended])
    child.kill('SIGKILL')
  }
  await ended
  return output.includes('done')
}

async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now()
  await work()
  return performance.now() - startedAt
}

function folderOf(migrations: string[]): URL {
  const path = mkdtempSync(join(folder, 'migrations-'))
  mkdirSync(path, {recursive: true})
  migrations.forEach((sql, index) => writeFileSync(join(path, `00${index + 1}-step.sql`), sql))
  return pathToFileURL(`${path}/`)
}

function contents(file: string) {
  const database = new DatabaseSync(file)
  const {user_version: version} = database.prepare('PRAGMA user_version').get() ?? {}
  const rows = database.prepare('SELECT * FROM note ORDER BY id').all()
  const names = tables(database)
  database.close()
  return {version, rows, names}
}

function tables(database: DatabaseSync): unknown[] {
  return database
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
    .all()
    .map(({name}) => name)
}
