import type {Identity, Role} from '../lake.ts'
import {openDatabase} from './database.ts'
import {readKeyValues, writeKeyValues, type KeyValue} from './keyValues.ts'
import {generatePassword} from './password.ts'
import {endSession, identify, redeemTicket, rememberDevice, removeToken, setToken, startSession} from './sessions.ts'
import {createSignIn, type Attempt, type SignInResult} from './signIn.ts'
import {addUser, findUser, listUsers, removeUser, setPassword, type NewUser, type User} from './users.ts'

export interface Accounts {
  /** Who a cookie or a bearer token speaks for, or null. Cheap: ask again to learn of a revocation. */
  identify(secret: string): Identity | null
  signIn(attempt: Attempt): Promise<SignInResult>
  startSession(userId: string): {session: string; ticket: string}
  redeemTicket(ticket: string): string | null
  endSession(secret: string): void
  rememberDevice(userId: string): string
  users(): User[]
  user(id: string): User | null
  add(user: NewUser): Promise<User>
  remove(email: string): void
  setPassword(email: string, password: string): Promise<void>
  setToken(token: {name: string; role: Role; secret: string}): void
  removeToken(name: string): void
  keyValues(userId: string, keys: string[]): KeyValue[]
  setKeyValues(userId: string, pairs: KeyValue[]): void
  /** The new administrator's address and password when there was no account at all; otherwise null. */
  ensureAdministrator(): Promise<{email: string; password: string} | null>
  close(): void
}

/** Opens the accounts file, or a database in memory for `:memory:`. */
export function openAccounts({path, clock = Date.now}: {path: string; clock?: () => number}): Accounts {
  const db = openDatabase(path)
  return {
    identify: (secret) => identify(db, secret, clock()),
    signIn: createSignIn(db, clock),
    startSession: (userId) => startSession(db, userId, clock()),
    redeemTicket: (ticket) => redeemTicket(db, ticket, clock()),
    endSession: (secret) => endSession(db, secret),
    rememberDevice: (userId) => rememberDevice(db, userId, clock()),
    users: () => listUsers(db),
    user: (id) => findUser(db, id),
    add: (user) => addUser(db, user),
    remove: (email) => removeUser(db, email),
    setPassword: (email, password) => setPassword(db, email, password),
    setToken: (token) => setToken(db, token),
    removeToken: (name) => removeToken(db, name),
    keyValues: (userId, keys) => readKeyValues(db, userId, keys),
    setKeyValues: (userId, pairs) => writeKeyValues(db, userId, pairs),
    async ensureAdministrator() {
      if (listUsers(db).some(({role}) => role === 'administrator')) return null
      const administrator = {email: 'admin@localhost', password: generatePassword()}
      await addUser(db, {...administrator, name: 'Administrator', role: 'administrator'})
      return administrator
    },
    close: () => db.close(),
  }
}
