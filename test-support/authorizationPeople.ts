import {openAccounts, type Accounts} from '@/lake/accounts/accounts'
import type {Role} from '@/lake/identity'

export const roles = ['viewer', 'contributor', 'editor', 'administrator'] as const satisfies readonly Role[]
/** When everything in these worlds happens. */
export const NOW = Date.UTC(2026, 10, 23)

/** The ways to say who one is: a browser's cookie, its bearer token, an API token; and ones that are over. */
export type Credentials = Record<
  'cookie' | 'bearer' | 'token' | 'revokedCookie' | 'revokedBearer' | 'revokedToken',
  Record<string, string>
>

/** Makes a person of each role with credentials of each kind, and somebody else with a session and a token. */
export async function makePeople(path: string) {
  const accounts = openAccounts({path, clock: () => NOW})
  const add = (name: string, role: Role) =>
    accounts.add({email: `${name}@example.org`, name: `Name of ${name}`, role, password: 'analytical engine'})
  const credentials: Record<string, Credentials> = {}
  for (const role of roles) credentials[role] = credentialsOf(accounts, {role, id: (await add(role, role)).id})

  const {id} = await add('somebody', 'editor')
  accounts.startSession(id, 'Test/1')
  const names = {
    USER: id,
    SESSION: accounts.sessions(id)[0]?.id ?? '',
    TOKEN: accounts.addToken({label: 'Other', role: 'viewer'}).id,
  }
  accounts.close()
  return {credentials, names}
}

/** Each is used once, so that its use is noted already. */
function credentialsOf(accounts: Accounts, {role, id}: {role: Role; id: string}): Credentials {
  const [live, over] = [accounts.startSession(id), accounts.startSession(id)]
  const [bearer, overBearer] = [accounts.redeemTicket(live.ticket) ?? '', accounts.redeemTicket(over.ticket) ?? '']
  const [token, overToken] = [accounts.addToken({label: role, role}), accounts.addToken({label: 'over', role})]
  for (const secret of [bearer, overBearer, token.key, overToken.key]) accounts.identify(secret)
  accounts.endSession(over.session)
  accounts.revokeToken(overToken.id)
  const [cookieOf, bearerOf] = [
    (secret: string) => ({cookie: `octavo_session=${secret}`}),
    (secret: string) => ({authorization: `Bearer ${secret}`}),
  ]
  return {
    cookie: cookieOf(live.session),
    bearer: bearerOf(bearer),
    token: bearerOf(token.key),
    revokedCookie: cookieOf(over.session),
    revokedBearer: bearerOf(overBearer),
    revokedToken: bearerOf(overToken.key),
  }
}
