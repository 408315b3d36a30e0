import {expect, test, vi} from 'vitest'

import {openAccounts} from './accounts'

vi.setConfig({testTimeout: 60_000})

const password = 'analytical engine'
const right = {email: 'ada@example.org', password, address: '192.0.2.1', device: null}

test('tells a right password from a wrong one and from an unknown address, and only that', async () => {
  const {accounts, id} = await withAda()
  await expect(accounts.signIn(right)).resolves.toEqual({userId: id})
  await expect(accounts.signIn({...right, email: ' ADA@example.org '})).resolves.toEqual({userId: id})
  await expect(accounts.signIn({...right, password: 'guess'})).resolves.toEqual({refused: 'wrong'})
  await expect(accounts.signIn({...right, email: 'eve@example.org'})).resolves.toEqual({refused: 'wrong'})
})

test.each([
  ['one account from one address', () => ({...right, password: 'guess'})],
  ['one account from a thousand addresses', (n: number) => ({...right, password: 'guess', address: `10.0.0.${n}`})],
  ['an address without an account', () => ({...right, email: 'eve@example.org', password: 'guess'})],
])('verifies at most ten of a thousand guesses at %s', async (_title, attempt) => {
  const {accounts} = await withAda()
  const verified: unknown[] = []
  for (let n = 0; n < 1000; n++) {
    const result = await accounts.signIn(attempt(n))
    if ('refused' in result && result.refused === 'wrong') verified.push(n)
  }
  expect(verified.length).toBeGreaterThan(0)
  expect(verified.length).toBeLessThanOrEqual(10)
})

test('verifies at most ten of a thousand guesses from one address over many accounts', async () => {
  const {accounts} = await withAda()
  const results = []
  for (let n = 0; n < 1000; n++) results.push(await accounts.signIn({...right, email: `user${n}@example.org`}))
  expect(results.filter((result) => 'refused' in result && result.refused === 'wrong')).toHaveLength(10)
})

test('does not count right passwords against an address that many people share', async () => {
  const {accounts, id} = await withAda()
  for (let n = 0; n < 20; n++) await expect(accounts.signIn(right)).resolves.toEqual({userId: id})
})

test('lets the right user in from elsewhere while one address guesses', async () => {
  const {accounts, id} = await withAda()
  for (let n = 0; n < 50; n++) await accounts.signIn({...right, password: 'guess'})
  await expect(accounts.signIn({...right, address: '198.51.100.7'})).resolves.toEqual({userId: id})
})

test('lets a known browser in while the whole world guesses', async () => {
  const {accounts, id} = await withAda()
  const device = accounts.rememberDevice(id)
  for (let n = 0; n < 50; n++) await accounts.signIn({...right, password: 'guess', address: `10.0.0.${n}`})
  await expect(accounts.signIn({...right, address: '198.51.100.7'})).resolves.toMatchObject({refused: 'throttled'})
  await expect(accounts.signIn({...right, device})).resolves.toEqual({userId: id})
})

test('does not take the device of another user for a known browser', async () => {
  const {accounts} = await withAda()
  const eve = await accounts.add({email: 'eve@example.org', name: 'Eve', role: 'viewer', password})
  const device = accounts.rememberDevice(eve.id)
  for (let n = 0; n < 50; n++) await accounts.signIn({...right, password: 'guess', device})
  await expect(accounts.signIn({...right, device})).resolves.toMatchObject({refused: 'throttled'})
})

test('lets even the guessed-at address try again after the time it names', async () => {
  let now = 0
  const {accounts, id} = await withAda(() => now)
  for (let n = 0; n < 50; n++) await accounts.signIn({...right, password: 'guess'})
  const refused = await accounts.signIn(right)
  now += 'waitMs' in refused ? refused.waitMs : 0
  await expect(accounts.signIn(right)).resolves.toEqual({userId: id})
})

test('verifies a flood of simultaneous attempts in bounded numbers', async () => {
  const {accounts} = await withAda()
  const attempts = Array.from({length: 200}, (_, n) => ({
    ...right,
    email: `user${n}@example.org`,
    address: `10.0.0.${n}`,
  }))
  const results = await Promise.all(attempts.map((attempt) => accounts.signIn(attempt)))
  const verified = results.filter((result) => 'refused' in result && result.refused === 'wrong')
  expect(verified.length).toBeLessThanOrEqual(18)
})

test('refuses a password that was right when the attempt began and is not when it ends', async () => {
  const {accounts, id} = await withAda()
  await accounts.add({email: 'root@example.org', name: 'Root', role: 'administrator', password})
  const attempt = accounts.signIn(right)
  accounts.remove(id)
  await expect(attempt).resolves.toEqual({refused: 'wrong'})
})

async function withAda(clock = () => 0) {
  const accounts = openAccounts({path: ':memory:', clock})
  const {id} = await accounts.add({email: right.email, name: 'Ada', role: 'editor', password})
  return {accounts, id}
}
