import {mkdtempSync, readFileSync, rmSync, statSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {DatabaseSync} from 'node:sqlite'
import {afterEach, expect, test, vi} from 'vitest'

import {openAccounts} from './accounts'
import {hashPassword, verifyPassword} from './password'

vi.setConfig({testTimeout: 60_000})

const folders: string[] = []
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, {recursive: true})
})

test('stores a password as an argon2id PHC string of at least 19 MiB', async () => {
  const phc = await hashPassword('correct horse battery')
  const [, algorithm, version, cost] = phc.split('$')
  expect([algorithm, version]).toEqual(['argon2id', 'v=19'])
  expect(Number(/m=(\d+)/.exec(cost ?? '')?.[1])).toBeGreaterThanOrEqual(19 * 1024)
  await expect(verifyPassword('correct horse battery', phc)).resolves.toBe(true)
  await expect(verifyPassword('correct horse batterY', phc)).resolves.toBe(false)
})

test.each(['', '$argon2i$v=19$m=19456,t=2,p=1$c2FsdHNhbHQ$aGFzaA', 'correct horse battery'])(
  'verifies nothing against %j, which is no argon2id hash',
  async (phc) => {
    await expect(verifyPassword('correct horse battery', phc)).resolves.toBe(false)
  },
)

test('verifies a password whose accents another keyboard composed differently', async () => {
  const phc = await hashPassword('cafe\u0301 cre\u0300me 1')
  await expect(verifyPassword('caf\u00e9 cr\u00e8me 1', phc)).resolves.toBe(true)
})

test('creates an administrator once, and keeps neither the password nor any secret in the file', async () => {
  const path = accountsFile()
  const accounts = openAccounts({path})
  const created = await accounts.ensureAdministrator()
  const again = await accounts.ensureAdministrator()
  const [user] = accounts.users()
  const {session, ticket} = accounts.startSession(user?.id ?? '')
  const token = accounts.redeemTicket(ticket)
  accounts.close()

  const bytes = readFileSync(path).toString('latin1')
  expect(created?.email).toBe('admin@localhost')
  expect(again).toBeNull()
  expect(user).toMatchObject({role: 'administrator', email: 'admin@localhost'})
  for (const secret of [created?.password, session, ticket, token]) {
    expect(secret).toBeTruthy()
    expect(bytes.includes(secret ?? '')).toBe(false)
  }
})

test('opens its file in WAL with synchronous=FULL, for the owner alone', () => {
  const path = accountsFile()
  const accounts = openAccounts({path})
  accounts.setToken({name: 'read', role: 'viewer', secret: 'a'.repeat(43)})
  const mode = new DatabaseSync(path, {readOnly: true}).prepare('PRAGMA journal_mode').get()
  expect(mode).toEqual({journal_mode: 'wal'})
  expect(statSync(path).mode & 0o777).toBe(0o600)
  expect(statSync(`${path}-wal`).mode & 0o777).toBe(0o600)
  accounts.close()
})

test('redeems a ticket once, and not after a minute', async () => {
  let now = 1_000_000
  const accounts = openAccounts({path: ':memory:', clock: () => now})
  const {id} = await accounts.add(ada)
  const {ticket, session} = accounts.startSession(id)
  const token = accounts.redeemTicket(ticket)
  expect(accounts.identify(token ?? '')).toEqual({id, email: ada.email, name: ada.name, role: 'editor', kind: 'user'})
  expect(accounts.identify(session)).toMatchObject({id})
  expect(accounts.redeemTicket(ticket)).toBeNull()

  const late = accounts.startSession(id).ticket
  now += 60_001
  expect(accounts.redeemTicket(late)).toBeNull()
  expect(accounts.redeemTicket('made-up')).toBeNull()
})

test('ends the cookie and the bearer token of a sign-in together, and leaves other sign-ins alone', async () => {
  const accounts = openAccounts({path: ':memory:'})
  const {id} = await accounts.add(ada)
  const here = accounts.startSession(id)
  const there = accounts.startSession(id)
  const token = accounts.redeemTicket(here.ticket) ?? ''
  accounts.endSession(token)
  expect([here.session, token, there.session].map((secret) => accounts.identify(secret)?.id ?? null)).toEqual([
    null,
    null,
    id,
  ])
})

test('forgets a session after thirty days', async () => {
  let now = 1_000_000
  const accounts = openAccounts({path: ':memory:', clock: () => now})
  const {session} = accounts.startSession((await accounts.add(ada)).id)
  now += 30 * 24 * 3600_000 - 1
  expect(accounts.identify(session)).not.toBeNull()
  now += 1
  expect(accounts.identify(session)).toBeNull()
})

test('notes the use of a session and of a token once a minute', async () => {
  let now = Date.UTC(2026, 10, 23)
  const accounts = openAccounts({path: ':memory:', clock: () => now})
  const {id} = await accounts.add(ada)
  const {session} = accounts.startSession(id, 'Browser/1')
  const {key} = accounts.addToken({label: 'ci', role: 'viewer'})
  const noted = () => [
    accounts.sessions(id)[0]?.lastUsedAt,
    accounts.user(id)?.lastSeenAt,
    accounts.tokens()[0]?.lastUsedAt,
  ]
  expect(noted()).toEqual([null, null, null])
  const use = () => [session, key].forEach((secret) => accounts.identify(secret))
  use()
  const [first, later] = [new Date(now).toISOString(), new Date(now + 60_000).toISOString()]
  now += 59_999
  use()
  expect(noted()).toEqual([first, first, first])
  now += 1
  use()
  expect(noted()).toEqual([later, later, later])
})

test('ends the sessions of whoever gets a new password or is removed, seen from another connection', async () => {
  const path = accountsFile()
  const lake = openAccounts({path})
  const commandLine = openAccounts({path})
  await lake.ensureAdministrator()
  const {id} = await lake.add(ada)

  const before = lake.startSession(id).session
  await commandLine.setPassword({id: commandLine.userByEmail('ADA@example.org').id, password: 'another password'})
  expect(lake.identify(before)).toBeNull()

  const after = lake.startSession(id).session
  commandLine.remove(id)
  expect(lake.identify(after)).toBeNull()
  expect(lake.user(id)).toMatchObject({name: 'Ada Lovelace', email: ''})
  lake.close()
  commandLine.close()
})

test('accepts an API token until it is replaced', () => {
  const accounts = openAccounts({path: ':memory:'})
  accounts.setToken({name: 'read', role: 'viewer', secret: 'first-secret'})
  expect(accounts.identify('first-secret')).toEqual({
    id: 'token-read',
    name: 'read',
    email: '',
    role: 'viewer',
    kind: 'token',
  })
  accounts.setToken({name: 'read', role: 'viewer', secret: 'second-secret'})
  expect(accounts.identify('first-secret')).toBeNull()
  accounts.removeToken('read')
  expect(accounts.identify('second-secret')).toBeNull()
})

const ada = {email: 'ada@example.org', name: 'Ada Lovelace', role: 'editor', password: 'analytical engine'} as const

function accountsFile(): string {
  const folder = mkdtempSync(join(tmpdir(), 'octavo-accounts-'))
  folders.push(folder)
  return join(folder, 'accounts.sqlite')
}
