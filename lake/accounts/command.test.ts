import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {DatabaseSync} from 'node:sqlite'
import {afterEach, beforeEach, expect, test, vi} from 'vitest'

import {openAccounts} from './accounts'
import {runCommand} from './command'

vi.setConfig({testTimeout: 60_000})

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'octavo-command-'))
})
afterEach(() => rmSync(folder, {recursive: true}))

test('adds, lists, changes and removes accounts', async () => {
  const added = await run('add ada@example.org --name Ada --role administrator')
  const [, password] = added.lines
  expect(added).toEqual({
    lines: ['Added ada@example.org (administrator).', expect.stringMatching(/^Password: (\w{5}-){3}\w{5}$/)],
    exitCode: 0,
  })
  await run('add eve@example.org')
  expect((await run('list')).lines).toEqual([
    'ada@example.org  administrator  Ada',
    'eve@example.org  editor         eve',
  ])
  const changed = await run('password ADA@example.org')
  expect(changed.lines[0]).toBe('Changed the password of ADA@example.org.')
  expect(changed.lines[1]).not.toBe(password)
  expect((await run('remove eve@example.org')).exitCode).toBe(0)
  expect((await run('list')).lines).toEqual(['ada@example.org  administrator  Ada'])
})

test('takes a piped password and does not print it', async () => {
  const result = await run('add ada@example.org', 'analytical engine')
  const accounts = openAccounts({path: join(folder, 'accounts.sqlite')})
  expect(result.lines).toEqual(['Added ada@example.org (editor).'])
  await expect(
    accounts.signIn({email: 'ada@example.org', password: 'analytical engine', address: '', device: null}),
  ).resolves.toHaveProperty('userId')
  accounts.close()
})

test('keeps the last administrator', async () => {
  await run('add ada@example.org --role administrator')
  await run('add eve@example.org')
  expect(await run('remove ada@example.org')).toEqual({
    lines: ['ada@example.org is the last administrator: add another one first'],
    exitCode: 1,
  })
  await run('add second@example.org --role administrator')
  expect((await run('remove ada@example.org')).exitCode).toBe(0)
})

test.each([
  ['password', 'It takes more: npm run accounts -- password EMAIL'],
  ['role first@example.org', 'It takes more: npm run accounts -- role EMAIL ROLE'],
  ['role first@example.org king', '"king" is not a role: choose administrator, editor, contributor, viewer'],
  ['add-token ci --role king', '"king" is not a role: choose administrator, editor, contributor, viewer'],
  ['remove-token ci', 'There is no token "ci"'],
  ['add nobody', '"nobody" is not an e-mail address'],
  ['add ada@example.org --role king', '"king" is not a role: choose administrator, editor, contributor, viewer'],
  ['add first@example.org', 'first@example.org has an account already'],
  ['password ada@example.org', 'Nobody signs in as ada@example.org'],
  ['remove ada@example.org', 'Nobody signs in as ada@example.org'],
  ['add ada@example.org Ada Lovelace', '"Ada Lovelace" is too much: put a name with spaces in quotes'],
])('says of "%s" what is wrong', async (command, line) => {
  await run('add first@example.org')
  expect(await run(command)).toEqual({lines: [line], exitCode: 1})
})

test.each(['frobnicate', 'list --colour'])('answers "%s" with the usage', async (command) => {
  await run('add first@example.org')
  const {lines, exitCode} = await run(command)
  expect(exitCode).toBe(1)
  expect(lines.join('\n')).toContain('npm run accounts -- add EMAIL')
})

test('changes a role, but not the last administrator’s, and signs out', async () => {
  await run('add ada@example.org --role administrator')
  await run('add eve@example.org --role contributor')
  expect(await run('role EVE@example.org editor')).toEqual({
    lines: ['EVE@example.org is editor now, and signed out.'],
    exitCode: 0,
  })
  expect((await run('role ada@example.org editor')).lines).toEqual([
    'ada@example.org is the last administrator: add another one first',
  ])
  expect((await run('list')).lines).toEqual([
    'ada@example.org  administrator  ada',
    'eve@example.org  editor         eve',
  ])
})

test('signs a person out of every browser', async () => {
  await run('add eve@example.org')
  const accounts = openAccounts({path: join(folder, 'accounts.sqlite')})
  const {id} = accounts.userByEmail('eve@example.org')
  const sessions = [accounts.startSession(id), accounts.startSession(id)]
  expect((await run('sign-out eve@example.org')).lines).toEqual(['Signed eve@example.org out of 2 browsers.'])
  expect(sessions.map(({session}) => accounts.identify(session))).toEqual([null, null])
  accounts.close()
})

test('makes a token, lists it without its key, and ends it', async () => {
  await run('add eve@example.org')
  const [, key = ''] = (await run('add-token ci --role contributor')).lines
  const accounts = openAccounts({path: join(folder, 'accounts.sqlite')})
  expect(accounts.identify(key)).toMatchObject({name: 'ci', role: 'contributor', kind: 'token'})
  expect((await run('tokens')).lines).toEqual([
    expect.stringMatching(/^token-\w{16}  contributor  ci  \d{4}-\d{2}-\d{2}T[\d:.]+Z$/),
  ])
  expect((await run('remove-token ci')).lines).toEqual(['Removed the token ci, which opens nothing now.'])
  expect([accounts.identify(key), (await run('tokens')).lines]).toEqual([null, []])
  accounts.close()
})

test('names accounts that belong to newer code, and leaves them alone', async () => {
  await run('add eve@example.org')
  const db = new DatabaseSync(join(folder, 'accounts.sqlite'))
  db.exec('PRAGMA user_version = 99')
  db.close()
  expect(await run('list')).toEqual({
    lines: ['The accounts belong to a newer Octavo: run that one. Nothing has changed.'],
    exitCode: 1,
  })
})

test('refuses a short password', async () => {
  expect(await run('add ada@example.org', 'short')).toEqual({
    lines: ['A password needs at least 10 characters'],
    exitCode: 1,
  })
})

test('says that there are no accounts yet', async () => {
  expect((await run('list')).lines.join()).toContain('There are no accounts yet')
})

function run(command: string, piped: string | null = null) {
  return runCommand(command.split(' '), {
    path: join(folder, 'accounts.sqlite'),
    readPassword: () => Promise.resolve(piped),
  })
}
