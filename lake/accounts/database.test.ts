import {execFile} from 'node:child_process'
import {createHash} from 'node:crypto'
import {mkdtempSync, readFileSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {DatabaseSync} from 'node:sqlite'
import {promisify} from 'node:util'
import {afterEach, expect, test, vi} from 'vitest'

import {NewerFileError} from '../store/migrate'
import {openAccounts} from './accounts'
import {hashPassword} from './password'
import {hashSecret} from './secrets'

vi.setConfig({testTimeout: 60_000})

const folders: string[] = []
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, {recursive: true})
})

const NOW = Date.UTC(2026, 10, 23)
const DAY = 24 * 3600_000

test('takes over everything of a file of the first version', async () => {
  const path = await firstVersion()
  const accounts = openAccounts({path, clock: () => NOW})

  expect(accounts.users()).toEqual([
    {
      id: 'u1',
      email: 'ada@example.org',
      name: 'Ada',
      role: 'administrator',
      createdAt: '2026-01-01T00:00:00.000Z',
      lastSeenAt: null,
    },
  ])
  expect(accounts.user('u2')).toMatchObject({name: 'Gone', email: ''})
  const attempt = {email: 'ada@example.org', password: 'analytical engine', address: '192.0.2.1', device: 'a-device'}
  await expect(accounts.signIn(attempt)).resolves.toEqual({userId: 'u1'})
  expect(accounts.keyValues('u1', ['sort'])).toEqual([{key: 'sort', value: 'title'}])
  expect(accounts.identify('read-secret')).toMatchObject({id: 'token-read', role: 'viewer'})
  expect(['a-cookie', 'a-bearer'].map((secret) => accounts.identify(secret)?.id)).toEqual(['u1', 'u1'])
  expect(accounts.sessions('u1')).toEqual([
    {
      id: 'a-sign-in',
      createdAt: new Date(NOW - 10 * DAY).toISOString(),
      lastUsedAt: new Date(NOW).toISOString(),
      userAgent: null,
    },
  ])
  await expect(
    accounts.add({email: 'eve@example.org', name: 'Eve', role: 'contributor', password: 'analytical engine'}),
  ).resolves.toHaveProperty('role', 'contributor')
  accounts.endSession('a-bearer')
  expect(accounts.identify('a-cookie')).toBeNull()
  accounts.close()
})

test('leaves a file whole that it cannot bring up to date', async () => {
  const path = await firstVersion()
  const broken = new DatabaseSync(path, {enableForeignKeyConstraints: false})
  broken.exec("INSERT INTO key_values VALUES ('nobody', 'a', '1')")
  const before = contents(broken)
  broken.close()

  expect(() => openAccounts({path})).toThrow('002-sign-ins-and-contributors.sql leaves 1 references to nothing')
  const after = new DatabaseSync(path)
  expect(contents(after)).toEqual(before)
  expect(after.prepare('PRAGMA user_version').get()).toEqual({user_version: 1})
  after.exec("PRAGMA foreign_keys = OFF; DELETE FROM key_values WHERE user_id = 'nobody'")
  after.close()
  openAccounts({path}).close()
})

test('refuses a file of newer code without touching it', async () => {
  const path = await firstVersion()
  openAccounts({path}).close()
  const newer = new DatabaseSync(path)
  newer.exec('PRAGMA user_version = 3')
  newer.close()
  const before = createHash('sha256').update(readFileSync(path)).digest('hex')
  expect(() => openAccounts({path})).toThrow(NewerFileError)
  expect(createHash('sha256').update(readFileSync(path)).digest('hex')).toBe(before)
})

test('is done once when the lake and the command line start together', async () => {
  const path = await firstVersion()
  const source = new URL('./accounts.ts', import.meta.url).href
  const script = `(await import(${JSON.stringify(source)})).openAccounts({path: ${JSON.stringify(path)}}).close()`
  const open = () => promisify(execFile)(process.execPath, ['--input-type=module', '-e', script])
  await Promise.all([open(), open(), open()])
  const accounts = openAccounts({path})
  expect(accounts.users()).toHaveLength(1)
  accounts.close()
})

test('keeps references between tables after the change', async () => {
  const path = await firstVersion()
  openAccounts({path}).close()
  const db = new DatabaseSync(path, {enableForeignKeyConstraints: true})
  expect(() => db.exec("INSERT INTO sign_ins (id, user_id, created_at) VALUES ('x', 'nobody', 0)")).toThrow(
    'FOREIGN KEY',
  )
  expect(() => db.exec("INSERT INTO key_values VALUES ('nobody', 'a', '1')")).toThrow('FOREIGN KEY')
  expect(() => db.exec("UPDATE users SET role = 'king'")).toThrow('CHECK')
  db.close()
})

/** A file as the first version of the tables left it. */
async function firstVersion(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'octavo-accounts-'))
  folders.push(folder)
  const path = join(folder, 'accounts.sqlite')
  const db = new DatabaseSync(path)
  db.exec('PRAGMA journal_mode = WAL')
  db.exec(readFileSync(new URL('./migrations/001-accounts.sql', import.meta.url), 'utf8'))
  const [password, created, expires] = [
    await hashPassword('analytical engine'),
    '2026-01-01T00:00:00.000Z',
    NOW + 20 * DAY,
  ]
  db.prepare('INSERT INTO users VALUES (?, ?, ?, ?, ?, ?, ?)').run(
    'u1',
    'ada@example.org',
    'Ada',
    'administrator',
    password,
    created,
    null,
  )
  db.prepare('INSERT INTO users VALUES (?, ?, ?, ?, ?, ?, ?)').run('u2', '', 'Gone', 'editor', '', created, created)
  for (const secret of ['a-cookie', 'a-bearer'])
    db.prepare('INSERT INTO sessions VALUES (?, ?, ?, ?)').run(hashSecret(secret), 'u1', 'a-sign-in', expires)
  db.prepare('INSERT INTO tickets VALUES (?, ?, ?, ?)').run(hashSecret('a-ticket'), 'u1', 'a-sign-in', expires)
  db.prepare('INSERT INTO devices VALUES (?, ?, ?)').run(hashSecret('a-device'), 'u1', expires)
  db.prepare('INSERT INTO tokens VALUES (?, ?, ?, ?, ?)').run(
    hashSecret('read-secret'),
    'token-read',
    'read',
    'viewer',
    created,
  )
  db.prepare('INSERT INTO key_values VALUES (?, ?, ?)').run('u1', 'sort', '"title"')
  db.exec('PRAGMA user_version = 1')
  db.close()
  return path
}

function contents(db: DatabaseSync): unknown {
  const tables = db.prepare("SELECT name, sql FROM sqlite_master WHERE type = 'table' ORDER BY name").all()
  return tables.map((table) => [table, db.prepare(`SELECT * FROM ${String(table.name)}`).all()])
}
