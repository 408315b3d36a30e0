import type {Identity, Role} from '../identity.ts'
import {openDatabase} from './database.ts'
import {rememberDevice} from './devices.ts'
import {createIdentify} from './identify.ts'
import {readKeyValues, writeKeyValues, type KeyValue} from './keyValues.ts'
import {generatePassword} from './password.ts'
import {
  endSession,
  listSessions,
  redeemTicket,
  revokeSession,
  sessionOf,
  startSession,
  type Session,
} from './sessions.ts'
import {createSignIn, type Attempt, type SignInResult} from './signIn.ts'
import {addToken, findToken, listTokens, removeToken, revokeToken, setToken, type Token} from './tokens.ts'
import {
  addUser,
  findUser,
  listUsers,
  removeUser,
  setPassword,
  updateUser,
  userByEmail,
  type NewUser,
  type User,
} from './users.ts'

export interface Accounts {
  /** Who a cookie or a bearer token speaks for, or null. Cheap: ask again to learn of a revocation. */
  identify(secret: string): Identity | null
  signIn(attempt: Attempt): Promise<SignInResult>
  startSession(userId: string, userAgent?: string | null): {session: string; ticket: string}
  redeemTicket(ticket: string): string | null
  endSession(secret: string): void
  sessionOf(secret: string): string | null
  sessions(userId: string): Session[]
  revokeSession(session: {userId: string; id: string}): boolean
  rememberDevice(userId: string): string
  users(): User[]
  user(id: string): User | null
  userByEmail(email: string): User
  add(user: NewUser): Promise<User>
  update(id: string, changes: {email?: string; name?: string; role?: Role}): User
  remove(id: string): void
  setPassword(change: {id: string; password: string; keep?: string | null}): Promise<void>
  tokens(): Token[]
  token(id: string): Token | null
  addToken(token: {label: string; role: Role}): Token & {key: string}
  revokeToken(idOrLabel: string): Token
  /** Creates or replaces the token that the configuration calls `name`. */
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
    identify: createIdentify(db, clock),
    signIn: createSignIn(db, clock),
    startSession: (userId, userAgent = null) => startSession(db, {userId, userAgent}, clock()),
    redeemTicket: (ticket) => redeemTicket(db, ticket, clock()),
    endSession: (secret) => endSession(db, secret),
    sessionOf: (secret) => sessionOf(db, secret),
    sessions: (userId) => listSessions(db, userId, clock()),
    revokeSession: (session) => revokeSession(db, session),
    rememberDevice: (userId) => rememberDevice(db, userId, clock()),
    users: () => listUsers(db),
    user: (id) => findUser(db, id),
    userByEmail: (email) => userByEmail(db, email),
    add: (user) => addUser(db, user),
    update: (id, changes) => updateUser(db, id, changes),
    remove: (id) => removeUser(db, id),
    setPassword: (change) => setPassword(db, change),
    tokens: () => listTokens(db),
    token: (id) => findToken(db, id),
    addToken: (token) => addToken(db, token, clock()),
    revokeToken: (idOrLabel) => revokeToken(db, idOrLabel, clock()),
    setToken: (token) => setToken(db, token, clock()),
    removeToken: (name) => removeToken(db, name, clock()),
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
